import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addMinutes } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { Role } from '@shared/kernel/role';
import type { Route } from '@shared/kernel/route';
import { allRoutes, routesByRoom } from '@shared/routes';
import { entryIdOf, START } from '@shared/visits/factories';
import { samples } from './authorisation-samples';
import { fuller } from './bad-input-samples';
import { tellChanges } from './live/on-change';
import { advanceRequest } from './matching/advance-request';
import { sweepRequests } from './matching/sweep';
import type { TestDeps } from './platform/test-support';
import { type Answer, cast, type Sent, send, served, stage, type Who } from './test-support';
import { sweepVisits } from './visits/sweep';
import { commandOf, elder, visit } from './visits/test-village';

jest.setTimeout(60_000);

/** What people wrote or are, each recognisable wherever it turns up. */
const secrets = {
  name: '欧阳慕容雪',
  callName: '欧阳奶奶',
  phone: '13977778888',
  address: '紫藤巷九号院',
  directions: '石磨旁边向左拐',
  doorNotes: '大黄狗会扑人',
  note: '她最近常常想哭',
  need: '床边要装扶手',
  summary: '聊到了老伴去世',
  comment: '感谢您陪她落泪',
  reason: '家里在办丧事',
  how: '她在炕上点的头',
  openid: 'oSECRETopenid12345',
  code: 'SECRETlogincode99',
  mark: '秘密标记',
};
const position = { lat: 46.251234567, lng: 126.271234567 };

const lines: string[] = [];
const keep = (chunk: unknown): boolean => {
  lines.push(String(chunk));
  return true;
};
let commands = 1_000;
const next = () => {
  commands += 1;
  return commandOf(commands);
};
const who = (role: Role): Who => ({ as: cast[role].own.personId, role });
const roomOf = (route: Route): string =>
  Object.entries(routesByRoom).find(([, routes]) => routes.includes(route))?.[0] ?? '';
const routeOf = (name: string): Route => {
  const found = allRoutes.find((route) => route.name === name);
  if (!found) throw new Error(`no route ${name}`);
  return found;
};

let deps: TestDeps;
const tokens: string[] = [];
const does = async (
  role: Role | undefined,
  name: string,
  sent: Omit<Sent, 'body'> & { body?: object } = {},
) => {
  const route = routeOf(name);
  const body = sent.body && JSON.stringify({ ...(role ? { commandId: next() } : {}), ...sent.body });
  const answer = await send(served(roomOf(route)), route, deps, role && who(role), { ...sent, body });
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
  return JSON.parse(answer.text);
};

/** From the first sign-in to the family's answer, and the clock's own work after it. */
async function wholeStory(): Promise<void> {
  const weeklyHours = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 }));
  await does('volunteer', 'changeMyHelper', { body: { changes: { weeklyHours } } });
  const signedIn = await does(undefined, 'signInWithWeChat', { body: { code: secrets.code } });
  tokens.push(signedIn.accessToken, signedIn.refreshToken);
  await does('family', 'renameMe', { body: { name: secrets.name } });
  const { elder: details } = samples.registerElder?.body as { elder: object };
  const hers = {
    name: secrets.name,
    callName: secrets.callName,
    phone: secrets.phone,
    address: secrets.address,
    directions: secrets.directions,
    doorNotes: secrets.doorNotes,
    position,
  };
  const registered = await does('coordinator', 'registerElder', { body: { elder: { ...details, ...hers } } });
  const { elderId, cardCode } = registered.elder;
  await does('family', 'proposeKinship', { body: { cardCode, relation: 'daughter' } });
  const kin = { elderId, personId: cast.family.own.personId };
  await does('coordinator', 'consentToKinship', {
    params: kin,
    body: { witness: 'coordinator', how: secrets.how },
  });
  const startsAt = addMinutes(START, 24 * 60);
  const { requestId } = await does('family', 'makeRequest', {
    body: { ...samples.makeRequest?.body, commandId: next(), elderId, startsAt, note: secrets.note },
  });
  await advanceRequest(deps, requestId);
  const { offers } = await does('volunteer', 'listOffers');
  const mine = offers.find((card: { offer: { requestId: string } }) => card.offer.requestId === requestId);
  const { visitId } = await does('volunteer', 'acceptOffer', {
    params: { requestId, offerId: mine.offer.offerId },
    body: {},
  });
  deps.advance(24 * 60 + 5);
  const evidence = { kind: 'position', position, accuracyMetres: 8 };
  const params = { visitId };
  await does('volunteer', 'checkIn', { params, body: { at: startsAt, evidence } });
  const at = addMinutes(startsAt, 5);
  deps.advance(30);
  await does('volunteer', 'keepLog', {
    params,
    body: {
      entries: [
        { entryId: entryIdOf(1), at, kind: 'need', text: secrets.need },
        { entryId: entryIdOf(2), at, kind: 'note', text: secrets.note },
      ],
    },
  });
  await does('volunteer', 'checkOut', {
    params,
    body: { at: deps.clock(), evidence, summary: secrets.summary },
  });
  await does('family', 'confirmVisit', { params, body: { rating: 5, comment: secrets.comment } });
  for (const [name, given] of Object.entries({
    readElder: { elderId },
    readVisit: params,
    readRequest: { requestId },
    readTimeline: { elderId },
    readToday: { elderId },
  }))
    await does('family', name, { params: given });
}

