import type { VisitCard } from '@shared/visits/card';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime, dateName } from '@/platform';
import { Tag, Timeline } from '@/ui';
import { helperDayText } from './helper-day.text';

const over = new Set(['checked_out', 'confirmed', 'resolved']);

/** Visits in the order of the day, each with what to know at the door. */
export function DayRoute({
  cards,
  withDate,
  onOpen,
}: {
  readonly cards: readonly VisitCard[];
  readonly withDate?: boolean;
  readonly onOpen: (visitId: string) => void;
}) {
  const locale = useLocale();
  const t = helperDayText[locale];
  return (
    <Timeline
      items={cards.map(({ visit, service, elder, home }) => ({
        key: visit.visitId,
        title: `${withDate ? `${dateName(visit.startsAt, locale)} ` : ''}${clockTime(visit.startsAt)} ${elder.callName} · ${said(service, locale)}`,
        note: [elder.villageName, ...(home?.doorNotes ? [home.doorNotes] : [])].join(' · '),
        aside: <Tag tone={over.has(visit.status) ? 'pine' : 'wheat'}>{t.status[visit.status]}</Tag>,
        done: over.has(visit.status),
        onTap: () => onOpen(visit.visitId),
      }))}
    />
  );
}
