import type { OpenAlert } from '@shared/alerts/alert';
import { advance, raise } from '@shared/alerts/climb';
import type { Message } from '@shared/alerts/message';
import { opened } from '@shared/assessments/factories';
import { barthelIndex } from '@shared/assessments/instruments/barthel';
import { goalIdOf, interventionIdOf, proposed, soon, underWay } from '@shared/cases/factories';
import { forming, groupSessionIdOf, joined, planned, running, worker } from '@shared/groups/factories';
import {
  type AlertId,
  callId as callIdShape,
  type OfferId,
  personId as personIdShape,
} from '@shared/kernel/ids';
import { addMinutes, beijing, type Instant } from '@shared/kernel/instant';
import type { PendingOffer } from '@shared/offers/offer';
import { draftedPlan } from '@shared/planning/factories';
import {
  activityIdOf,
  plannedActivity,
  resourceIdOf,
  underWay as runningProgramme,
  sentBrief,
} from '@shared/programmes/factories';
import { issuanceAccount, personAccount } from '@shared/time-bank/account';
import type { Amount } from '@shared/time-bank/amount';
import { countyRules } from '@shared/time-bank/city-rules';
import type { TimeFlag } from '@shared/time-bank/flag';
import type { ProposedRules, RulesProposal } from '@shared/time-bank/proposal';
import type { TransferId } from '@shared/time-bank/transfer';
import { invite } from '@shared/video-calls/lifecycle';
import type { Member, MemberKey, MemberPart } from '@shared/video-calls/video-call';
import { asked, aWarning, due, seenBy } from '@shared/visit-duty/factories';
import { countVillage } from '@shared/visit-duty/rate';
import { entryIdOf, homeDoor, START } from '@shared/visits/factories';
import type { LogEntry } from '@shared/visits/log';
import { actors, commandOf, elder, visit } from './visits/test-village';

/** What happens to someone of the right role who has no tie to the subject. */
export type Foreign =
  | 'not_found'
  | 'region_outside'
  | 'grant_second_approver_needed'
  | 'local_stage_only'
  /** A list or a change of one's own: it works, and shows nothing of the subject. */
  | 'sees nothing';

export interface Sample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Needed wherever the route demands a relation. */
  readonly foreign?: Foreign;
}

export const NOW = addMinutes(START, -5);
export const grantId = `grant_${'0'.repeat(25)}1`;
export const offerId = `offer_${'0'.repeat(25)}1` as OfferId;
export const newcomerId = personIdShape.parse(`person_${'0'.repeat(25)}Z`);

export const pendingOffer: PendingOffer = {
  status: 'pending',
  offerId,
  requestId: visit.requestId,
  elderId: visit.elderId,
  helperId: visit.helperId,
  wave: 1,
  rank: 1,
  distanceMetres: 300,
  travelMinutes: 5,
  score: 0.8,
  parts: {
    travel: 1,
    familiar: 0,
    village: 1,
    skill: 1,
    reliable: 0.5,
    fair: 1,
    onTheWay: 0,
    cost: 1,
    wished: 0,
  },
  reasons: [],
  startsAt: visit.startsAt,
  offeredAt: NOW,
  expiresAt: addMinutes(NOW, 30),
};

/** A drafted plan of the day of the visit, in which one stop is not promised so far. */
export const plantedPlan = draftedPlan(visit);

