import type { CaseCard as Card_ } from '@shared/cases/case-view';
import { answerTransfer } from '@shared/cases/supervision.contract';
import type { Day } from '@shared/kernel/instant';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { command, dayName, type Failure, go } from '@/platform';
import { noonOf } from '@/platform/time';
import { Button, ButtonRow, Card, RefusalNotice, Second, Tag, Third, useNow } from '@/ui';
import { Bar } from './bar';
import { boardText } from './board.text';
import { daysFrom } from './next-days';

interface CaseCardProps {
  readonly one: Card_;
  readonly today: Day;
  readonly onChanged: () => Promise<void>;
}

const LEVELS = 4;

/** One case of the board: who, what about, where the goals stand, and what is due. */
export function CaseCard({ one, today, onChanged }: CaseCardProps) {
  const text = useText(boardText);
  const locale = useLocale();
  const at = useNow();
  const [failure, setFailure] = useState<Failure>();
  const { elder, next } = one;
  const late = next ? daysFrom(next.on, today) : 0;
  const answer = async (accept: boolean) => {
    const answered = await command(`transfer ${one.caseId}`, answerTransfer, {
      params: { caseId: one.caseId },
      body: { accept },
    });
    setFailure(answered.ok ? undefined : answered.failure);
    await onChanged();
  };
  return (
    <Card
      title={`${elder.name}　${text.years(elder.age)} ${elder.livesAlone ? text.alone : text.notAlone}`}
      aside={<Tag tone={one.restricted ? 'alarm' : 'plum'}>{said(one.kindName, locale)}</Tag>}
      onTap={() => void go('social-worker/case', { caseId: one.caseId })}
      {...(late > 0 ? { edge: 'wheat' as const } : {})}
    >
      <Second>
        {[
          said(one.stage, locale),
          text[`ability_${elder.ability}`],
          elder.villageName,
          ...(one.restricted ? [text.restricted] : []),
        ].join(' · ')}
      </Second>
      {one.goals.map((goal, index) => (
        <Bar
          key={goal.words}
          label={`${text.goal(index + 1)}　${goal.words}`}
          value={goal.text}
          share={(goal.level + 2) / LEVELS}
        />
      ))}
      {next ? (
        <Third>
          {late > 0
            ? `${text.overdue(late)} · ${next.what}`
            : text.whenWhat(dayName(noonOf(next.on), at, locale), next.what)}
        </Third>
      ) : null}
      <Third>{text.whose(one.responsibleName)}</Third>
      {one.offeredToMe ? (
        <>
          <Second>{text.offered}</Second>
          <RefusalNotice failure={failure} />
          <ButtonRow>
            <Button kind="outline" small onTap={() => answer(false)}>
              {text.leave}
            </Button>
            <Button small onTap={() => answer(true)}>
              {text.accept}
            </Button>
          </ButtonRow>
        </>
      ) : null}
    </Card>
  );
}
