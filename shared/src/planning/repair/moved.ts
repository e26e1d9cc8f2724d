import type { Plan, Stop } from '../plan';
import type { Touch } from './mend';
import type { Upset } from './upset';

/** A start that shifts by less is not worth a message. */
const NOTICED_MINUTES = 10;

/** Why something changed, for the people it concerns. */
export type Cause = 'cancelled' | 'sick' | 'late' | 'urgent' | 'made_room' | 'knock_on';

interface Where {
  readonly helper: number;
  readonly startsAt: number;
}

/** What changes for one place of a visit. Visits, places and helpers by index, times in minutes of the day. */
export type Moved = { readonly visit: number; readonly place: number; readonly why: Cause } & (
  | { readonly kind: 'dropped'; readonly before: Where }
  | { readonly kind: 'unmet'; readonly before: Where | undefined }
  | { readonly kind: 'placed'; readonly after: Where }
  | { readonly kind: 'other_helper' | 'other_time'; readonly before: Where; readonly after: Where }
);

const indexed = (plan: Plan): Map<string, Stop & Where> =>
  new Map(
    plan.routes.flatMap((stops, helper) =>
      stops.map((stop) => [`${stop.visit}/${stop.place}`, { ...stop, helper }] as const),
    ),
  );
const where = ({ helper, startsAt }: Where): Where => ({ helper, startsAt });

export function movedBetween(
  before: Plan,
  after: Plan,
  upset: Upset,
  touched: ReadonlyMap<string, Touch>,
): Moved[] {
  const [was, is] = [indexed(before), indexed(after)];
  const why = (name: string): Cause => {
    const touch = touched.get(name);
    return touch === 'made_room' ? 'made_room' : touch === undefined ? 'knock_on' : upset.kind;
  };
  const gone = [...was].flatMap(([name, stop]): Moved[] => {
    const now = is.get(name);
    const { visit, place } = stop;
    if (now === undefined) {
      const kind = after.unmet.includes(visit) ? 'unmet' : 'dropped';
      return [{ visit, place, kind, before: where(stop), why: upset.kind }];
    }
    if (now.helper !== stop.helper)
      return [{ visit, place, kind: 'other_helper', before: where(stop), after: where(now), why: why(name) }];
    if (Math.abs(now.startsAt - stop.startsAt) < NOTICED_MINUTES) return [];
    const cause = upset.kind === 'late' && now.helper === upset.helper ? 'late' : why(name);
    return [{ visit, place, kind: 'other_time', before: where(stop), after: where(now), why: cause }];
  });
  const placed = [...is].flatMap(([name, stop]): Moved[] =>
    was.has(name)
      ? []
      : [{ visit: stop.visit, place: stop.place, kind: 'placed', after: where(stop), why: upset.kind }],
  );
  const unmet = after.unmet
    .filter(
      (visit) => !before.unmet.includes(visit) && ![...was.values()].some((stop) => stop.visit === visit),
    )
    .map((visit): Moved => ({ visit, place: 0, kind: 'unmet', before: undefined, why: upset.kind }));
  return [...gone, ...placed, ...unmet];
}
