import type { ProgrammeCard as Card_ } from '@shared/programmes/programmes.contract';
import { said, useLocale, useText } from '@/i18n';
import { go, momentName } from '@/platform';
import { Card, Second, Tag, Third, useNow } from '@/ui';
import { GoalBar } from './goal-bar';
import { programmesText } from './programmes.text';

export function ProgrammeCard({ one }: { readonly one: Card_ }) {
  const text = useText(programmesText);
  const locale = useLocale();
  const at = useNow();
  return (
    <Card
      title={one.name}
      aside={<Tag tone="plum">{said(one.kindName, locale)}</Tag>}
      onTap={() => void go('social-worker/programme', { programmeId: one.programmeId })}
    >
      <Second>{[said(one.state, locale), one.regionName].join(' · ')}</Second>
      {one.goals.map((goal) => (
        <GoalBar
          key={goal.words}
          label={goal.words}
          value={text.toTarget(goal.now, goal.target, goal.unit)}
          share={goal.share}
        />
      ))}
      {one.next ? <Third>{`${momentName(one.next.startsAt, at, locale)} · ${one.next.title}`}</Third> : null}
    </Card>
  );
}
