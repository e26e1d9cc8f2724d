import { addMinutes, type Instant, isBefore } from '../kernel/instant';
import type { Urgency } from '../service-requests/request';
import type { Scored } from './score';

interface WaveRule {
  /** How many are asked at once. */
  readonly size: number;
  /** How long they have. */
  readonly minutes: number;
}

/** By urgency: how many at once, and for how long. An emergency asks everyone who can be there in time. */
export const waveRules: Readonly<Record<Urgency, WaveRule>> = {
  routine: { size: 3, minutes: 15 },
  soon: { size: 4, minutes: 10 },
  emergency: { size: 20, minutes: 3 },
};
export const EMERGENCY_TRAVEL_MINUTES = 15;

/** Who is asked next, best first, among those not asked before; nobody left means the coordinator. */
export function nextWave(
  ranked: readonly Scored[],
  askedBefore: ReadonlySet<string>,
  urgency: Urgency,
): readonly Scored[] {
  const fresh = ranked.filter(({ candidate }) => !askedBefore.has(candidate.helper.helperId));
  const { size } = waveRules[urgency];
  if (urgency !== 'emergency') return fresh.slice(0, size);
  const inTime = fresh.filter(({ travelMinutes }) => travelMinutes <= EMERGENCY_TRAVEL_MINUTES);
  return (inTime.length > 0 ? inTime : fresh).slice(0, size);
}

/** When the wave ends: after its minutes, and never after the visit should begin. */
export function waveDeadline(now: Instant, startsAt: Instant, urgency: Urgency): Instant {
  const end = addMinutes(now, waveRules[urgency].minutes);
  return isBefore(startsAt, end) ? startsAt : end;
}
