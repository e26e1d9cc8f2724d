import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Route } from '@shared/kernel/route';
import { START } from '@shared/visits/factories';
import * as routes from '@shared/visits/visits.contract';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { personItem } from '../identity/items';
import { signAccessToken } from '../platform/access-token';
import { serve, serveRoom } from '../platform/serve';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { checkInToVisit } from './check-in';
import { checkOutOfVisit } from './check-out';
import { visitItem, visitKey } from './items';
import { keepVisitLog } from './keep-log';
import { listMine } from './list-visits';
import { rescheduleVisit } from './reschedule-visit';
import { actors, commandOf, must, plantVillage, visit } from './test-village';

let deps: TestDeps;
let authorization: string;

const room = serveRoom(
  [
    serve(routes.listMyVisits, listMine),
    serve(routes.checkIn, checkInToVisit),
    serve(routes.keepLog, keepVisitLog),
    serve(routes.checkOut, checkOutOfVisit),
    serve(routes.rescheduleVisit, rescheduleVisit),
  ],
  () => deps,
);

const call = async (route: Route, body: unknown, over: Partial<APIGatewayProxyEventV2> = {}) => {
  const event = {
    routeKey: `${route.method} ${route.path}`,
    headers: { authorization },
    pathParameters: { visitId: visit.visitId },
    requestContext: { requestId: 'r' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...over,
  } as unknown as APIGatewayProxyEventV2;
  const reply = await room(event, {} as Context);
  return { status: reply.statusCode, ...JSON.parse(reply.body ?? '{}') };
};

beforeAll(async () => {
  deps = testDeps({ now: START });
  await plantVillage(deps);
  const { personId, grant } = actors.helper;
  const person = { personId, name: '李桂芬', grants: [grant], createdAt: deps.clock() };
  must(await deps.table.commit([create(personItem, person)]));
  const token = await signAccessToken(
    deps.secret,
    { personId, sessionId: deps.newId('session') },
    deps.clock(),
  );
  authorization = `Bearer ${token.accessToken}`;
});

const at = START;
const commandId = commandOf(1);
const evidence = { kind: 'none', reason: '没有信号' };
const arrival = { commandId, at, evidence };
const bad: readonly [string, Route, unknown, string, string?][] = [
  ['an unknown key', routes.checkIn, { ...arrival, verified: true }, 'input_unknown_key', 'body.verified'],
  ['no body', routes.checkIn, '', 'input_invalid', 'body'],
  ['a body that is not JSON', routes.checkIn, '{"at":', 'body_not_json'],
  ['a body that is too large', routes.keepLog, { text: 'x'.repeat(70_000) }, 'body_too_large'],
  [
    'a day that does not exist',
    routes.checkIn,
    { ...arrival, at: '2026-02-30T00:00:00Z' },
    'input_invalid',
    'body.at',
  ],
  ['a time without zone', routes.checkIn, { ...arrival, at: '2026-03-02 10:00' }, 'input_invalid', 'body.at'],
  [
    'a position off the earth',
    routes.checkIn,
    { ...arrival, evidence: { kind: 'position', position: { lat: 91, lng: 0 }, accuracyMetres: 1 } },
    'input_invalid',
    'body.evidence.position.lat',
  ],
  [
    'no reason',
    routes.checkIn,
    { ...arrival, evidence: { kind: 'none', reason: '' } },
    'evidence_needs_reason',
    'body.evidence.reason',
  ],
  [
    'a check-in far too early',
    routes.checkIn,
    { ...arrival, at: '2026-03-01T02:00:00Z' },
    'check_in_too_early',
    'body.at',
  ],
  [
    'a wrong door code',
    routes.checkIn,
    { ...arrival, evidence: { kind: 'door_code', code: '0000' } },
    'door_code_wrong',
    'body.evidence.code',
  ],
  ['a check-out before any check-in', routes.checkOut, { ...arrival, summary: '' }, 'visit_not_checked_in'],
  ['an empty log', routes.keepLog, { commandId, entries: [] }, 'input_invalid', 'body.entries'],
  [
    'a move into the past',
    routes.rescheduleVisit,
    { commandId, startsAt: '2020-01-01T00:00:00Z', reason: '有事' },
    'time_past',
    'body.startsAt',
  ],
];

describe('bad input to visits', () => {
  test.each(
    bad.map(([what, route, body, code, field]) => ({ what, route, body, code, field })),
  )('$what is refused with its code, two sentences and the field', async ({ route, body, code, field }) => {
    const reply = await call(route, body);
    expect(reply.refusal).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
    expect(reply.refusal.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(reply.refusal.en).toMatch(/[a-z]/);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
  });

  test('a foreign or malformed id is not there', async () => {
    for (const visitId of [visit.visitId.replace(/.$/, '8'), 'visit_1', '../etc'])
      expect(await call(routes.checkIn, arrival, { pathParameters: { visitId } })).toMatchObject({
        status: 404,
        refusal: { code: 'not_found' },
      });
  });

  test('a span that ends before it begins is refused', async () => {
    const queryStringParameters = { from: '2026-03-05T00:00:00Z', to: '2026-03-01T00:00:00Z' };
    const reply = await call(routes.listMyVisits, '', { queryStringParameters, pathParameters: {} });
    expect(reply.refusal).toMatchObject({ code: 'time_order_invalid', field: 'query.to' });
  });

  test('after all of that the visit is as it was', async () => {
    const stored = await deps.table.get(visitItem, visitKey(visit.visitId));
    expect(stored).toMatchObject({ version: 1, value: { status: 'scheduled' } });
  });
});
