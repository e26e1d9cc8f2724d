import { type Instant, instantOf, isBefore, millisOf } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import {
  isOpen,
  isPresent,
  type Member,
  type MemberKey,
  MOST_SPANS,
  memberOf,
  type OpenCall,
  type VideoCall,
} from './video-call';

/** A phone rings so long, as telephones do. */
export const RING_SECONDS = 45;
/**
 * Who has not been heard of for so long is gone. With a beat every five seconds the others notice within
 * twenty-one, and the clock's own look, at most twelve seconds later than it should be, within twenty-eight.
 */
export const GONE_SECONDS = 16;

export const addSeconds = (at: Instant, seconds: number): Instant => instantOf(millisOf(at) + seconds * 1000);
const later = (a: Instant, b: Instant): Instant => (isBefore(a, b) ? b : a);

type Facts = Omit<
  Extract<VideoCall, { status: 'invited' }>,
  'status' | 'invitedAt' | 'ringsUntil' | 'invitedBy'
>;

/** The first member calls the others. */
export function invite(facts: Facts, now: Instant): OpenCall {
  const [caller] = facts.members;
  if (caller === undefined) throw new Error('a call has members');
  return {
    ...facts,
    status: 'invited',
    invitedBy: caller.key,
    invitedAt: now,
    ringsUntil: addSeconds(now, RING_SECONDS),
  };
}

const withMember = <C extends VideoCall>(c: C, key: MemberKey, change: (m: Member) => Member): C => ({
  ...c,
  members: c.members.map((each) => (each.key === key ? change(each) : each)),
});

function arriving(m: Member, now: Instant): Member {
  const { declinedAt: _before, ...rest } = m;
  if (isPresent(m)) return rest;
  if (m.presence.length < MOST_SPANS) return { ...rest, presence: [...m.presence, { from: now }] };
  // Somebody whose network comes and goes all evening: the last stretch is taken up again.
  const last = m.presence.at(-1);
  return last === undefined ? rest : { ...rest, presence: [...m.presence.slice(0, -1), { from: last.from }] };
}

/** A stretch never ends before it began, whatever clock said when. */
function leaving(m: Member, at: Instant): Member {
  const last = m.presence.at(-1);
  if (last === undefined || last.to !== undefined) return m;
  return { ...m, presence: [...m.presence.slice(0, -1), { from: last.from, to: later(last.from, at) }] };
}

export const presentIn = (c: VideoCall): readonly Member[] => c.members.filter(isPresent);

/** Somebody comes into the call, for the first time or again; with two it has begun. */
export function join(c: VideoCall, key: MemberKey, now: Instant): Result<OpenCall> {
  if (memberOf(c, key) === undefined) return refuse('not_found');
  if (!isOpen(c)) return refuse('video_call_over');
  if (c.status === 'invited' && !isBefore(now, c.ringsUntil)) return refuse('video_call_over');
  const after = withMember(c, key, (m) => arriving(m, now));
  if (after.status === 'joined' || presentIn(after).length < 2) return allow(after);
  const { ringsUntil: _rings, ...rest } = after;
  return allow({ ...rest, status: 'joined', startedAt: now });
}

/** What a call has come to once somebody left or said no: it goes on, or is over. */
function settled(c: OpenCall, now: Instant): VideoCall {
  if (c.status === 'joined') {
    if (presentIn(c).length >= 2) return c;
    // Who came last cannot have left before.
    const ends = c.members.flatMap(({ presence }) => presence.map(({ from, to }) => to ?? from));
    const endedAt = ends.reduce(later, c.startedAt);
    return { ...c, status: 'ended', endedAt, members: c.members.map((m) => leaving(m, endedAt)) };
  }
  const { ringsUntil, ...rest } = c;
  const members = c.members.map((m) => leaving(m, now));
  const called = c.members.filter(({ key }) => key !== c.invitedBy);
  if (called.every(({ declinedAt }) => declinedAt !== undefined))
    return { ...rest, members, status: 'declined', endedAt: now };
  return isBefore(now, ringsUntil) ? c : { ...rest, members, status: 'missed', endedAt: ringsUntil };
}

const givenUp = (c: Extract<OpenCall, { status: 'invited' }>, at: Instant): VideoCall => {
  const { ringsUntil: _rings, ...rest } = c;
  return { ...rest, status: 'missed', endedAt: at, members: c.members.map((m) => leaving(m, at)) };
};

/** Hangs up. A caller who hangs up before anybody came gives up; where the call is over already, nothing happens. */
export function leave(c: VideoCall, key: MemberKey, now: Instant): Result<VideoCall> {
  const who = memberOf(c, key);
  if (who === undefined) return refuse('not_found');
  if (!isOpen(c)) return allow(c);
  if (c.status === 'invited' && c.invitedBy === key) return allow(givenUp(c, now));
  if (!isPresent(who)) return refuse('video_not_joined');
  return allow(
    settled(
      withMember(c, key, (m) => leaving(m, now)),
      now,
    ),
  );
}

/** Not now. Whoever declined may still come while the call goes on. */
export function decline(c: VideoCall, key: MemberKey, now: Instant): Result<VideoCall> {
  const who = memberOf(c, key);
  if (who === undefined) return refuse('not_found');
  if (!isOpen(c)) return refuse('video_call_over');
  if (isPresent(who) || c.invitedBy === key) return refuse('video_joined_already');
  return allow(
    settled(
      withMember(c, key, (m) => ({ ...m, declinedAt: m.declinedAt ?? now })),
      now,
    ),
  );
}

/**
 * What time alone does: who was not heard of is gone since the last time they were, and nobody rings for ever.
 * `heard` says when a member's phone last spoke. Undefined when nothing is due.
 */
export function advance(
  c: VideoCall,
  heard: (key: MemberKey) => Instant | undefined,
  now: Instant,
): VideoCall | undefined {
  if (!isOpen(c)) return undefined;
  let after: OpenCall = c;
  for (const m of presentIn(c)) {
    const from = m.presence.at(-1)?.from ?? now;
    const last = later(from, heard(m.key) ?? from);
    if (isBefore(now, addSeconds(last, GONE_SECONDS))) continue;
    if (after.status === 'invited' && after.invitedBy === m.key) return givenUp(after, last);
    after = withMember(after, m.key, (each) => leaving(each, last));
  }
  const result = settled(after, now);
  return result === c ? undefined : result;
}

/** Whoever missed a call has learned of it; anything else about a call stays as it is. */
export function see(c: VideoCall, key: MemberKey, now: Instant): VideoCall {
  const me = memberOf(c, key);
  return c.status === 'missed' && me !== undefined && me.seenAt === undefined
    ? withMember(c, key, (m) => ({ ...m, seenAt: now }))
    : c;
}
