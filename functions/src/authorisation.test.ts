import { describe, expect, it, jest } from '@jest/globals';
import type { Grant, Person } from '@shared/identity/person';
import type { ElderId, GrantId, HelperId, SessionId } from '@shared/kernel/ids';
import { refuse } from '@shared/kernel/result';
import { type Role, role as roleShape } from '@shared/kernel/role';
import type { Route } from '@shared/kernel/route';
import type { Region } from '@shared/regions/region';
import { routesByRoom } from '@shared/routes';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { grantId, NOW, newcomerId, pendingOffer, type Sample, samples } from './authorisation-samples';
import { personItem, roleGrantItem } from './identity/items';
import { offerItem } from './offers/items';
import { regionItem } from './people/items';
import { signAccessToken } from './platform/access-token';
import type { Deps } from './platform/deps';
import { logger } from './platform/logger';
import { type Served, serveRoom } from './platform/serve';
import { testDeps } from './platform/test-support';
import { create, type Write } from './table/port';
import { actors, elder, plantVillage, visit } from './visits/test-village';

for (const level of ['info', 'warn', 'error'] as const)
  jest.spyOn(logger, level).mockImplementation(() => undefined);

type Tie = 'own' | 'foreign';
const { son, stranger, helper, otherHelper, coordinator, otherCoordinator } = actors;
const personOf = (last: string): Person['personId'] => newcomerId.replace(/.$/, last) as Person['personId'];
const otherElder = visit.elderId.replace(/.$/, '9') as ElderId;
const otherHelperId = visit.helperId.replace(/.$/, '9') as HelperId;

/** For each role someone whose subject it is, and someone who holds the role and has nothing to do with it. */
const cast: Record<Role, Record<Tie, { personId: Person['personId']; grant: Grant }>> = {
  family: {
    own: { personId: son.personId, grant: { role: 'family' } },
    foreign: { personId: stranger.personId, grant: { role: 'family' } },
  },
  volunteer: {
    own: { personId: helper.personId, grant: { role: 'volunteer', helperId: visit.helperId } },
    foreign: { personId: otherHelper.personId, grant: { role: 'volunteer', helperId: otherHelperId } },
  },
  provider: {
    own: { personId: personOf('A'), grant: { role: 'provider', helperId: visit.helperId } },
    foreign: { personId: personOf('B'), grant: { role: 'provider', helperId: otherHelperId } },
  },
  elder: {
    own: { personId: actors.elder.personId, grant: { role: 'elder', elderId: visit.elderId } },
    foreign: { personId: personOf('C'), grant: { role: 'elder', elderId: otherElder } },
  },
  coordinator: {
    own: {
      personId: coordinator.personId,
      grant: { role: 'coordinator', regionCode: elder.villageCode.slice(0, 9) },
    },
    foreign: {
      personId: otherCoordinator.personId,
      grant: { role: 'coordinator', regionCode: '231222999' },
    },
  },
  social_worker: {
    own: { personId: personOf('D'), grant: { role: 'social_worker', regionCode: '231222' } },
    foreign: { personId: personOf('E'), grant: { role: 'social_worker', regionCode: '230103' } },
  },
  official: {
    own: { personId: personOf('F'), grant: { role: 'official', regionCode: '231222' } },
    foreign: { personId: personOf('G'), grant: { role: 'official', regionCode: '230103' } },
  },
  operator: {
    own: { personId: personOf('H'), grant: { role: 'operator' } },
    // The one who proposed the grant of the fixtures, and so may not approve it.
    foreign: { personId: personOf('J'), grant: { role: 'operator' } },
  },
};

const village: Region = {
  code: elder.villageCode,
  name: elder.villageName,
  level: 'village',
  path: ['兰西县', '红光镇', elder.villageName],
  centre: elder.position,
};

async function stage(): Promise<Deps> {
  const deps = testDeps({
    now: NOW,
    wechat: {
      signIn: async () => refuse('wechat_busy'),
      phoneNumber: async () => refuse('wechat_busy'),
    },
  });
  await plantVillage(deps);
  const everybody = Object.values(cast).flatMap(({ own, foreign }) => [own, foreign]);
  const people: Write[] = everybody.map(({ personId, grant }) =>
    create(personItem, { personId, name: '某人', grants: [grant], createdAt: NOW }),
  );
  const planted = await deps.table.commit([
    ...people,
    create(personItem, { personId: newcomerId, name: '新人', grants: [], createdAt: NOW }),
    create(offerItem, pendingOffer),
    create(regionItem, village),
    create(roleGrantItem, {
      status: 'proposed',
      grantId: grantId as GrantId,
      personId: newcomerId,
      grant: { role: 'official', regionCode: '231222' },
      why: '新来的科员',
      proposedBy: cast.operator.foreign.personId,
      proposedAt: NOW,
    }),
  ]);
  if (!planted.ok) throw new Error(`the fixtures were refused: ${planted.refusal.code}`);
  return deps;
}

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

