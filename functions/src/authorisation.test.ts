import { describe, expect, it, jest } from '@jest/globals';
import { role as roleShape } from '@shared/kernel/role';
import { routesByRoom } from '@shared/routes';
import { samples } from './authorisation-samples';
import { logger } from './platform/logger';
import { type Answer, call, cast, served, stage } from './test-support';
import { elder, visit } from './visits/test-village';

for (const level of ['info', 'warn', 'error'] as const)
  jest.spyOn(logger, level).mockImplementation(() => undefined);

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