/** In the hands of the social worker of the matrix, and open to the family. */
export const workerId = personIdShape.parse(newcomerId.replace(/.$/, 'D'));
export const plantedCase = underWay({
  elderId: visit.elderId,
  villageCode: visit.villageCode,
  responsible: workerId,
  openedAt: NOW,
  sharing: { family: 'plan', by: workerId, at: NOW },
});
export const plantedProposal = proposed({ elderId: visit.elderId, villageCode: visit.villageCode, at: NOW });
export const plantedAssessment = opened(
  barthelIndex,
  {},
  { elderId: visit.elderId, villageCode: visit.villageCode, assessor: workerId },
);
/** A group under way whose only member is the elder, with a session that everybody of the cast works at. */
export const plantedGroup = running({ villageCode: visit.villageCode, responsible: workerId });
const helpersOfTheCast = [actors.helper.personId, personIdShape.parse(newcomerId.replace(/.$/, 'A'))].map(
  (personId) => ({ ...worker, personId, name: '李桂芬', helperId: visit.helperId }),
);
const over = { villageCode: visit.villageCode, startsAt: addMinutes(NOW, -120), workers: helpersOfTheCast };
export const plantedMember = joined(1, {
  elderId: visit.elderId,
  name: elder.name,
  callName: elder.callName,
});
export const plantedSession = planned(1, over);
export const plantedProgramme = runningProgramme({ regionCode: visit.villageCode, responsible: workerId });
export const plantedActivity = plannedActivity(1, over);
export const plantedBrief = sentBrief({ regionCode: visit.villageCode, sentBy: workerId });
const { groupId } = plantedGroup;
const { programmeId } = plantedProgramme;
const { briefId } = plantedBrief;
const oneSession = { groupId, groupSessionId: plantedSession.groupSessionId };
const attendance = [{ elderId: visit.elderId, came: true, note: '' }];
const groupWords = (({ name, theme, purpose, place, places }) => ({ name, theme, purpose, place, places }))(
  forming(),
);
const sessionWords = (({ title, plan, place, startsAt, minutes }) => ({
  title,
  plan,
  place,
  startsAt,
  minutes,
  workers: [{ ...worker, personId: workerId }],
}))(plantedSession);
const resourceWords = {
  kind: 'places',
  name: '村文化室',
  what: '有暖气，能坐三十人',
  contact: '',
  villageCode: elder.villageCode,
  position: elder.position,
};
const { caseId } = plantedCase;
const { assessmentId } = plantedAssessment;
const next = { on: beijing(addMinutes(NOW, 3 * 24 * 60)).day, what: soon.what };

export const openAlert = advance(
  raise(
    {
      alertId: `alert_${'0'.repeat(25)}1` as AlertId,
      elderId: visit.elderId,
      villageCode: elder.villageCode,
      callName: elder.callName,
      kind: 'sos',
      raisedBy: { personId: actors.elder.personId, role: 'elder', name: elder.name },
      matter: { zh: '按了紧急求助', en: 'SOS' },
      people: [
        { personId: actors.son.personId, name: '王建国', as: 'first_contact' },
        {
          personId: actors.helper.personId,
          name: '李桂芬',
          as: 'neighbour',
          helperId: visit.helperId,
          minutes: 5,
        },
        { personId: actors.coordinator.personId, name: '刘芳', as: 'coordinator' },
      ],
    },
    NOW,
  ),
  NOW,
)?.alert as OpenAlert;
export const toldMessages: readonly Message[] = openAlert.people.map((to) => ({
  alertId: openAlert.alertId,
  elderId: openAlert.elderId,
  kind: 'sos',
  step: 0,
  personId: to.personId,
  name: to.name,
  as: to.as,
  at: NOW,
  text: openAlert.matter,
  every: true,
  attempts: [],
  status: 'sent',
}));

const { son, coordinator } = actors;
const ringing = (key: MemberKey, name: string, as: MemberPart): Member => ({ key, name, as, presence: [] });
/** The son calls from the visit's page, and everybody at home may answer. */
export const openCall = invite(
  {
    callId: callIdShape.parse(`call_${'0'.repeat(25)}1`),
    elderId: visit.elderId,
    callName: elder.callName,
    medium: 'web',
    groupId: 'G'.repeat(32),
    visitId: visit.visitId,
    helperId: visit.helperId,
    personId: actors.helper.personId,
    members: [
      ringing(son.personId, '王建国', 'family'),
      ringing('helper', '李桂芬', 'helper'),
      ringing('elder', elder.callName, 'elder'),
      ringing(coordinator.personId, '刘芳', 'coordinator'),
    ],
  },
  NOW,
);
const { callId } = openCall;

