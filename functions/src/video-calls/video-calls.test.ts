import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CallId, CommandId } from '@shared/kernel/ids';
import { addMinutes } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import { RING_SECONDS } from '@shared/video-calls/lifecycle';
import { MOST_FRAME_BYTES, type VideoPush } from '@shared/video-calls/signal';
import { TICKET_SECONDS } from '@shared/video-calls/ticket';
import { START, underWay } from '@shared/visits/factories';
import { personItem } from '../identity/items';
import { connectionItem } from '../live/items';
import { kinshipItem, kinshipKey } from '../people/items';
import type { Actor } from '../platform/deps';
import { logger } from '../platform/logger';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create, replace } from '../table/port';
import { readOneVisit } from '../visits/read-visit';
import { actors, commandOf, elder, helper, kinship, must, plantVillage, visit } from '../visits/test-village';
import { iceServers } from './ice-servers';
import { inviteToCall } from './invite';
import { callItem, callKey, seatItem, ticketItem } from './items';
import { declineCall, joinCall, leaveCall } from './join-and-leave';
import { makeTicket } from './make-ticket';
import { listCalls, readCall } from './read-calls';
import { readFrame, relay } from './relay';
import { signVoip } from './sign-voip';
import { sweepCalls, watchCalls } from './sweep';

const { son, elder: granny, helper: neighbour, coordinator, stranger, otherHelper } = actors;
let deps: TestDeps;
let pushed: [string, VideoPush][];
let commands = 0;
const none = undefined as never;
const next = (): CommandId => {
  commands += 1;
  return commandOf(commands);
};
const post = async (to: string, push: VideoPush): Promise<'sent' | 'gone'> => {
  pushed.push([to, push]);
  return 'sent';
};
const seconds = (n: number): void => deps.advance(n / 60);
const invite = (actor: Actor, more: object = {}) =>
  inviteToCall(deps, {
    params: none,
    query: none,
    actor,
    body: { commandId: next(), elderId: elder.elderId, medium: 'web', ...more },
  });
const ticketFor = (actor: Actor, callId: CallId) =>
  makeTicket(deps, { params: { callId }, query: none, body: none, actor });
const joinWith = (actor: Actor, callId: CallId, ticket: string, commandId = next()) =>
  joinCall(deps, { params: { callId }, query: none, actor, body: { commandId, ticket, medium: 'web' } });
const join = async (actor: Actor, callId: CallId) =>
  joinWith(actor, callId, must(await ticketFor(actor, callId)).ticket);
const leave = (actor: Actor, callId: CallId) =>
  leaveCall(deps, { params: { callId }, query: none, actor, body: { commandId: next() } });
const decline = (actor: Actor, callId: CallId) =>
  declineCall(deps, { params: { callId }, query: none, actor, body: { commandId: next() } });
const list = async (actor: Actor) =>
  must(await listCalls(deps, { params: none, query: none, body: none, actor })).calls;
const read = (actor: Actor, callId: CallId) =>
  readCall(deps, { params: { callId }, query: none, body: none, actor });
