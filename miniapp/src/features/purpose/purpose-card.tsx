import { type Purpose, readPurpose } from '@shared/cases/care-plan.contract';
import type { RequestId } from '@shared/kernel/ids';
import { Fragment } from 'react';
import { useText } from '@/i18n';
import { useQuery } from '@/platform';
import { Body, Button, Card, Second } from '@/ui';
import { purposeText } from './purpose.text';

interface PurposeCardProps {
  readonly requestId: RequestId;
  /** Opens the plan, for who may see one. */
  readonly onOpen?: (purpose: Purpose) => void;
}

/** The goal that a visit or a request serves, in the elder's own words. Where no plan asked for it, nothing is drawn. */
export function PurposeCard({ requestId, onOpen }: PurposeCardProps) {
  const text = useText(purposeText);
  const purpose = useQuery(readPurpose, { params: { requestId } }).data?.purpose;
  if (purpose === undefined) return null;
  const { goals, what, workerName } = purpose;
  return (
    <Card title={text.title}>
      {goals.map((goal) => (
        <Fragment key={goal.words}>
          <Body>{text.wish(goal.words)}</Body>
          <Second>{text.now(goal.now, goal.hoped)}</Second>
        </Fragment>
      ))}
      {what === undefined ? null : <Second>{what}</Second>}
      <Second>{goals.length > 0 ? text.by(workerName) : text.askWorker(workerName)}</Second>
      {onOpen && goals.length > 0 ? (
        <Button small kind="outline" onTap={() => onOpen(purpose)}>
          {text.open}
        </Button>
      ) : null}
    </Card>
  );
}