/** Its file is still on the helper's phone. */
export const announcedPhoto: LogEntry = {
  visitId: visit.visitId,
  elderId: visit.elderId,
  receivedAt: NOW,
  entry: { entryId: entryIdOf(90), at: NOW, kind: 'photo' },
};
/** Due, and the helper of the matrix was asked to go; seen by the coordinator and the helper some days before. */
export const dutyDue = asked(due({ elderId: visit.elderId, villageCode: elder.villageCode }, NOW), {
  helperId: visit.helperId,
  personId: actors.helper.personId,
  name: '李桂芬',
  askedBy: actors.coordinator.personId,
  at: NOW,
});
export const dutyRecords = [seenBy(actors.coordinator, '孙丽', NOW, visit)];
export const openWarning = aWarning(elder.villageCode.slice(0, 9), actors.coordinator.personId, NOW);
export const villageMonths = [countVillage(elder.villageCode, NOW.slice(0, 7), [dutyDue], NOW)];

const commandId = commandOf(1);
const { elderId, requestId, visitId, helperId } = visit;
const township = elder.villageCode.slice(0, 9);
const later = addMinutes(START, 24 * 60);
const evidence = { kind: 'door_code', code: homeDoor.doorCode };
const draft = {
  elderId,
  serviceCode: visit.serviceCode,
  startsAt: later,
  minutes: visit.minutes,
  urgency: 'routine',
  wishes: {},
  payBy: 'time',
};
const details = {
  name: '李大山',
  callName: '李大爷',
  birthYear: 1950,
  gender: 'male',
  villageCode: elder.villageCode,
  position: elder.position,
  address: '红光村一组 3 号',
  directions: '',
  ownPhone: false,
  languages: ['northeastern'],
  doorNotes: '',
  ability: 'intact',
  livesAlone: true,
  excludedHelperIds: [],
};
const choices = {
  skills: ['company'],
  weeklyHours: [{ weekday: 1, from: 480, to: 1020 }],
  daysOff: ['2026-03-10'],
  radiusMetres: 3000,
  travel: 'walk',
  languages: ['northeastern'],
  excludedElderIds: [],
  available: true,
};
const service = {
  class: 'spirit',
  zh: '陪伴聊天',
  en: 'Company',
  usualMinutes: 60,
  minMinutes: 30,
  maxMinutes: 90,
  skills: [],
  credentials: [],
  byKinds: ['volunteer'],
  helpers: 1,
  weight: 100,
  daytimeOnly: true,
  checklistZh: ['聊聊天'],
  checklistEn: ['Talk'],
};
const kinParams = { elderId, personId: actors.son.personId };
const refreshToken = `session_${'0'.repeat(25)}1.${'x'.repeat(43)}`;
const timeFlagId = `earn.${visitId}` as TransferId;
const pendingCredit = {
  step: 'pending' as const,
  code: 'earn' as const,
  transferId: timeFlagId,
  cause: { kind: 'visit' as const, id: visitId },
  debit: issuanceAccount('231222', visitId),
  credit: personAccount(actors.helper.personId),
  at: NOW,
  by: 'system' as const,
  about: {},
  rules: 'county@1',
  minutes: 60 as Amount,
};
export const openFlag: TimeFlag = {
  status: 'open',
  flagId: timeFlagId,
  personId: actors.helper.personId,
  villageCode: elder.villageCode,
  reasons: [{ code: 'nobody_confirmed' }],
  pending: pendingCredit,
  raisedAt: NOW,
  decisions: [],
};
const nextRules = { ...countyRules, validFrom: '2030-01-01' };
export const waitingRules: RulesProposal = {
  status: 'waiting',
  county: '231222',
  rules: nextRules as ProposedRules,
  why: '新办法',
  proposedBy: newcomerId,
  proposedAt: addMinutes(NOW, -60),
};
const from = addMinutes(START, -1440) as Instant;

