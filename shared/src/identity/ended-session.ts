import type { SessionId } from '../kernel/ids';
import { addMinutes, type Instant, isBefore } from '../kernel/instant';
import type { Person } from './person';
import { ACCESS_MINUTES } from './session';

const MOST_KEPT = 50;

/** Whether this session was signed out, so that its access token counts no more though it has not run out. */
export const hasEnded = (person: Person, session: SessionId): boolean =>
  person.endedSessions?.some((ended) => ended.sessionId === session) ?? false;

/** The person without that session. It is remembered until its last access token has run out by itself. */
export function endSession(person: Person, session: SessionId, now: Instant): Person {
  const others = (person.endedSessions ?? []).filter(
    (ended) => isBefore(now, ended.until) && ended.sessionId !== session,
  );
  const ended = { sessionId: session, until: addMinutes(now, ACCESS_MINUTES) };
  return { ...person, endedSessions: [ended, ...others].slice(0, MOST_KEPT) };
}
