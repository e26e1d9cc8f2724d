import { addMinutes, type Instant, isBefore, minutesBetween } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import {
  type Alert,
  type AlertActor,
  type Answer,
  isOpen,
  MOST_ANSWERS,
  type OpenAlert,
  type Rung,
} from './alert';
import { ladderRules, notWhileQuiet, planLadder } from './ladder';

type Given = Pick<
  Alert,
  'alertId' | 'elderId' | 'villageCode' | 'callName' | 'kind' | 'raisedBy' | 'matter' | 'visitId' | 'people'
>;

/** A new alert: it has told nobody and has to at once. */
export function raise(given: Given, now: Instant): Extract<Alert, { status: 'raised' }> {
  const ladder = planLadder(given.kind, now, given.people);
  return { ...given, status: 'raised', raisedAt: now, ladder, answers: [], nextAt: ladder[0]?.at ?? now };
}

export interface Climbed {
  readonly alert: OpenAlert;
  /** Which time somebody is told, from 0; repeats of the last rung count on. */
  readonly step: number;
  readonly rung: Rung;
}

/** A state's own fields are dropped when it is left. */
function bare(a: OpenAlert) {
  const { status: _status, nextAt: _nextAt, ...rest } = a;
  if (!('rungs' in rest)) return { common: rest, rungs: 0 };
  const { rungs, ...common } = rest;
  return { common, rungs };
}

/**
 * Climbs the one next rung if its moment has come. Who answered and then was not heard of again does not end an
 * alert: it goes on from where it stood. Call it until it answers undefined.
 */
export function advance(a: Alert, now: Instant): Climbed | undefined {
  if (!isOpen(a) || isBefore(now, a.nextAt)) return undefined;
  const { common, rungs: step } = bare(a);
  const rung = a.ladder[step] ?? a.ladder[a.ladder.length - 1];
  if (rung === undefined) throw new Error(`alert ${a.alertId} has no ladder`);
  const nextAt = a.ladder[step + 1]?.at ?? notWhileQuiet(a.kind, addMinutes(now, ladderRules[a.kind].again));
  return { alert: { ...common, status: 'told', rungs: step + 1, nextAt }, step, rung };
}

/** Somebody has seen it. Others may answer as well; the same person again only changes what they said. */
export function acknowledge(a: Alert, by: Answer): Result<Alert> {
  if (!isOpen(a)) return refuse('alert_closed');
  const { common, rungs } = bare(a);
  const others = a.answers.filter((each) => each.personId !== by.personId);
  const nextAt = notWhileQuiet(a.kind, addMinutes(by.at, ladderRules[a.kind].patience));
  return allow({
    ...common,
    // Answered before the first rung was climbed: the first one is taken as climbed.
    rungs: Math.max(1, rungs),
    answers: [...others, by].slice(-MOST_ANSWERS),
    status: 'acknowledged',
    nextAt,
  });
}

/** Of many neighbours who were told, only one who went, or who was there and raised it, knows how it ended. */
export const hasBeenThere = (a: Alert, personId: string): boolean =>
  a.answers.some((each) => each.going && each.personId === personId) ||
  (a.raisedBy !== 'system' && a.raisedBy.personId === personId);

/** What was done about it. */
export function handle(a: Alert, by: AlertActor | 'system', now: Instant, what: string): Result<Alert> {
  if (!isOpen(a)) return refuse('alert_closed');
  const { common } = bare(a);
  return allow({ ...common, status: 'handled', handledAt: now, handledBy: by, what });
}

const UNDO_MINUTES = 1;
/** Whether whoever raised it can still take it back by themself. */
export const canCallOff = (a: Alert, personId: string, now: Instant): boolean =>
  isOpen(a) &&
  a.raisedBy !== 'system' &&
  a.raisedBy.personId === personId &&
  minutesBetween(a.raisedAt, now) <= UNDO_MINUTES;

/** Taken back within a minute by the one who raised it; afterwards somebody has to have seen to it. */
export function callOff(a: Alert, by: AlertActor, now: Instant): Result<Alert> {
  if (!isOpen(a)) return refuse('alert_closed');
  if (!canCallOff(a, by.personId, now)) return refuse('alert_undo_over');
  const { common } = bare(a);
  return allow({ ...common, status: 'false_alarm', calledOffAt: now, calledOffBy: by });
}

/** Seen to, and it was nothing: said by somebody who looked, at any time. */
export function foundWell(a: Alert, by: AlertActor, now: Instant): Result<Alert> {
  if (!isOpen(a)) return refuse('alert_closed');
  const { common } = bare(a);
  return allow({ ...common, status: 'false_alarm', calledOffAt: now, calledOffBy: by });
}