/** One valid call of every route by its name: the matrix fails for a route that has none. */
export const samples: Readonly<Record<string, Sample>> = {
  raiseAlert: { body: { commandId, elderId, visitId }, foreign: 'not_found' },
  listAlerts: { foreign: 'sees nothing' },
  readAlert: { params: { alertId: openAlert.alertId }, foreign: 'not_found' },
  acknowledgeAlert: {
    params: { alertId: openAlert.alertId },
    body: { commandId, going: true },
    foreign: 'not_found',
  },
  handleAlert: {
    params: { alertId: openAlert.alertId },
    body: { commandId, outcome: 'handled', what: '扶起来了' },
    foreign: 'not_found',
  },
  callOffAlert: { params: { alertId: openAlert.alertId }, body: { commandId }, foreign: 'not_found' },
  listMessages: { foreign: 'sees nothing' },
  readMessages: { body: { commandId, alertId: openAlert.alertId }, foreign: 'sees nothing' },
  allowMessage: { body: { commandId }, foreign: 'sees nothing' },
  health: {},
  readSpecification: {},
  listServices: {},
  putService: { params: { code: 'company' }, body: { commandId, why: '调整时长', service } },
  registerHelper: {
    body: {
      commandId,
      ...choices,
      name: '赵刚',
      gender: 'male',
      birthYear: 1980,
      villageCode: elder.villageCode,
      home: elder.position,
    },
    foreign: 'sees nothing',
  },
  readMyHelper: { foreign: 'not_found' },
  changeMyHelper: { body: { commandId, changes: { available: false } }, foreign: 'not_found' },
  listHelpers: { query: { regionCode: '231222' } },
  recordCredential: {
    params: { helperId },
    body: {
      commandId,
      credential: { kind: 'care_worker', validFrom: '2026-01-01', validTo: '2027-01-01' },
    },
  },
  suspendHelper: { params: { helperId }, body: { commandId, suspended: true, reason: '投诉待查' } },
  listOrganizations: { query: { regionCode: '231222' } },
  signInWithWeChat: { body: { code: 'a-code' } },
  listPersonas: { foreign: 'local_stage_only' },
  stepIn: { body: { persona: 'nobody' }, foreign: 'local_stage_only' },
  refreshSession: { body: { refreshToken } },
  revokeSession: { body: { refreshToken } },
  readMe: { foreign: 'sees nothing' },
  renameMe: { body: { commandId, name: '新名字' }, foreign: 'sees nothing' },
  setMyPhone: { body: { commandId, code: 'a-code' }, foreign: 'sees nothing' },
  takeFamilyRole: { body: { commandId, role: 'family' }, foreign: 'sees nothing' },
  proposeRoleGrant: {
    body: {
      commandId,
      personId: newcomerId,
      why: '新协理员',
      grant: { role: 'coordinator', regionCode: township },
    },
  },
  listRoleGrants: {},
  approveRoleGrant: { params: { grantId }, body: { commandId }, foreign: 'grant_second_approver_needed' },
  listOffers: { foreign: 'sees nothing' },
  acceptOffer: { params: { requestId, offerId }, body: { commandId }, foreign: 'not_found' },
  declineOffer: { params: { requestId, offerId }, body: { commandId, reason: '' }, foreign: 'not_found' },
  registerElder: { body: { commandId, elder: details }, foreign: 'region_outside' },
  listElders: { foreign: 'sees nothing' },
  readElder: { params: { elderId }, foreign: 'not_found' },
  changeElder: {
    params: { elderId },
    body: { commandId, changes: { doorNotes: '没有狗' } },
    foreign: 'not_found',
  },
  proposeKinship: { body: { commandId, cardCode: elder.cardCode, relation: 'daughter' } },
  listKinships: { foreign: 'sees nothing' },
  consentToKinship: {
    params: kinParams,
    body: { commandId, witness: 'elder', how: '电话里说的' },
    foreign: 'not_found',
  },
  withdrawKinship: { params: kinParams, body: { commandId, reason: '' }, foreign: 'not_found' },
  listRegions: {},
  previewRequest: { body: draft, foreign: 'not_found' },
  makeRequest: { body: { commandId, ...draft, note: '' }, foreign: 'not_found' },
  listRequestsOfElder: { params: { elderId }, foreign: 'not_found' },
  readRequest: { params: { requestId }, foreign: 'not_found' },
  cancelRequest: { params: { requestId }, body: { commandId, reason: '女儿回来了' }, foreign: 'not_found' },
  rescheduleRequest: {
    params: { requestId },
    body: { commandId, startsAt: later, reason: '改到明天' },
    foreign: 'not_found',
  },
  listQueue: { query: { regionCode: township }, foreign: 'region_outside' },
  takeOverRequest: { params: { requestId }, body: { commandId }, foreign: 'not_found' },
  assignHelper: {
    params: { requestId },
    body: { commandId, helperId, why: '电话里答应了' },
    foreign: 'not_found',
  },
  closeUnmetRequest: {
    params: { requestId },
    body: { commandId, reason: '没有合适的人' },
    foreign: 'not_found',
  },
  listCandidates: { params: { requestId }, foreign: 'not_found' },
  listMyVisits: { query: { from, to: later }, foreign: 'sees nothing' },
  listElderVisits: { params: { elderId }, foreign: 'not_found' },
  readToday: { params: { elderId }, foreign: 'not_found' },
  readVisit: { params: { visitId }, foreign: 'not_found' },
  openUpload: {
    params: { visitId, entryId: announcedPhoto.entry.entryId },
    body: { type: 'image/jpeg', bytes: 1_000 },
    foreign: 'not_found',
  },
  readHomeCode: { params: { elderId }, foreign: 'not_found' },
  readHealth: { params: { elderId }, query: {}, foreign: 'not_found' },
  readVisitMedia: { params: { visitId }, foreign: 'not_found' },
  checkIn: { params: { visitId }, body: { commandId, at: NOW, evidence }, foreign: 'not_found' },
  keepLog: {
    params: { visitId },
    body: { commandId, entries: [{ entryId: entryIdOf(1), at: NOW, kind: 'note', text: '到了' }] },
    foreign: 'not_found',
  },
  checkOut: {
    params: { visitId },
    body: { commandId, at: NOW, evidence, summary: '' },
    foreign: 'not_found',
  },
  confirmVisit: { params: { visitId }, body: { commandId, rating: 5, comment: '' }, foreign: 'not_found' },
  disputeVisit: { params: { visitId }, body: { commandId, reason: '没有来' }, foreign: 'not_found' },
  resolveVisit: {
    params: { visitId },
    body: { commandId, outcome: 'stands', note: '核实过' },
    foreign: 'not_found',
  },
  cancelVisit: { params: { visitId }, body: { commandId, reason: '家里有事' }, foreign: 'not_found' },
  rescheduleVisit: {
    params: { visitId },
    body: { commandId, startsAt: later, reason: '改到明天' },
    foreign: 'not_found',
  },
  listAttention: { foreign: 'sees nothing' },
  listWitnesses: { params: { visitId }, foreign: 'not_found' },
  listWitnessing: { foreign: 'sees nothing' },
  witnessVisit: {
    params: { visitId },
    body: { commandId, side: 'check_in', seen: true, notKin: true },
    foreign: 'not_found',
  },
  settleException: {
    params: { visitId },
    body: {
      commandId,
      code: 'place_unknown',
      at: 'check_in',
      reason: 'no_signal',
      resolution: 'asked_elder',
      note: '电话问过',
    },
    foreign: 'not_found',
  },
  readCodeCard: { params: { elderId }, foreign: 'not_found' },
  makeCodeCard: { params: { elderId }, body: { commandId }, foreign: 'not_found' },
  voidCodeCard: { params: { elderId }, body: { commandId }, foreign: 'not_found' },
  printCodeCard: { query: { elderId }, foreign: 'not_found' },
  sayByCard: {
    params: { visitId },
    body: { commandId, at: NOW, line: 1, code: '1234' },
    foreign: 'not_found',
  },
  listCallBacks: { foreign: 'sees nothing' },
  callBack: {
    params: { visitId },
    body: { commandId, way: 'phone', confirmed: true, note: '' },
    foreign: 'not_found',
  },
  readPlan: { params: { on: plantedPlan.on }, foreign: 'sees nothing' },
  drawPlan: { params: { on: plantedPlan.on }, body: { commandId }, foreign: 'sees nothing' },
  lockStop: {
    params: { on: plantedPlan.on },
    body: { commandId, requestId, place: 0, locked: true },
    foreign: 'not_found',
  },
  undoPlan: { params: { on: plantedPlan.on }, body: { commandId }, foreign: 'not_found' },
  publishPlan: { params: { on: plantedPlan.on }, body: { commandId }, foreign: 'not_found' },
  previewRepair: {
    params: { on: plantedPlan.on },
    body: { upset: { kind: 'sick', helperId: visit.helperId } },
    foreign: 'not_found',
  },
  repairPlan: {
    params: { on: plantedPlan.on },
    body: { commandId, upset: { kind: 'sick', helperId: visit.helperId }, seen: 'as-it-was-seen' },
    foreign: 'not_found',
  },
  readTimeAccount: { foreign: 'sees nothing' },
  readTimeStatement: { foreign: 'sees nothing' },
  exportTimeStatement: { foreign: 'sees nothing' },
  printTimeStatement: { foreign: 'sees nothing' },
  printCaseSummary: { query: { caseId }, foreign: 'not_found' },
  giveTime: {
    body: { commandId, minutes: 60, to: { kind: 'elder', elderId }, why: '' },
    foreign: 'sees nothing',
  },
  giveTimeEstate: {
    body: { commandId, elderId, diedOn: '2026-01-02', why: '老人去世' },
    foreign: 'not_found',
  },
  readTimeEstate: { params: { elderId }, foreign: 'not_found' },
  grantTimeToPool: {
    body: { commandId, villageCode: elder.villageCode, minutes: 600, why: '冬季' },
    foreign: 'region_outside',
  },
  listTimeFlags: { query: { regionCode: township }, foreign: 'region_outside' },
  decideTimeFlag: {
    params: { flagId: timeFlagId },
    body: { commandId, verdict: 'credit', why: '核实过' },
    foreign: 'not_found',
  },
  readTimeSolvency: { query: { county: '231222' }, foreign: 'sees nothing' },
  readTimeRules: { query: { county: '231222' } },
  proposeTimeRules: {
    body: { commandId, county: '231222', why: '新办法', rules: nextRules },
    foreign: 'region_outside',
  },
  publishTimeRules: {
    body: { commandId, county: '231222', proposedAt: waitingRules.proposedAt },
    foreign: 'region_outside',
  },
  withdrawTimeRules: {
    body: { commandId, county: '231222', proposedAt: waitingRules.proposedAt },
    foreign: 'region_outside',
  },
  listTimePools: { foreign: 'sees nothing' },
  readTimePool: { params: { villageCode: elder.villageCode }, foreign: 'region_outside' },
  readPoolStanding: { params: { elderId }, foreign: 'not_found' },
  askForTimePool: {
    params: { elderId },
    body: { commandId, level: 'low_income', why: '低保，没有积蓄' },
    foreign: 'not_found',
  },
  listPoolAsks: { foreign: 'sees nothing' },
  listTimeOpportunities: { query: { at: '46.2500,126.2700' } },
  takeTimeOpportunity: { params: { requestId }, body: { commandId } },
  guaranteeTimeRequest: {
    params: { requestId },
    body: { commandId, why: '没有人能来' },
    foreign: 'not_found',
  },
  recordHardship: {
    params: { elderId },
    body: { commandId, level: 'low_income', why: '低保证' },
    foreign: 'not_found',
  },
  inviteToVideoCall: { body: { commandId, elderId, visitId, medium: 'web' }, foreign: 'not_found' },
  listVideoCalls: { foreign: 'sees nothing' },
  readVideoCall: { params: { callId }, foreign: 'not_found' },
  makeVideoTicket: { params: { callId }, foreign: 'not_found' },
  joinVideoCall: {
    params: { callId },
    body: { commandId, ticket: 'T'.repeat(32), medium: 'web' },
    foreign: 'not_found',
  },
  leaveVideoCall: { params: { callId }, body: { commandId }, foreign: 'not_found' },
  seeVideoCall: { params: { callId }, body: { commandId }, foreign: 'not_found' },
  declineVideoCall: { params: { callId }, body: { commandId }, foreign: 'not_found' },
  signVoipChat: { params: { callId }, body: { code: 'a-code' }, foreign: 'not_found' },
  readTimeline: { params: { elderId }, foreign: 'not_found' },
  beginAssessment: {
    params: { elderId },
    body: {
      commandId,
      code: 'gds-15',
      consent: { givenBy: 'elder', name: '王秀兰', how: '当面同意', shareWithFamily: true },
    },
    foreign: 'not_found',
  },
  readAssessment: { params: { assessmentId }, foreign: 'not_found' },
  listElderAssessments: { params: { elderId }, foreign: 'not_found' },
  listWaitingAssessments: { foreign: 'sees nothing' },
  saveAnswers: {
    params: { assessmentId },
    body: { commandId, answers: [{ item: 'feeding', answer: { choice: '10' } }] },
    foreign: 'not_found',
  },
  submitAssessment: { params: { assessmentId }, body: { commandId }, foreign: 'not_found' },
  confirmAssessment: {
    params: { assessmentId },
    body: { commandId, agree: true, note: '' },
    foreign: 'not_found',
  },
  abandonAssessment: { params: { assessmentId }, body: { commandId, why: '老人累了' }, foreign: 'not_found' },
  listDuties: { foreign: 'sees nothing' },
  readElderDuty: { params: { elderId }, foreign: 'not_found' },
  recordDuty: {
    params: { elderId },
    body: { outcome: 'seen', commandId, how: 'home', found: { well: true, note: '' }, refer: false },
    foreign: 'not_found',
  },
  handDuty: { params: { elderId }, body: { commandId, helperId }, foreign: 'not_found' },
  listDutyHelpers: { params: { elderId }, foreign: 'not_found' },
  takeBackDuty: {
    params: { elderId },
    body: { commandId, entryId: dutyRecords[0]?.entryId },
    foreign: 'not_found',
  },
  listVisitRates: { foreign: 'sees nothing' },
  listWarnings: { foreign: 'sees nothing' },
  enterWarning: {
    body: {
      commandId,
      regionCode: elder.villageCode,
      hazard: 'snow',
      from: beijing(NOW).day,
      to: next.on,
    },
    foreign: 'region_outside',
  },
  endWarning: { params: { warningId: openWarning.warningId }, body: { commandId }, foreign: 'not_found' },
  listCases: { foreign: 'sees nothing' },
  openCase: {
    body: {
      commandId,
      elderId,
      kind: 'companionship',
      source: 'worker',
      text: '总一个人',
      urgency: 'soon',
      next,
    },
    foreign: 'not_found',
  },
  referCase: {
    params: { elderId },
    body: { commandId, kind: 'companionship', text: '总一个人', visitId },
    foreign: 'not_found',
  },
  readPurpose: { params: { requestId: visit.requestId }, foreign: 'not_found' },
  listProposals: { foreign: 'sees nothing' },
  answerProposal: {
    params: { proposalId: plantedProposal.proposalId },
    body: { take: true, commandId, kind: 'chronic', urgency: 'soon', next },
    foreign: 'not_found',
  },
  readCase: { params: { caseId }, foreign: 'not_found' },
  stepCase: { params: { caseId }, body: { to: 'evaluation', commandId, next }, foreign: 'not_found' },
  changeCase: {
    params: { caseId },
    body: { commandId, change: { act: 'mark', goalId: goalIdOf(1), level: 0, note: '' } },
    foreign: 'not_found',
  },
  answerTransfer: { params: { caseId }, body: { commandId, accept: true }, foreign: 'not_found' },
  signCase: { params: { caseId }, body: { commandId, under: 'plan', note: '' }, foreign: 'not_found' },
  noteCase: {
    params: { caseId },
    body: {
      commandId,
      note: { entryId: entryIdOf(5), at: NOW, kind: 'contact', how: 'phone', present: [], text: '通了电话' },
    },
    foreign: 'not_found',
  },
  arrangeIntervention: {
    params: { caseId, interventionId: interventionIdOf(1) },
    body: { commandId, startsAt: later, minutes: visit.minutes, payBy: 'time', note: '' },
    foreign: 'not_found',
  },
  listReadings: { params: { caseId }, foreign: 'not_found' },
  listColleagues: { foreign: 'sees nothing' },
  setCaseDesk: { body: { commandId, personId: workerId }, foreign: 'sees nothing' },
  listNeeds: { params: { elderId }, foreign: 'not_found' },
  readCarePlans: { params: { elderId }, foreign: 'not_found' },
  commentOnPlan: { params: { caseId }, body: { commandId, text: '谢谢林社工' }, foreign: 'not_found' },
  listGroups: { foreign: 'sees nothing' },
  formGroup: {
    body: { commandId, villageCode: elder.villageCode, words: groupWords },
    foreign: 'region_outside',
  },
  readGroup: { params: { groupId }, foreign: 'not_found' },
  changeGroup: {
    params: { groupId },
    body: { commandId, change: { act: 'session', groupSessionId: groupSessionIdOf(2), words: sessionWords } },
    foreign: 'not_found',
  },
  answerGroup: {
    params: { groupId, elderId },
    body: { commandId, answer: { yes: false, why: '腿疼' } },
    foreign: 'not_found',
  },
  stepGroup: { params: { groupId }, body: { to: 'running', commandId }, foreign: 'not_found' },
  suggestMembers: { params: { groupId }, foreign: 'not_found' },
  listGroupWorkers: { query: { villageCode: elder.villageCode }, foreign: 'region_outside' },
  keepAttendance: {
    params: oneSession,
    body: { commandId, attendance, workersCame: [] },
    foreign: 'not_found',
  },
  mendAttendance: { params: oneSession, body: { commandId, attendance }, foreign: 'not_found' },
  listWorkSessions: { foreign: 'sees nothing' },
  listElderGroups: { params: { elderId }, foreign: 'not_found' },
  listProgrammes: { foreign: 'sees nothing' },
  planProgramme: {
    body: {
      commandId,
      regionCode: elder.villageCode,
      words: { name: '暖冬行动', kind: 'support', why: '没人送煤' },
    },
    foreign: 'region_outside',
  },
  readProgramme: { params: { programmeId }, foreign: 'not_found' },
  changeProgramme: {
    params: { programmeId },
    body: {
      commandId,
      change: {
        act: 'goal',
        goalId: goalIdOf(2),
        words: { words: '家里有煤', unit: '户', baseline: 8, target: 20 },
      },
    },
    foreign: 'not_found',
  },
  stepProgramme: { params: { programmeId }, body: { to: 'running', commandId }, foreign: 'not_found' },
  keepActivity: {
    params: { programmeId, activityId: activityIdOf(1) },
    body: {
      commandId,
      participation: { elders: 12, families: 3, neighbours: 5, officials: 1 },
      outcome: '送了十二户',
      workersCame: [],
    },
    foreign: 'not_found',
  },
  listResources: { query: { regionCode: elder.villageCode }, foreign: 'region_outside' },
  recordResource: {
    params: { resourceId: resourceIdOf(1) },
    body: { commandId, words: resourceWords, gone: false },
    foreign: 'region_outside',
  },
  readEvidence: { params: { programmeId }, foreign: 'not_found' },
  sendBrief: {
    params: { programmeId },
    body: { commandId, words: { title: '没人送煤', says: '煤场远', asks: ['每村一辆送煤车'] } },
    foreign: 'not_found',
  },
  listBriefs: { foreign: 'sees nothing' },
  readBrief: { params: { briefId }, foreign: 'not_found' },
  answerBrief: { params: { briefId }, body: { commandId, text: '年底前安排' }, foreign: 'not_found' },
  printGroupReport: { params: { groupId }, foreign: 'not_found' },
  printBrief: { params: { briefId }, foreign: 'not_found' },
};
