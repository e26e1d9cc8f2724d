import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { readMe as readMeRoute, renameMe as renameRoute } from '@shared/identity/identity.contract';
import type { Person } from '@shared/identity/person';
import { route } from '@shared/kernel/route';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as z from 'zod';
import { readMe, renameMe } from '../identity/change-me';
import { personItem } from '../identity/items';
import { create, TableUnavailable } from '../table/port';
import { signAccessToken } from './access-token';
import { logger } from './logger';
import { type PublicUseCase, serve, servePublic, serveRoom } from './serve';
import { type TestDeps, testDeps } from './test-support';

const fragile = route({
  name: 'fragile',
  method: 'GET',
  path: '/api/fragile',
  summary: 'Fails as it is told.',
  access: 'public',
  relation: 'none',
  audit: 'fragile.read',
  reply: z.strictObject({ fine: z.literal(true) }),
  refusals: [],
});
const failing =
  (error: Error): PublicUseCase<typeof fragile> =>
  async () => {
    throw error;
  };

async function stage(over: Partial<Person> = {}) {
  const deps = testDeps();
  const person: Person = {
    personId: deps.newId('person'),
    name: '王建国',
    phone: '13912345678',
    grants: [{ role: 'family' }],
    createdAt: deps.clock(),
    ...over,
  };
  await deps.table.commit([create(personItem, person)]);
  const token = await signAccessToken(
    deps.secret,
    { personId: person.personId, sessionId: deps.newId('session') },
    deps.clock(),
  );
  return { deps, person, authorization: `Bearer ${token.accessToken}` };
}

async function send(
  deps: TestDeps,
  routeKey: string,
  more: { headers?: Record<string, string>; body?: string; query?: Record<string, string> } = {},
  served = [serve(readMeRoute, readMe), serve(renameRoute, renameMe)],
) {
  const event = {
    routeKey,
    headers: more.headers ?? {},
    queryStringParameters: more.query,
    body: more.body,
    isBase64Encoded: false,
    requestContext: { requestId: 'test' },
  } as unknown as APIGatewayProxyEventV2;
  const reply = await serveRoom(served, () => deps)(event, {} as Context);
  return { status: reply.statusCode, body: JSON.parse(reply.body ?? 'null'), text: reply.body ?? '' };
}

const rename = async (body: string) => {
  const { deps, authorization } = await stage();
  return send(deps, 'POST /api/me', { headers: { Authorization: authorization }, body });
};

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the one stack', () => {
  it('names what is wrong with a body, and both sentences with it', async () => {
    const commandId = `command_${'0'.repeat(26)}`;
    expect(await rename('{')).toMatchObject({ status: 400, body: { refusal: { code: 'body_not_json' } } });
    expect(await rename(JSON.stringify({ commandId, name: '好'.repeat(30_000) }))).toMatchObject({
      status: 413,
      body: { refusal: { code: 'body_too_large', zh: expect.any(String), en: expect.any(String) } },
    });
    expect(await rename(JSON.stringify({ commandId, name: 7 }))).toMatchObject({
      status: 400,
      body: { refusal: { code: 'input_invalid', field: 'body.name' } },
    });
    expect(await rename(JSON.stringify({ commandId, name: '好', admin: true }))).toMatchObject({
      status: 400,
      body: { refusal: { code: 'input_unknown_key', field: 'body.admin' } },
    });
  });

  it('refuses a query that the route does not know, and an address that nobody serves', async () => {
    const { deps, authorization } = await stage();
    expect(
      await send(deps, 'GET /api/me', { headers: { authorization }, query: { all: '1' } }),
    ).toMatchObject({ status: 400, body: { refusal: { field: 'query.all' } } });
    expect(await send(deps, 'GET /api/nowhere')).toMatchObject({
      status: 404,
      body: { refusal: { code: 'route_unknown' } },
    });
  });

  it('lets in nobody whose token is forged or old, nor one who is suspended', async () => {
    const { deps, authorization } = await stage();
    const forged = `${authorization.slice(0, -3)}AAA`;
    expect((await send(deps, 'GET /api/me', { headers: { authorization: forged } })).status).toBe(401);
    deps.advance(121);
    expect(await send(deps, 'GET /api/me', { headers: { authorization } })).toMatchObject({
      status: 401,
      body: { refusal: { code: 'session_ended' } },
    });
    const out = await stage({ suspended: { at: deps.clock(), why: '核查' } });
    expect(
      await send(out.deps, 'GET /api/me', { headers: { authorization: out.authorization } }),
    ).toMatchObject({ status: 403, body: { refusal: { code: 'account_suspended' } } });
  });

  it('names a record that cannot be read, and asks to wait when the table does not answer', async () => {
    jest.spyOn(logger, 'error').mockReturnValue();
    jest.spyOn(logger, 'warn').mockReturnValue();
    const { deps, person, authorization } = await stage();
    deps.table.plant({
      pk: `PERSON#${person.personId}`,
      sk: 'PERSON',
      kind: 'Person',
      version: 2,
      body: { broken: true },
    });
    expect(await send(deps, 'GET /api/me', { headers: { authorization } })).toMatchObject({
      body: { refusal: { code: 'record_unreadable' } },
    });
    const unavailable = [servePublic(fragile, failing(new TableUnavailable('timeout')))];
    expect(await send(deps, 'GET /api/fragile', {}, unavailable)).toMatchObject({
      status: 503,
      body: { refusal: { code: 'busy_try_again' } },
    });
  });

  it('answers a bug without a stack and without its message', async () => {
    jest.spyOn(logger, 'error').mockReturnValue();
    const bug = [servePublic(fragile, failing(new Error('phone 13912345678 is odd')))];
    const reply = await send(testDeps(), 'GET /api/fragile', {}, bug);
    expect(reply.status).toBe(500);
    expect(reply.text).not.toMatch(/13912345678|at .*\.ts/);
  });

  it('writes no name, phone, token or input to the log, whatever happens', async () => {
    const lines: string[] = [];
    for (const level of ['info', 'warn', 'error'] as const)
      jest.spyOn(logger, level).mockImplementation((...said: unknown[]) => {
        lines.push(JSON.stringify(said));
      });
    const { deps, authorization } = await stage();
    const headers = { authorization };
    await send(deps, 'GET /api/me', { headers });
    await send(deps, 'POST /api/me', {
      headers,
      body: JSON.stringify({ commandId: deps.newId('command'), name: '王秀兰' }),
    });
    await send(deps, 'GET /api/fragile', {}, [servePublic(fragile, failing(new Error('13912345678')))]);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(lines.join('\n')).not.toMatch(/王|139\d{8}|Bearer|eyJ/);
  });
});
