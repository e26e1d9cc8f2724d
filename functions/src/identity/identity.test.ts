import { describe, expect, it } from '@jest/globals';
import { readMe as readMeRoute } from '@shared/identity/identity.contract';
import type { Person } from '@shared/identity/person';
import { instantOf } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { openConnection } from '../live/connect';
import { connectionItem, socketsOf } from '../live/items';
import { redLightTownship } from '../people/factories';
import { regionItem } from '../people/items';
import { readAccessToken } from '../platform/access-token';
import { findActor } from '../platform/actor';
import type { Actor } from '../platform/deps';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import type { WeChat } from '../wechat/wechat';
import { readMe, renameMe, setMyPhone, takeFamilyRole } from './change-me';
import { approveRoleGrant, listRoleGrants, proposeRoleGrant } from './grant-role';
import { personaItem, personItem } from './items';
import { refreshSession, revokeSession } from './refresh-session';
import { signInWithWeChat } from './sign-in-with-wechat';
import { listPersonas, stepIn } from './step-in';

/** WeChat for these rules only; the real adapter is tested against the stand-in over HTTP. */
const knownUsers: WeChat = {
  voipSignature: () => '0'.repeat(64),
  signIn: async (code) =>
    code === 'bad' ? refuse('wechat_code_invalid') : allow({ openid: `o-${code}`, sessionKey: 'k' }),
  notify: async () => 'refused',
  checkMedia: async () => undefined,
  phoneNumber: async (code) => (code === 'good' ? allow('13912345678') : refuse('wechat_code_invalid')),
};
const none = { params: undefined as never, query: undefined as never };
const granted = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
};
const stage = () => testDeps({ wechat: knownUsers });
const signIn = async (deps: TestDeps, code = 'son') =>
  granted(await signInWithWeChat(deps, { ...none, body: { code } }));
const actorFor = (person: { personId: Person['personId'] }, role: Actor['role'] = 'family'): Actor => ({
  personId: person.personId,
  role,
  grants: [{ role }],
  grant: { role },
});

describe('signing in with WeChat', () => {
  it('makes a new person the first time and finds the same one ever after', async () => {
    const deps = stage();
    const first = await signIn(deps);
    expect((await signIn(deps)).person.personId).toBe(first.person.personId);
    expect((await signIn(deps, 'daughter')).person.personId).not.toBe(first.person.personId);
  });

  it('makes one person even when two phones sign in for the first time at once', async () => {
    const deps = stage();
    const both = await Promise.all([signIn(deps), signIn(deps)]);
    expect(new Set(both.map((session) => session.person.personId)).size).toBe(1);
  });

  it("passes WeChat's refusal on", async () => {
    expect(await signInWithWeChat(stage(), { ...none, body: { code: 'bad' } })).toMatchObject({
      refusal: { code: 'wechat_code_invalid' },
    });
  });

  it('gives an access token that ends after two hours', async () => {
    const deps = stage();
    const { accessToken } = await signIn(deps);
    expect(await readAccessToken(deps.secret, accessToken, deps.clock())).toMatchObject({
      personId: expect.any(String),
    });
    deps.advance(121);
    expect(await readAccessToken(deps.secret, accessToken, deps.clock())).toBe('expired');
    expect(
      await readAccessToken(new TextEncoder().encode('another secret altogether'), accessToken, instantOf(0)),
    ).toBe('invalid');
  });
});

describe('a refresh token', () => {
  it('rotates, and ends the session when a used one comes back', async () => {
    const deps = stage();
    const first = await signIn(deps);
    const second = granted(
      await refreshSession(deps, { ...none, body: { refreshToken: first.refreshToken } }),
    );
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await refreshSession(deps, { ...none, body: { refreshToken: first.refreshToken } })).toMatchObject(
      { ok: false },
    );
    expect(
      await refreshSession(deps, { ...none, body: { refreshToken: second.refreshToken } }),
    ).toMatchObject({
      refusal: { code: 'session_ended' },
    });
  });

  it('counts no more after signing out, and signing out needs the token itself', async () => {
    const deps = stage();
    const { refreshToken } = await signIn(deps);
    const forged = `${refreshToken.split('.')[0]}.forged-secret`;
    expect(await revokeSession(deps, { ...none, body: { refreshToken: forged } })).toMatchObject({
      ok: false,
    });
    granted(await revokeSession(deps, { ...none, body: { refreshToken } }));
    expect(await refreshSession(deps, { ...none, body: { refreshToken } })).toMatchObject({ ok: false });
  });
});

