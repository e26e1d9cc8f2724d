import { describe, expect, test } from '@jest/globals';
import { route } from '@shared/kernel/route';
import * as z from 'zod';
import { type ClientPorts, createClient, readRefusal, urlOf } from './client-core';
import type { HttpReply, HttpRequest } from './transport';

const readThing = route({
  name: 'readThing',
  method: 'GET',
  path: '/api/things/{thingId}',
  summary: 'A thing.',
  access: ['family'],
  relation: 'none',
  audit: 'thing.read',
  params: z.strictObject({ thingId: z.string() }),
  query: z.strictObject({ day: z.string().optional() }),
  reply: z.strictObject({ name: z.string() }),
  refusals: [],
});

const refusedWith = (code: string, status = 401): HttpReply => ({
  kind: 'answer',
  status,
  body: { refusal: { code, zh: '…', en: '…' } },
});
const thing: HttpReply = { kind: 'answer', status: 200, body: { name: 'kettle' } };

function phone(replies: readonly HttpReply[], ports: Partial<ClientPorts> = {}) {
  const sent: HttpRequest[] = [];
  const events: string[] = [];
  let token = 'old';
  const call = createClient({
    base: 'http://api',
    transport: async (request) => {
      sent.push(request);
      return replies[sent.length - 1] ?? { kind: 'offline' };
    },
    accessToken: () => token,
    role: () => 'family',
    renew: async () => {
      events.push('renew');
      token = 'new';
      return 'renewed';
    },
    onEnded: () => events.push('ended'),
    ...ports,
  });
  return { call, sent, events };
}
const input = { params: { thingId: 'a b' }, query: {} };

describe('the typed client', () => {
  test('sends the token and the role, and gives the reply as the route describes it', async () => {
    const { call, sent } = phone([thing]);
    expect(await call(readThing, input)).toEqual({ ok: true, value: { name: 'kettle' } });
    expect(sent[0]).toMatchObject({
      method: 'GET',
      url: 'http://api/api/things/a%20b',
      headers: { authorization: 'Bearer old', 'nuanlin-role': 'family' },
    });
  });
  test('a reply that the route does not know is unreadable, not half believed', async () => {
    const { call } = phone([{ kind: 'answer', status: 200, body: { name: 7 } }]);
    expect(await call(readThing, input)).toEqual({ ok: false, failure: { kind: 'unreadable' } });
  });
  test('a refusal comes with its code and field', async () => {
    const { call } = phone([
      { kind: 'answer', status: 422, body: { refusal: { code: 'time_past', field: 'startsAt' } } },
    ]);
    expect(await call(readThing, input)).toEqual({
      ok: false,
      failure: { kind: 'refused', refusal: { code: 'time_past', field: 'startsAt' } },
    });
  });
  test('no answer, or a gateway without the server behind it, is offline', async () => {
    const { call } = phone([{ kind: 'offline' }, { kind: 'answer', status: 502, body: 'Bad Gateway' }]);
    expect(await call(readThing, input)).toEqual({ ok: false, failure: { kind: 'offline' } });
    expect(await call(readThing, input)).toEqual({ ok: false, failure: { kind: 'offline' } });
  });
  test('an ended access token is renewed once and the call sent again with the new one', async () => {
    const { call, sent, events } = phone([refusedWith('session_ended'), thing]);
    expect(await call(readThing, input)).toEqual({ ok: true, value: { name: 'kettle' } });
    expect(events).toEqual(['renew']);
    expect(sent[1]?.headers.authorization).toBe('Bearer new');
  });
  test('ten calls that find the token ended ask for one new token', async () => {
    let renewals = 0;
    let fresh = false;
    const call = createClient({
      base: '',
      transport: async () => (fresh ? thing : refusedWith('session_ended')),
      accessToken: () => 'token',
      role: () => undefined,
      renew: () =>
        new Promise((done) => {
          renewals += 1;
          setTimeout(() => {
            fresh = true;
            done('renewed');
          }, 5);
        }),
      onEnded: () => undefined,
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(readThing, input)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(renewals).toBe(1);
  });
  test('a session that cannot be renewed is ended, and says so', async () => {
    const { call, events } = phone([refusedWith('session_ended')], { renew: async () => 'ended' });
    const answer = await call(readThing, input);
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'refused', refusal: { code: 'session_ended' } },
    });
    expect(events).toEqual(['ended']);
  });
  test('without a network while renewing, nobody is signed out', async () => {
    const { call, events } = phone([refusedWith('session_ended')], { renew: async () => 'offline' });
    expect(await call(readThing, input)).toEqual({ ok: false, failure: { kind: 'offline' } });
    expect(events).toEqual([]);
  });
  test('empty query values are left away and a missing parameter is a bug', () => {
    expect(urlOf('/a/{b}', { b: '1' }, { c: undefined, d: '', e: 'f g' })).toBe('/a/1?e=f%20g');
    expect(() => urlOf('/a/{b}', {}, {})).toThrow('needs b');
  });
  test.each([
    undefined,
    null,
    'no',
    {},
    { refusal: null },
    { refusal: { code: 'unheard_of' } },
  ])('a body like %j holds no refusal', (body) => {
    expect(readRefusal(body)).toBeUndefined();
  });
});
