import type { HelperId, RequestId } from '../kernel/ids';
import { beijing, type Instant } from '../kernel/instant';
import { assign } from './assign';
import type { Scored } from './score';

/** One of several requests that look for someone at the same moment, with whoever may come, best first. */
export interface Waiting {
  readonly requestId: RequestId;
  readonly startsAt: Instant;
  readonly ranked: readonly Scored[];
}

/** Scores end below this even with a wish. */
const HIGHEST_SCORE = 150;
/** To leave one request without anybody is worse than any order of the others. */
const UNMET = 10_000;

/**
 * Who is asked first for which request when several wait at once: as many as possible have somebody of their own that
 * day, and of those ways the one with the highest scores. One after another would give the first request the only
 * helper whom the second could have had.
 */
export function shareOut(waiting: readonly Waiting[]): ReadonlyMap<RequestId, HelperId> {
  const days = new Map<string, Waiting[]>();
  for (const one of waiting) {
    const { day } = beijing(one.startsAt);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return new Map([...days.values()].flatMap(firstOfDay));
}

function firstOfDay(waiting: readonly Waiting[]): readonly (readonly [RequestId, HelperId])[] {
  const helpers = [
    ...new Set(waiting.flatMap(({ ranked }) => ranked.map(({ candidate }) => candidate.helper.helperId))),
  ];
  const columnOf = new Map(helpers.map((helperId, column) => [helperId, column]));
  const given = assign(
    waiting.map(({ ranked }) =>
      ranked.flatMap(({ candidate, score }) => {
        const column = columnOf.get(candidate.helper.helperId);
        return column === undefined ? [] : [{ column, cost: HIGHEST_SCORE - score }];
      }),
    ),
    helpers.length,
    UNMET,
  );
  return waiting.flatMap(({ requestId }, index) => {
    const helperId = helpers[given[index] ?? -1];
    return helperId === undefined ? [] : [[requestId, helperId] as const];
  });
}

/** The same people in the order in which they are asked: one's own first, those who are first for another last. */
export function inTurn(
  ranked: readonly Scored[],
  requestId: RequestId,
  shared: ReadonlyMap<RequestId, HelperId>,
): readonly Scored[] {
  if (shared.size === 0) return ranked;
  const own = shared.get(requestId);
  const taken = new Set(shared.values());
  const turn = ({ candidate: { helper } }: Scored): number =>
    helper.helperId === own ? 0 : taken.has(helper.helperId) ? 2 : 1;
  return [...ranked].sort((a, b) => turn(a) - turn(b));
}
