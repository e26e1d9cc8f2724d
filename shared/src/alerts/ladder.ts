import { addDays, addMinutes, beijing, beijingInstant, type Instant } from '../kernel/instant';
import type { AlertKind, Contact, Part, Rung } from './alert';

interface Step {
  readonly after: number;
  readonly by: Rung['by'];
  readonly audience: readonly Part[];
}
interface LadderRule {
  /** Minutes after raising. */
  readonly steps: readonly Step[];
  /** While nobody answers, the last step comes again after so many minutes. */
  readonly again: number;
  /** Who answered has so many minutes to say what was done, before the ladder goes on. */
  readonly patience: number;
}

/**
 * Who is told when nobody answers: family, second contact, coordinator, and then telephones ring. After an SOS
 * everyone who can be there soon is told at once, and so are family and coordinator.
 */
export const ladderRules: Readonly<Record<AlertKind, LadderRule>> = {
  sos: {
    steps: [
      { after: 0, by: 'message', audience: ['first_contact', 'neighbour', 'coordinator'] },
      { after: 1, by: 'message', audience: ['second_contact'] },
      { after: 2, by: 'call', audience: ['first_contact', 'coordinator'] },
      { after: 4, by: 'call', audience: ['first_contact', 'second_contact', 'coordinator'] },
    ],
    again: 5,
    patience: 15,
  },
  not_arrived: {
    steps: [
      { after: 0, by: 'message', audience: ['first_contact'] },
      { after: 10, by: 'message', audience: ['second_contact'] },
      { after: 20, by: 'message', audience: ['coordinator'] },
      { after: 30, by: 'call', audience: ['first_contact', 'coordinator'] },
    ],
    again: 30,
    patience: 60,
  },
  vitals_unusual: {
    steps: [
      { after: 0, by: 'message', audience: ['first_contact'] },
      { after: 30, by: 'message', audience: ['second_contact'] },
      { after: 60, by: 'message', audience: ['coordinator'] },
      { after: 120, by: 'call', audience: ['first_contact', 'coordinator'] },
    ],
    again: 120,
    patience: 240,
  },
  // Family know most often where an elder is; a coordinator hears within the hour, and then telephones ring.
  not_reached: {
    steps: [
      { after: 0, by: 'message', audience: ['first_contact'] },
      { after: 30, by: 'message', audience: ['second_contact'] },
      { after: 60, by: 'message', audience: ['coordinator'] },
      { after: 90, by: 'call', audience: ['first_contact', 'coordinator'] },
    ],
    again: 120,
    patience: 240,
  },
};

const QUIET_FROM_MINUTE = 22 * 60;
const QUIET_TO_MINUTE = 7 * 60;

/** Nobody is woken between ten and seven in Beijing, except by an SOS, which nothing holds back. */
export function notWhileQuiet(kind: AlertKind, at: Instant): Instant {
  if (kind === 'sos') return at;
  const { day, minuteOfDay } = beijing(at);
  if (minuteOfDay >= QUIET_FROM_MINUTE) return beijingInstant(beijing(addDays(at, 1)).day, QUIET_TO_MINUTE);
  return minuteOfDay < QUIET_TO_MINUTE ? beijingInstant(day, QUIET_TO_MINUTE) : at;
}

/**
 * The rungs of one alert with their moments. A step for which there is nobody is left out, so that no time passes
 * on it; the coordinator's stays, since the open alert is in the region's list even when no account is known.
 */
export function planLadder(kind: AlertKind, raisedAt: Instant, people: readonly Contact[]): Rung[] {
  const start = notWhileQuiet(kind, raisedAt);
  const present = new Set<Part>([...people.map((each) => each.as), 'coordinator']);
  const planned: Rung[] = [];
  for (const { after, by, audience } of ladderRules[kind].steps) {
    const there = audience.filter((each) => present.has(each));
    if (there.length === 0) continue;
    // Whoever is missing below, the first rung there is gets climbed at once.
    const at = planned.length === 0 ? start : addMinutes(start, after);
    planned.push({ at: notWhileQuiet(kind, at), by, audience: there });
  }
  return planned;
}
