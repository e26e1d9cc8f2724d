import type { ReplyOf } from '@shared/kernel/route';
import { consentToKinship, type listKinships, withdrawKinship } from '@shared/people/people.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { type Answer, agoName, command, type Failure } from '@/platform';
import {
  Avatar,
  Button,
  ButtonRow,
  Card,
  confirmed,
  EntryRow,
  RefusalNotice,
  Second,
  Section,
  toast,
  useNow,
} from '@/ui';
import { queueText } from './queue.text';

type Kinship = ReplyOf<typeof listKinships>['kinships'][number];
type Waiting = Extract<Kinship, { status: 'proposed' }>;

export const waitingFor = (kinships: readonly Kinship[]): Waiting[] =>
  kinships.filter((kinship): kinship is Waiting => kinship.status === 'proposed');

interface ConsentListProps {
  readonly waiting: readonly Waiting[];
  readonly onSettled: () => Promise<void>;
}

/** Kin who wait for an elder's yes or no: the coordinator witnesses it, and both names are kept. */
export function ConsentList({ waiting, onSettled }: ConsentListProps) {
  const locale = useLocale();
  const at = useNow();
  const t = queueText[locale];
  const [failure, setFailure] = useState<Failure>();
  if (waiting.length === 0) return null;
  const settle = async (answer: Answer<unknown>, words: string) => {
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(words);
    await onSettled();
  };
  const consent = async ({ elderId, personId }: Waiting) =>
    settle(
      await command(`consent ${elderId} ${personId}`, consentToKinship, {
        params: { elderId, personId },
        body: { witness: 'coordinator', how: t.consentHow },
      }),
      t.consented,
    );
  const refuse = async ({ elderId, personId, elderName, personName }: Waiting) => {
    if (!(await confirmed(t.refuseAsk(elderName, personName), t.refuseYes, t.refuseNo))) return;
    await settle(
      await command(`refuse ${elderId} ${personId}`, withdrawKinship, {
        params: { elderId, personId },
        body: { reason: t.refuseWhy },
      }),
      t.refused,
    );
  };
  return (
    <Section title={t.consents} aside={String(waiting.length)}>
      <RefusalNotice failure={failure} />
      {waiting.map((kinship) => (
        <Card key={`${kinship.elderId} ${kinship.personId}`}>
          <EntryRow
            lead={<Avatar name={kinship.elderName} tone="plum" />}
            title={kinship.elderName}
            note={t.consentNote(kinship.personName, t.relations[kinship.relation])}
            aside={agoName(kinship.proposedAt, at, locale)}
          />
          <Second>{t.consentAsk}</Second>
          <ButtonRow>
            <Button small kind="outline" onTap={() => refuse(kinship)}>
              {t.refuse}
            </Button>
            <Button small kind="pine" onTap={() => consent(kinship)}>
              {t.witness}
            </Button>
          </ButtonRow>
        </Card>
      ))}
    </Section>
  );
}
