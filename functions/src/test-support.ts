import { jest } from '@jest/globals';
import type { Grant, Person } from '@shared/identity/person';
import type { ElderId, GrantId, HelperId, SessionId } from '@shared/kernel/ids';
import type { SpokenRefusal } from '@shared/kernel/refusal';
import { refuse } from '@shared/kernel/result';
import type { Role } from '@shared/kernel/role';
import type { Route } from '@shared/kernel/route';
import type { Region } from '@shared/regions/region';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { alertItem, messageItem } from './alerts/items';
import { assessmentItem } from './assessments/items';
import {
  announcedPhoto,
  dutyDue,
  dutyRecords,
  grantId,
  NOW,
  newcomerId,
  openAlert,
  openCall,
  openFlag,
  openWarning,
  pendingOffer,
  plantedActivity,
  plantedAssessment,
  plantedBrief,
  plantedCase,
  plantedGroup,
  plantedMember,
  plantedPlan,
  plantedProgramme,
  plantedProposal,
  plantedSession,
  type Sample,
  samples,
  toldMessages,
  villageMonths,
  workerId,
} from './authorisation-samples';
import { caseItem, deskItem } from './cases/items';
import { proposalItem } from './cases/propose';
import { groupItem, memberItem, sessionItem } from './groups/items';
import { personItem, roleGrantItem } from './identity/items';
import { offerItem } from './offers/items';
import { regionItem } from './people/items';
import { planItem } from './planning/items';
import { signAccessToken } from './platform/access-token';
import type { Deps } from './platform/deps';
import { type Served, serveRoom } from './platform/serve';
import { type TestDeps, testDeps } from './platform/test-support';
import { activityItem, briefItem, programmeItem } from './programmes/items';
import { create, type Write } from './table/port';
import { flagItem } from './time-bank/items';
import { callItem } from './video-calls/items';
import { dutyItem, dutyRecordItem, villageMonthItem, warningItem } from './visit-duty/items';
import { entryItem } from './visits/items';
import { actors, elder, plantVillage, visit } from './visits/test-village';

/** Whether the subject of a sample is one's own, or somebody else's. */
export type Tie = 'own' | 'foreign';
const { son, stranger, helper, otherHelper, coordinator, otherCoordinator } = actors;
const personOf = (last: string): Person['personId'] => newcomerId.replace(/.$/, last) as Person['personId'];
const otherElder = visit.elderId.replace(/.$/, '9') as ElderId;
const otherHelperId = visit.helperId.replace(/.$/, '9') as HelperId;

/** For each role someone whose subject it is, and someone who holds the role and has nothing to do with it. */
export const cast: Record<Role, Record<Tie, { personId: Person['personId']; grant: Grant }>> = {
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

/** The village of the visits with everybody of the cast, an offer and a role grant that wait for an answer. */
export async function stage(): Promise<TestDeps> {
  const deps = testDeps({
    now: NOW,
    wechat: {
      voipSignature: () => '0'.repeat(64),
      signIn: async () => refuse('wechat_busy'),
      notify: async () => 'refused',
      phoneNumber: async () => refuse('wechat_busy'),
      checkMedia: async () => undefined,
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
    create(alertItem, openAlert),
    ...toldMessages.map((each) => create(messageItem, each)),
    create(callItem, openCall),
    create(caseItem, plantedCase),
    create(proposalItem, plantedProposal),
    create(assessmentItem, plantedAssessment),
    create(groupItem, plantedGroup),
    create(memberItem, plantedMember),
    create(sessionItem, plantedSession),
    create(programmeItem, plantedProgramme),
    create(activityItem, plantedActivity),
    create(briefItem, plantedBrief),
    create(deskItem, { regionCode: '231222', personId: workerId, setBy: workerId, at: NOW }),
    create(regionItem, village),
    create(planItem, plantedPlan),
    create(flagItem, openFlag),
    create(entryItem, announcedPhoto),
    create(dutyItem, dutyDue),
    ...dutyRecords.map((each) => create(dutyRecordItem, each)),
    ...villageMonths.map((each) => create(villageMonthItem, each)),
    create(warningItem, { ...openWarning, laid: true }),
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

/** Everything that a room's function serves. */
export const served = (room: string): readonly Served[] => {
  const own = jest.requireActual<{ served: readonly Served[] }>(`./${room}/handler`).served;
  // The timeline's route is told with the visits and served by a function of its own.
  if (room !== 'visits') return own;
  return [...own, ...jest.requireActual<{ served: readonly Served[] }>('./history/handler').served];
};

export interface Who {
  readonly as: Person['personId'];
  readonly role: Role;
}
/** What goes over the wire: the body as text, since a bad one need not be JSON. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  readonly contentType?: string;
  readonly isBase64Encoded?: boolean;
}
export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly refusal: SpokenRefusal | undefined;
  readonly text: string;
}

export const sentOf = (sample: Sample): Sent => ({
  params: sample.params,
  query: sample.query,
  body: sample.body && JSON.stringify(sample.body),
});

const tokens = new WeakMap<Deps, Map<string, Promise<string>>>();

/** The token of a person at this moment, signed once: a room's bad input alone sends thousands of calls. */
function tokenOf(deps: Deps, personId: Who['as']): Promise<string> {
  const known = tokens.get(deps) ?? new Map<string, Promise<string>>();
  tokens.set(deps, known);
  const now = deps.clock();
  const key = `${personId} ${now}`;
  const token =
    known.get(key) ??
    signAccessToken(deps.secret, { personId, sessionId: deps.newId('session') as SessionId }, now).then(
      (signed) => signed.accessToken,
    );
  known.set(key, token);
  return token;
}

/** Sends to a room through the real stack and reads the answer as a phone does. */
export async function send(
  room: readonly Served[],
  route: Route,
  deps: Deps,
  who: Who | undefined,
  sent: Sent,
): Promise<Answer> {
  const token = who && (await tokenOf(deps, who.as));
  const event = {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    headers: {
      'content-type': sent.contentType ?? 'application/json',
      ...(who ? { authorization: `Bearer ${token}`, 'nuanlin-role': who.role } : {}),
    },
    pathParameters: sent.params,
    queryStringParameters: sent.query,
    ...(sent.body === undefined ? {} : { body: sent.body }),
    isBase64Encoded: sent.isBase64Encoded ?? false,
    requestContext: { requestId: 'matrix' },
  } as unknown as APIGatewayProxyEventV2;
  const reply: APIGatewayProxyStructuredResultV2 = await serveRoom(room, () => deps)(event, {} as Context);
  const { refusal } = JSON.parse(reply.body ?? 'null') as { refusal?: SpokenRefusal };
  return { status: reply.statusCode ?? 0, code: refusal?.code, refusal, text: reply.body ?? '' };
}

/** The valid call of a route. */
export const call = (room: readonly Served[], route: Route, deps: Deps, who?: Who): Promise<Answer> =>
  send(room, route, deps, who, sentOf(samples[route.name] ?? {}));