async function call(
  served: readonly Served[],
  route: Route,
  deps: Deps,
  who?: { readonly as: Person['personId']; readonly role: Role },
): Promise<Answer> {
  const sample: Sample = samples[route.name] ?? {};
  const sessionId = deps.newId('session') as SessionId;
  const token =
    who && (await signAccessToken(deps.secret, { personId: who.as, sessionId }, deps.clock())).accessToken;
  const event = {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    headers: {
      'content-type': 'application/json',
      ...(who ? { authorization: `Bearer ${token}`, 'nuanlin-role': who.role } : {}),
    },
    pathParameters: sample.params,
    queryStringParameters: sample.query,
    ...(sample.body ? { body: JSON.stringify(sample.body) } : {}),
    isBase64Encoded: false,
    requestContext: { requestId: 'matrix' },
  } as unknown as APIGatewayProxyEventV2;
  const handler = serveRoom(served, () => deps);
  const reply: APIGatewayProxyStructuredResultV2 = await handler(event, {} as Context);
  const body = JSON.parse(reply.body ?? 'null') as { refusal?: { code: string } };
  return { status: reply.statusCode ?? 0, code: body.refusal?.code, text: reply.body ?? '' };
}

/** What says that one may not, or that it is not there for one. */
const shut = [
  'sign_in_needed',
  'session_ended',
  'role_not_held',
  'not_found',
  'region_outside',
  'input_invalid',
  'input_unknown_key',
];
const opens = (answer: Answer): void => {
  expect(shut).not.toContain(answer.code);
  expect([answer.status, answer.code]).not.toEqual([500, expect.anything()]);
};

const served = (room: string): readonly Served[] => {
  const own = jest.requireActual<{ served: readonly Served[] }>(`./${room}/handler`).served;
  // The timeline's route is told with the visits and served by a function of its own.
  if (room !== 'visits') return own;
  return [...own, ...jest.requireActual<{ served: readonly Served[] }>('./history/handler').served];
};

describe.each(Object.entries(routesByRoom))('the room %s', (room, routes) => {
  it('serves every route of its contract, and the matrix has a row for each', () => {
    expect(
      served(room)
        .map(({ route }) => route.name)
        .sort(),
    ).toEqual(routes.map(({ name }) => name).sort());
    for (const route of routes) {
      expect(samples).toHaveProperty([route.name]);
      if (route.relation !== 'none') expect(samples[route.name]).toHaveProperty('foreign');
    }
  });

  describe.each(routes.map((route) => [route.name, route] as const))('%s', (name, route) => {
    const access = route.access;
    if (access === 'public') {
      it('needs no token', async () => {
        const answer = await call(served(room), route, await stage());
        expect(answer.code).not.toBe('sign_in_needed');
        expect(answer.status).not.toBe(500);
      });
      if (route.relation === 'local-stage') {
        it('is refused outside the local stage', async () => {
          const live = { ...(await stage()), stage: 'production' as const };
          expect((await call(served(room), route, live)).code).toBe('local_stage_only');
        });
      }
      return;
    }

    it('asks for a sign-in without a token', async () => {
      expect(await call(served(room), route, await stage())).toMatchObject({
        status: 401,
        code: 'sign_in_needed',
      });
    });

    for (const role of roleShape.options) {
      const { own, foreign } = cast[role];
      if (!access.includes(role)) {
        it(`is refused to the ${role}`, async () => {
          const answer = await call(served(room), route, await stage(), { as: own.personId, role });
          expect(answer).toMatchObject({ status: 403, code: 'role_not_held' });
        });
        continue;
      }
      it(`is open to the ${role} whose subject it is`, async () => {
        opens(await call(served(room), route, await stage(), { as: own.personId, role }));
      });
      it(`is refused to one who only says to be ${role}`, async () => {
        const liar = role === 'official' ? cast.operator.own : cast.official.own;
        const answer = await call(served(room), route, await stage(), { as: liar.personId, role });
        expect(answer).toMatchObject({ status: 403, code: 'role_not_held' });
      });
      const expected = samples[name]?.foreign;
      if (route.relation === 'none' || expected === undefined) continue;
      // A relative registers an elder wherever the elder lives; the region binds the coordinator alone.
      if (name === 'registerElder' && role === 'family') continue;
      it(`answers ${expected} to a ${role} without any tie to the subject`, async () => {
        const answer = await call(served(room), route, await stage(), { as: foreign.personId, role });
        if (expected !== 'sees nothing') expect(answer.code).toBe(expected);
        if (expected === 'not_found') expect(answer.status).toBe(404);
        for (const secret of [visit.visitId, visit.requestId, elder.name, elder.address])
          expect(answer.text).not.toContain(secret);
        expect(answer.status).not.toBe(500);
      });
    }
  });
});
