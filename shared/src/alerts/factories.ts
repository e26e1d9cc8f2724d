import type { AlertId, ElderId, HelperId, PersonId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import type { Alert, AlertActor, AlertKind, Answer, Contact } from './alert';
import { acknowledge, advance, type Climbed, raise } from './climb';
import type { Message } from './message';
import { matterOf } from './sentence';

/** Alerts named after their states, for tests. */
const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;
const personOf = (n: number): PersonId => idOf('person', n) as PersonId;

/** A Tuesday afternoon in Beijing. */
export const RAISED = '2026-03-03T06:00:00.000Z' as Instant;
export const elderActor: AlertActor = { personId: personOf(1), role: 'elder', name: '王秀兰' };
export const son: Contact = { personId: personOf(2), name: '王建国', as: 'first_contact' };
export const daughter: Contact = { personId: personOf(3), name: '王丽', as: 'second_contact' };
export const neighbour: Contact = {
  personId: personOf(4),
  name: '李桂芬',
  as: 'neighbour',
  helperId: idOf('helper', 1) as HelperId,
  minutes: 6,
};
export const coordinator: Contact = { personId: personOf(5), name: '刘芳', as: 'coordinator' };
export const everybody = [son, daughter, neighbour, coordinator];

export const raised = (
  kind: AlertKind = 'sos',
  people: readonly Contact[] = everybody,
  at: Instant = RAISED,
): Extract<Alert, { status: 'raised' }> =>
  raise(
    {
      alertId: idOf('alert', 1) as AlertId,
      elderId: idOf('elder', 1) as ElderId,
      villageCode: '231222107201',
      callName: '王大娘',
      kind,
      raisedBy: kind === 'sos' ? elderActor : 'system',
      matter: matterOf.sos('王大娘', elderActor),
      people: [...people],
    },
    at,
  );

export const climbed = (a: Alert, now: Instant): Climbed => {
  const up = advance(a, now);
  if (up === undefined) throw new Error('no rung was due');
  return up;
};

export const answerOf = (by: Contact, at: Instant, going = true): Answer => ({
  personId: by.personId,
  role: by.as === 'neighbour' ? 'volunteer' : by.as === 'coordinator' ? 'coordinator' : 'family',
  name: by.name,
  at,
  going,
  ...(by.minutes === undefined ? {} : { minutes: by.minutes }),
});

export const answered = (a: Alert, by: Contact, at: Instant, going = true): Alert => {
  const done = acknowledge(a, answerOf(by, at, going));
  if (!done.ok) throw new Error(`a factory was refused: ${done.refusal.code}`);
  return done.value;
};

export const waiting = (to: Contact, over: Partial<Extract<Message, { status: 'waiting' }>> = {}) =>
  ({
    alertId: idOf('alert', 1) as AlertId,
    elderId: idOf('elder', 1) as ElderId,
    kind: 'sos',
    step: 0,
    personId: to.personId,
    name: to.name,
    as: to.as,
    at: RAISED,
    text: matterOf.sos('王大娘', elderActor),
    every: true,
    attempts: [],
    status: 'waiting',
    left: ['wechat', 'sms'],
    tryAt: RAISED,
    ...over,
  }) satisfies Message as Extract<Message, { status: 'waiting' }>;
