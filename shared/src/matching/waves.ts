import { addMinutes, type Instant, isBefore } from '../kernel/instant';
import type { Urgency } from '../service-requests/request';
import type { Scored } from './score';
import { farthestMetres } from './travel';

interface WaveRule {
  /** How many are asked at once. */
  readonly width: number;
  /** How long each of them has. */
  readonly minutes: number;
}

/** By urgency: how many at once, and for how long. */
export const waveRules: Readonly<Record<Urgency, WaveRule>> = {
  routine: { width: 3, minutes: 15 },
  soon: { width: 4, minutes: 10 },
  emergency: { width: 20, minutes: 3 },
};
const EMERGENCY_TRAVEL_MINUTES = 15;

/** Everyone who lives this near is looked at, however many there are: in an emergency, who can be there in time. */
export const everyoneWithinMetres = (urgency: Urgency): number =>
  urgency === 'emergency' ? farthestMetres(EMERGENCY_TRAVEL_MINUTES) : 0;

/**
 * Who is asked now, best first, among those not asked before: as many as keep the wave at its width beside the
 * `stillAsked`, so that one who says no makes room for the next at once. In an emergency everyone who can be there in
 * time is asked, however many. Nobody to ask and nobody still asked means the coordinator.
 */
export function nextAsked(
  ranked: readonly Scored[],
  askedBefore: ReadonlySet<string>,
  urgency: Urgency,
  stillAsked: number,
): readonly Scored[] {
  const fresh = ranked.filter(({ candidate }) => !askedBefore.has(candidate.helper.helperId));
  const inTime =
    urgency === 'emergency'
      ? fresh.filter(({ travelMinutes }) => travelMinutes <= EMERGENCY_TRAVEL_MINUTES)
      : [];
  return inTime.length > 0 ? inTime : fresh.slice(0, Math.max(0, waveRules[urgency].width - stillAsked));
}

/** When someone who is asked now has to have answered: after the wave's minutes, never after the visit should begin. */
export function waveDeadline(now: Instant, startsAt: Instant, urgency: Urgency): Instant {
  const end = addMinutes(now, waveRules[urgency].minutes);
  return isBefore(startsAt, end) ? startsAt : end;
}
