import type { VisitCard } from '@shared/visits/card';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime, dayName, distanceName, minutesName } from '@/platform';
import { Tag, Timeline, type Tone, useNow } from '@/ui';
import { helperDayText } from './helper-day.text';
import type { Leg } from './legs';

const over = new Set(['checked_out', 'confirmed', 'resolved']);
const toneOf = (status: string): Tone => {
  if (over.has(status)) return 'pine';
  if (status === 'checked_in') return 'persimmon';
  return status === 'missed' || status === 'disputed' ? 'wheat' : 'grey';
};

interface DayRouteProps {
  readonly cards: readonly VisitCard[];
  readonly withDate?: boolean;
  /** The way to each door still ahead. */
  readonly legs?: ReadonlyMap<string, Leg>;
  readonly onOpen: (visitId: string) => void;
}

/** Visits in the order of the day, each with the way there and what to know at the door. */
export function DayRoute({ cards, withDate, legs, onOpen }: DayRouteProps) {
  const locale = useLocale();
  const at = useNow();
  const t = helperDayText[locale];
  return (
    <Timeline
      items={cards.map(({ visit, service, elder, home }) => {
        const leg = legs?.get(visit.visitId);
        const day = withDate ? `${dayName(visit.startsAt, at, locale)} ` : '';
        const note = over.has(visit.status) ? undefined : (home?.doorNotes ?? '') || elder.villageName;
        return {
          key: visit.visitId,
          title: `${day}${clockTime(visit.startsAt)} ${elder.callName} · ${said(service, locale)}`,
          aside: leg ? (
            `${distanceName(leg.metres, locale)} · ${minutesName(leg.minutes, locale)}`
          ) : (
            <Tag tone={toneOf(visit.status)}>{t.status[visit.status]}</Tag>
          ),
          done: over.has(visit.status),
          onTap: () => onOpen(visit.visitId),
          ...(note ? { note } : {}),
        };
      })}
    />
  );
}