/** Every route, asked rightly and wrongly with recognisable words, by whoever may and by who may not. */
async function everyRoute(): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const route of allRoutes) {
    const sample = samples[route.name] ?? {};
    const room = served(roomOf(route));
    const bodies = [sample.body, ...(fuller[route.name] ?? [])];
    const roles = route.access === 'public' ? [undefined] : route.access;
    for (const role of [...roles, 'official' as const])
      for (const body of bodies) {
        const given = body && { ...body, ...('commandId' in body ? { commandId: next() } : {}) };
        const marked = {
          ...given,
          [secrets.mark]: secrets.name,
          name: secrets.phone,
          reason: secrets.reason,
        };
        for (const text of [
          given && JSON.stringify(given),
          JSON.stringify(marked),
          `{"${secrets.name}": ${secrets.phone}`,
        ])
          answers.push(
            await send(room, route, deps, role && who(role), {
              params: sample.params,
              query: { ...sample.query, ...(text === undefined ? {} : { [secrets.mark]: secrets.address }) },
              body: text,
            }),
          );
        answers.push(
          await send(room, route, deps, role && who(role), {
            ...sample,
            body: given && JSON.stringify(given),
          }),
        );
      }
  }
  return answers;
}

/** A table that fails with the very data in its message, and a socket that does. */
async function everythingFails(): Promise<void> {
  const failing: TestDeps = {
    ...deps,
    table: Object.assign(Object.create(deps.table), { commit: bug, list: bug }),
  };
  for (const route of allRoutes) {
    const sample = samples[route.name] ?? {};
    const [role] = route.access === 'public' ? [] : route.access;
    await send(served(roomOf(route)), route, failing, role && who(role), {
      ...sample,
      body: sample.body && JSON.stringify({ ...sample.body, commandId: next() }),
    });
  }
  await Promise.allSettled([sweepRequests(failing), sweepVisits(failing)]);
  const image = {
    pk: { S: `VISIT#${visit.visitId}` },
    sk: { S: 'VISIT' },
    body: { M: { elderId: { S: elder.elderId } } },
  };
  await Promise.allSettled([tellChanges(failing, bug, [{ dynamodb: { NewImage: image } }])]);
}
const bug = async (): Promise<never> => {
  throw new Error(Object.values(secrets).join(' '));
};

describe('personal data never enters a log', () => {
  let answers: readonly Answer[] = [];

  beforeAll(async () => {
    jest.spyOn(process.stdout, 'write').mockImplementation(keep as typeof process.stdout.write);
    jest.spyOn(process.stderr, 'write').mockImplementation(keep as typeof process.stderr.write);
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
      jest.spyOn(console, level).mockImplementation((...said) => void lines.push(JSON.stringify(said)));
    deps = {
      ...(await stage()),
      wechat: {
        voipSignature: () => '0'.repeat(64),
        signIn: async () => allow({ openid: secrets.openid, sessionKey: 'SECRETsessionkey' }),
        notify: async () => 'refused',
        phoneNumber: async () => allow(secrets.phone),
        checkMedia: async () => undefined,
      },
    };
    await wholeStory();
    await sweepRequests(deps);
    deps.advance(4 * 24 * 60);
    await sweepVisits(deps);
    answers = await everyRoute();
    await everythingFails();
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  it('the story and every route were told in the log', () => {
    const log = lines.join('');
    for (const route of allRoutes) expect(log).toContain(`"${route.audit}"`);
    expect(log).toContain('"bug"');
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(allRoutes.length / 2);
  });

  it.each(Object.entries(secrets))('no line holds a %s', (_, secret) => {
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  });

  it('no line holds a name, a phone, an address, a place or a word of the village of the tests', () => {
    const words = [
      elder.name,
      elder.callName,
      elder.phone,
      elder.address,
      elder.directions,
      elder.doorNotes,
      visit.helperName,
    ];
    const places = ['126.27', '251234567', '271234567'];
    const others = [...tokens, 'SECRETsessionkey', 'Bearer', 'eyJ'];
    for (const word of [...words, ...places, ...others])
      expect([word, ...lines.filter((line) => word !== undefined && line.includes(word))]).toEqual([word]);
  });

  it('no line holds anything written in Chinese', () => {
    expect(lines.filter((line) => /[\u4e00-\u9fff]/.test(line))).toEqual([]);
  });
});
