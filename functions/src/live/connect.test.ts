import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ElderId, PersonId } from '@shared/kernel/ids';
import { personItem } from '../identity/items';
import { signAccessToken } from '../platform/access-token';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { answer, openConnection } from './connect';
import { connectionItem, connectionKey } from './items';

let deps: TestDeps;
let personId: PersonId;
let elderId: ElderId;

const event = (eventType: string, token?: string) => ({
  requestContext: { connectionId: 'socket-1', eventType },
  queryStringParameters: token === undefined ? null : { token },
});
const tokenOf = async (): Promise<string> =>
  (await signAccessToken(deps.secret, { personId, sessionId: deps.newId('session') }, deps.clock()))
    .accessToken;
const kept = () => deps.table.get(connectionItem, connectionKey('socket-1'));

beforeEach(async () => {
  deps = testDeps();
  personId = deps.newId('person');
  elderId = deps.newId('elder');
  const person = personItem.schema.parse({
    personId,
    name: '李桂芬',
    grants: [{ role: 'elder', elderId }],
    createdAt: deps.clock(),
  });
  await deps.table.commit([create(personItem, person)]);
});

describe('opening a socket', () => {
  test('a valid token is kept with whose it is', async () => {
    expect(await answer(deps, event('CONNECT', await tokenOf()))).toEqual({ statusCode: 200 });
    expect((await kept())?.value).toMatchObject({ personId, elderId });
  });

  test('no token, a forged one or an expired one opens nothing', async () => {
    const token = await tokenOf();
    expect((await openConnection(deps, event('CONNECT'))).statusCode).toBe(401);
    expect((await openConnection(deps, event('CONNECT', `${token}x`))).statusCode).toBe(401);
    deps.advance(121);
    expect((await openConnection(deps, event('CONNECT', token))).statusCode).toBe(401);
    expect(await kept()).toBeUndefined();
  });

  test('closing forgets the socket, and closing again is nothing', async () => {
    await answer(deps, event('CONNECT', await tokenOf()));
    await answer(deps, event('DISCONNECT'));
    expect(await kept()).toBeUndefined();
    expect(await answer(deps, event('DISCONNECT'))).toEqual({ statusCode: 200 });
  });

  test('a socket that nobody closed counts as gone after two hours', async () => {
    await answer(deps, event('CONNECT', await tokenOf()));
    deps.advance(121);
    const page = await deps.table.list(connectionItem, { index: 'byPerson', pk: `PERSON#${personId}` });
    expect(page.items).toEqual([]);
  });
});