const status = async (callId: CallId) => (await deps.table.get(callItem, callKey(callId)))?.value.status;
const code = (result: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  result.refusal?.code;
const frame = (callId: CallId, more: object): string => JSON.stringify({ action: 'video', callId, ...more });
const says = (socket: string, callId: CallId, more: object) => relay(deps, post, socket, frame(callId, more));

const socket = (connectionId: string, { personId, grant }: Actor) =>
  create(connectionItem, {
    connectionId,
    personId,
    sessionId: deps.newId('session'),
    connectedAt: deps.clock(),
    expiresAt: addMinutes(deps.clock(), 120),
    ...(grant.elderId === undefined ? {} : { elderId: grant.elderId }),
  });

/** The son calls into the visit, he and the helper are there and seated. */
async function talking(): Promise<CallId> {
  const { callId } = must(await invite(son, { visitId: visit.visitId }));
  must(await join(son, callId));
  must(await join(neighbour, callId));
  for (const from of ['son', 'helper']) await says(from, callId, { type: 'ready', fresh: true });
  return callId;
}

beforeEach(async () => {
  deps = testDeps({
    now: addMinutes(START, 10),
    wechat: {
      signIn: async (text) => allow({ openid: text.slice(5), sessionKey: 'a key' }),
      phoneNumber: none,
      notify: none,
      checkMedia: none,
      voipSignature: ({ timeStamp }, key) => (key === 'a key' ? String(timeStamp) : '').padEnd(64, 'a'),
    },
  });
  pushed = [];
  await plantVillage(deps, underWay());
  await deps.table.commit([
    ...[son, granny, neighbour, stranger].map(({ personId, grant }) =>
      create(personItem, { personId, name: '某人', grants: [grant], createdAt: START, openid: personId }),
    ),
    socket('son', son),
    socket('helper', neighbour),
    socket('elder', granny),
    socket('stranger', stranger),
  ]);
});

describe('calling', () => {
  it('rings at the other end, and nobody else sees that there is a call', async () => {
    const { callId } = must(await invite(son, { visitId: visit.visitId }));
    for (const called of [granny, neighbour])
      expect(await list(called)).toMatchObject([{ callId, rings: true, can: ['join', 'decline'] }]);
    expect(await list(son)).toMatchObject([{ callId, rings: false, can: ['join', 'leave'] }]);
    for (const other of [stranger, otherHelper, coordinator]) {
      expect(await list(other)).toEqual([]);
      expect(code(await read(other, callId))).toBe('not_found');
      expect(code(await ticketFor(other, callId))).toBe('not_found');
      expect(code(await leave(other, callId))).toBe('not_found');
      expect(code(await decline(other, callId))).toBe('not_found');
    }
  });

  it('from both ends at once is one call', async () => {
    const { callId } = must(await invite(granny));
    expect(must(await invite(son)).callId).toBe(callId);
    expect(code(await invite(coordinator))).toBe('video_busy');
  });

  it('is refused to strangers and from a visit that has not begun', async () => {
    expect(code(await invite(stranger))).toBe('not_found');
    expect(code(await invite(otherHelper, { visitId: visit.visitId }))).toBe('not_found');
    expect(code(await invite(neighbour))).toBe('not_found');
    const early = testDeps({ now: START });
    await plantVillage(early);
    deps = early;
    expect(code(await invite(neighbour, { visitId: visit.visitId }))).toBe('video_visit_not_running');
  });

  it('is open to a relative no longer than the kinship lasts', async () => {
    const { callId } = must(await invite(granny));
    const kin = await deps.table.get(kinshipItem, kinshipKey(elder.elderId, son.personId));
    if (kin === undefined || kinship.status !== 'consented') throw new Error('the kinship is planted');
    const { consent: _yes, ...rest } = kinship;
    const ended = { withdrawnBy: granny.personId, withdrawnAt: deps.clock(), why: '' };
    await deps.table.commit([replace(kin, { ...rest, ...ended, status: 'withdrawn' })]);
    expect(code(await ticketFor(son, callId))).toBe('not_found');
  });
});

describe('a ticket', () => {
  it('lets in once, within thirty seconds, whom it was made for', async () => {
    const { callId } = must(await invite(son));
    const { ticket } = must(await ticketFor(son, callId));
    expect(code(await joinWith(granny, callId, ticket))).toBe('video_ticket_unknown');
    expect(code(await joinWith(son, callId, 'X'.repeat(32)))).toBe('video_ticket_unknown');
    must(await joinWith(son, callId, ticket));
    expect(code(await joinWith(son, callId, ticket))).toBe('video_ticket_used');
    const late = must(await ticketFor(granny, callId)).ticket;
    seconds(TICKET_SECONDS);
    expect(code(await joinWith(granny, callId, late))).toBe('video_ticket_expired');
  });

  it('that is spent twice at once lets in once, and a command that is sent again gets its first answer', async () => {
    const { callId } = must(await invite(son));
    const { ticket } = must(await ticketFor(son, callId));
    const both = await Promise.all([joinWith(son, callId, ticket), joinWith(son, callId, ticket)]);
    expect(both.map(code).sort()).toEqual(['video_ticket_used', undefined]);
    const again = must(await ticketFor(granny, callId)).ticket;
    const commandId = next();
    const first = must(await joinWith(granny, callId, again, commandId));
    expect(must(await joinWith(granny, callId, again, commandId))).toEqual(first);
  });

  it('is not stored as it is said', async () => {
    const { callId } = must(await invite(son));
    const { ticket } = must(await ticketFor(son, callId));
    const kept = await deps.table.list(ticketItem, { pk: `CALL#${callId}`, prefix: 'TICKET#' });
    expect(kept.items).toHaveLength(1);
    expect(JSON.stringify(kept.items)).not.toContain(ticket);
  });
});

describe('what members tell each other', () => {
  it('goes to the other member of the same call, on the socket where that one sits', async () => {
    const callId = await talking();
    expect(pushed).toEqual([['son', { type: 'video_ready', callId, from: 'helper', fresh: true }]]);
    const signal = { type: 'offer', sdp: 'v=0' };
    expect(await says('son', callId, { type: 'signal', to: 'helper', signal })).toBe('passed_on');
    expect(pushed.at(-1)).toEqual(['helper', { type: 'video_signal', callId, from: son.personId, signal }]);
    expect(await says('son', callId, { type: 'signal', to: 'elder', signal })).toBe('nobody_there');
    expect(await says('son', callId, { type: 'signal', to: son.personId, signal })).toBe('nobody_there');
  });

  it('is not heard from strangers, from who was called and has not come, from another page, or after the end', async () => {
    const callId = await talking();
    await deps.table.commit([socket('second page', son)]);
    const before = pushed.length;
    const signal = { type: 'candidate', candidate: 'c', mid: '0', line: 0 };
    for (const from of ['stranger', 'elder', 'second page', 'nobody'])
      expect(await says(from, callId, { type: 'signal', to: 'helper', signal })).toBe('not_a_member');
    expect(await says('stranger', callId, { type: 'ready', fresh: true })).toBe('not_a_member');
    must(await leave(son, callId));
    expect(await says('helper', callId, { type: 'signal', to: son.personId, signal })).toBe('not_a_member');
    expect(pushed).toHaveLength(before);
  });

  it('leaves no trace: neither in the log, where a socket fails, nor in the table', async () => {
    const callId = await talking();
    const said: unknown[] = [];
    const spy = jest.spyOn(logger, 'warn').mockImplementation((...words) => void said.push(words));
    const broken = async (): Promise<'sent'> => {
      throw new Error('candidate 192.0.2.7');
    };
    const signal = { type: 'offer', sdp: 'c=IN IP4 192.0.2.7' };
    const text = frame(callId, { type: 'signal', to: 'helper', signal });
    expect(await relay(deps, broken, 'son', text)).toBe('nobody_there');
    spy.mockRestore();
    expect(said).toHaveLength(1);
    const kept = await deps.table.list(seatItem, { pk: `CALL#${callId}`, prefix: 'SEAT#' });
    expect(kept.items).toHaveLength(2);
    expect(JSON.stringify([said, kept])).not.toContain('192.0.2.7');
  });

  it('is read only where it is small and of a known shape', () => {
    const callId = `call_${'0'.repeat(26)}` as CallId;
    expect(readFrame(frame(callId, { type: 'beat' }))).toBeDefined();
    const long = {
      type: 'signal',
      to: 'elder',
      signal: { type: 'offer', sdp: 'x'.repeat(MOST_FRAME_BYTES) },
    };
    const wrong = [undefined, '', '{', 'null', frame(callId, { type: 'beat', more: 1 }), frame(callId, long)];
    for (const each of wrong) expect(readFrame(each)).toBeUndefined();
  });

  it('finds a member again on a new socket', async () => {
    const callId = await talking();
    await deps.table.commit([socket('son again', son)]);
    expect(await says('son again', callId, { type: 'ready', fresh: false })).toBe('seated');
    expect(pushed.at(-1)).toEqual([
      'helper',
      { type: 'video_ready', callId, from: son.personId, fresh: false },
    ]);
    expect(await says('son', callId, { type: 'beat' })).toBe('not_a_member');
  });
});

describe('the end', () => {
  const beats = async (callId: CallId, socketId: string, until: number): Promise<void> => {
    for (let at = 0; at < until; at += 5) {
      seconds(5);
      await says(socketId, callId, { type: 'beat' });
    }
  };
  const log = async () =>
    must(
      await readOneVisit(deps, { params: { visitId: visit.visitId }, query: none, body: none, actor: son }),
    ).entries;

  it('by hanging up is in the log of the visit, with how long each was there', async () => {
    const callId = await talking();
    seconds(130);
    expect(must(await leave(son, callId))).toMatchObject({ status: 'ended', can: ['call_back'] });
    expect(await log()).toMatchObject([
      {
        entry: { kind: 'video', seconds: 130, people: [{ name: '王建国' }, { name: '李桂芬' }] },
        sentence: { zh: '和家里视频了 2 分钟：王建国 2 分钟，李桂芬 2 分钟' },
      },
    ]);
    expect(must(await leave(neighbour, callId)).status).toBe('ended');
    expect(await log()).toHaveLength(1);
  });

  it('by the death of one phone is noticed by the other within half a minute', async () => {
    const callId = await talking();
    await beats(callId, 'son', 25);
    expect(await status(callId)).toBe('ended');
    expect(await log()).toHaveLength(1);
  });

  it('by the death of both phones is noticed by the clock, and a clock without calls rests', async () => {
    const callId = await talking();
    const waits: number[] = [];
    const wait = async (): Promise<void> => {
      waits.push(8);
      seconds(8);
    };
    expect(await watchCalls(deps, wait)).toEqual({ open: 0, failed: 0 });
    expect(await status(callId)).toBe('ended');
    expect(waits).toHaveLength(3);
    await watchCalls(deps, wait);
    expect(waits).toHaveLength(3);
  });

  it('while it rings is a missed call for who was called, and a declined one when all say no', async () => {
    const missed = must(await invite(son)).callId;
    seconds(RING_SECONDS + 1);
    await sweepCalls(deps);
    expect(await list(granny)).toMatchObject([
      { callId: missed, missed: true, rings: false, sentence: { zh: '王建国打来视频，没有接到' } },
    ]);
    const { callId } = must(await invite(granny));
    expect(must(await decline(son, callId)).status).toBe('declined');
    expect(await list(granny)).toMatchObject([{ sentence: { zh: '王建国现在不方便接' } }, {}]);
  });
});

describe("WeChat's room", () => {
  const sign = (actor: Actor, callId: CallId, text: string) =>
    signVoip(deps, { params: { callId }, query: none, actor, body: { code: text } });

  it('is signed for who is in the call, with the key of their own fresh code', async () => {
    const { callId } = must(await invite(son, { medium: 'wechat' }));
    expect(code(await sign(son, callId, `code-${son.personId}`))).toBe('video_not_joined');
    const { ticket } = must(await ticketFor(son, callId));
    expect(code(await joinWith(son, callId, ticket))).toBe('video_other_app');
    must(
      await joinCall(deps, {
        params: { callId },
        query: none,
        actor: son,
        body: { commandId: next(), ticket, medium: 'wechat' },
      }),
    );
    const signed = must(await sign(son, callId, `code-${son.personId}`));
    expect(signed.signature).toBe(String(signed.timeStamp).padEnd(64, 'a'));
    expect(signed.openid).toBe(son.personId);
    expect(code(await sign(son, callId, `code-${granny.personId}`))).toBe('wechat_code_invalid');
    expect(code(await sign(stranger, callId, `code-${stranger.personId}`))).toBe('not_found');
  });
});

describe('who may telephone instead', () => {
  it('family and the helper of the visit learn the number of the elder', async () => {
    const { callId } = must(await invite(son, { visitId: visit.visitId }));
    for (const each of [son, neighbour])
      expect(must(await read(each, callId))).toHaveProperty('phone', elder.phone);
    expect(must(await read(granny, callId))).not.toHaveProperty('phone');
    expect(helper.personId).toBe(neighbour.personId);
  });
});

describe('the way through walls', () => {
  const given = { VIDEO_STUN_URLS: 'stun:a stun:b', VIDEO_TURN_URLS: 'turn:a', VIDEO_TURN_SECRET: 'north' };
  it('has a password for the call that ends after two hours, and none without a secret', () => {
    const at = START;
    expect(iceServers(given, 'call_1', at)).toEqual([
      { urls: ['stun:a', 'stun:b'] },
      { urls: ['turn:a'], username: '1772424000:call_1', credential: expect.stringMatching(/^[\w+/]{27}=$/) },
    ]);
    expect(iceServers({ ...given, VIDEO_TURN_SECRET: '' }, 'call_1', at)).toHaveLength(1);
    expect(iceServers({}, 'call_1', at)).toEqual([]);
  });
});