describe('an access token', () => {
  const ask = (deps: TestDeps, accessToken: string) =>
    findActor(deps, readMeRoute, { authorization: `Bearer ${accessToken}` });

  it('counts no more once its session is signed out, and that of another phone still does', async () => {
    const deps = stage();
    const [here, there] = [await signIn(deps), await signIn(deps)];
    expect(await ask(deps, here.accessToken)).toMatchObject({ ok: true });
    granted(await revokeSession(deps, { ...none, body: { refreshToken: here.refreshToken } }));
    granted(await revokeSession(deps, { ...none, body: { refreshToken: here.refreshToken } }));
    expect(await ask(deps, here.accessToken)).toMatchObject({ refusal: { code: 'session_ended' } });
    expect(await ask(deps, there.accessToken)).toMatchObject({ ok: true });
  });

  it('takes its sockets with it, and leaves those of another phone', async () => {
    const deps = stage();
    const [here, there] = [await signIn(deps), await signIn(deps)];
    const listen = (connectionId: string, token: string) =>
      openConnection(deps, {
        requestContext: { connectionId, eventType: 'CONNECT' },
        queryStringParameters: { token },
      });
    expect(await listen('here', here.accessToken)).toEqual({ statusCode: 200 });
    expect(await listen('there', there.accessToken)).toEqual({ statusCode: 200 });
    granted(await revokeSession(deps, { ...none, body: { refreshToken: here.refreshToken } }));
    const open = await deps.table.list(connectionItem, socketsOf(here.person.personId));
    expect(open.items.map(({ value }) => value.connectionId)).toEqual(['there']);
    expect(await listen('here again', here.accessToken)).toEqual({ statusCode: 401 });
  });

  it('counts no more once a stolen refresh token came back', async () => {
    const deps = stage();
    const first = await signIn(deps);
    const second = granted(
      await refreshSession(deps, { ...none, body: { refreshToken: first.refreshToken } }),
    );
    await refreshSession(deps, { ...none, body: { refreshToken: first.refreshToken } });
    for (const { accessToken } of [first, second])
      expect(await ask(deps, accessToken)).toMatchObject({ refusal: { code: 'session_ended' } });
  });

  it('leaves its mark on the person only until it would have run out by itself', async () => {
    const deps = stage();
    const signOut = async () => {
      const session = await signIn(deps);
      granted(await revokeSession(deps, { ...none, body: { refreshToken: session.refreshToken } }));
      return session.person.personId;
    };
    await signOut();
    deps.advance(121);
    const personId = await signOut();
    const person = await deps.table.get(personItem, { pk: `PERSON#${personId}`, sk: 'PERSON' });
    expect(person?.value.endedSessions).toHaveLength(1);
  });
});

describe('oneself', () => {
  it('chooses to be family, takes a name and a phone that is shown masked', async () => {
    const deps = stage();
    const { person } = await signIn(deps);
    const actor = actorFor(person);
    const commandId = () => deps.newId('command');
    granted(await takeFamilyRole(deps, { ...none, actor, body: { commandId: commandId(), role: 'family' } }));
    granted(await takeFamilyRole(deps, { ...none, actor, body: { commandId: commandId(), role: 'family' } }));
    granted(await renameMe(deps, { ...none, actor, body: { commandId: commandId(), name: '王建国' } }));
    granted(await setMyPhone(deps, { ...none, actor, body: { commandId: commandId(), code: 'good' } }));
    expect(granted(await readMe(deps, { ...none, body: undefined as never, actor }))).toEqual({
      personId: person.personId,
      name: '王建国',
      phoneMasked: '139****5678',
      grants: [{ role: 'family' }],
    });
  });
});

describe('a granted role', () => {
  it('needs a second operator, and is there once approved', async () => {
    const deps = stage();
    const [first, second, worker] = [
      await signIn(deps, 'a'),
      await signIn(deps, 'b'),
      await signIn(deps, 'c'),
    ];
    const grant = { role: 'coordinator', regionCode: '231222105' } as const;
    granted(await deps.table.commit([create(regionItem, redLightTownship)]));
    const proposed = granted(
      await proposeRoleGrant(deps, {
        ...none,
        actor: actorFor(first.person, 'operator'),
        body: {
          commandId: deps.newId('command'),
          personId: worker.person.personId,
          grant,
          why: '红光镇新协理员',
        },
      }),
    );
    const approveAs = (by: typeof first) =>
      approveRoleGrant(deps, {
        ...none,
        actor: actorFor(by.person, 'operator'),
        params: { grantId: proposed.grantId },
        body: { commandId: deps.newId('command') },
      });
    expect(await approveAs(first)).toMatchObject({ refusal: { code: 'grant_second_approver_needed' } });
    expect(await approveAs(worker)).toMatchObject({ refusal: { code: 'grant_second_approver_needed' } });
    expect(granted(await approveAs(second))).toMatchObject({
      status: 'approved',
      approvedBy: second.person.personId,
    });
    expect(await approveAs(second)).toMatchObject({ refusal: { code: 'grant_closed' } });
    const person = await deps.table.get(personItem, { pk: `PERSON#${worker.person.personId}`, sk: 'PERSON' });
    expect(person?.value.grants).toEqual([grant]);
    const waiting = granted(
      await listRoleGrants(deps, {
        ...none,
        body: undefined as never,
        actor: actorFor(first.person, 'operator'),
      }),
    );
    expect(waiting.roleGrants).toEqual([]);
  });
});

describe('stepping in as a persona', () => {
  it('works on the local stage and nowhere else', async () => {
    const deps = stage();
    const { person } = await signIn(deps);
    const persona = {
      persona: 'son',
      nameZh: '王建国',
      storyZh: '在哈尔滨',
      storyEn: 'In Harbin',
      role: 'family',
    } as const;
    await deps.table.commit([create(personaItem, { ...persona, order: 1, personId: person.personId })]);
    expect(granted(await listPersonas(deps, { ...none, body: undefined as never })).personas).toEqual([
      persona,
    ]);
    expect(granted(await stepIn(deps, { ...none, body: { persona: 'son' } })).person.personId).toBe(
      person.personId,
    );
    expect(await stepIn(deps, { ...none, body: { persona: 'nobody' } })).toMatchObject({
      refusal: { code: 'persona_unknown' },
    });
    const live = { ...deps, stage: 'production' as const };
    expect(await stepIn(live, { ...none, body: { persona: 'son' } })).toMatchObject({
      refusal: { code: 'local_stage_only' },
    });
    expect(await listPersonas(live, { ...none, body: undefined as never })).toMatchObject({ ok: false });
  });
});
