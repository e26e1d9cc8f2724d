import type { RefusalCode } from '@shared/kernel/refusal';
import type { Role } from '@shared/kernel/role';
import { entryIdOf, homeDoor, START } from '@shared/visits/factories';
import { NOW, openAlert, samples } from './authorisation-samples';
import { elder, visit } from './visits/test-village';

type Body = Readonly<Record<string, unknown>>;
const bodyOf = (name: string): Body => samples[name]?.body ?? {};
const at = NOW;
const entry = (n: number, more: Body): Body => ({ entryId: entryIdOf(n), at, ...more });
const { commandId, elder: details } = bodyOf('registerElder') as { commandId: string; elder: Body };
const far = { lat: elder.position.lat + 1, lng: elder.position.lng };
const hours = (...spans: readonly (readonly [number, number])[]) =>
  spans.map(([from, to]) => ({ weekday: 1, from, to }));

/** Valid bodies of routes whose sample leaves something out, so that everything in a shape gets spoilt. */
export const fuller: Readonly<Record<string, readonly Body[]>> = {
  registerElder: [{ commandId, elder: { ...details, phone: '13812345678' }, relation: 'son' }],
  changeElder: [{ commandId, changes: (({ villageCode: _, ...rest }) => rest)(details) }],
  changeMyHelper: [
    {
      commandId,
      changes: {
        skills: ['company'],
        weeklyHours: hours([480, 1020]),
        daysOff: ['2026-03-10'],
        radiusMetres: 3000,
        travel: 'walk',
        languages: ['northeastern'],
        excludedElderIds: [visit.elderId],
        available: true,
      },
    },
  ],
  makeRequest: [
    {
      ...bodyOf('makeRequest'),
      wishes: { gender: 'female', language: 'mandarin', preferHelperId: visit.helperId },
      recurrence: { freq: 'weekly', interval: 1, byDay: ['MO'], count: 4 },
      confirmedNight: true,
      waitsForPlan: true,
    },
    { ...bodyOf('makeRequest'), recurrence: { freq: 'daily', interval: 1, until: '2026-04-01' } },
  ],
  checkIn: [
    { commandId, at, evidence: { kind: 'position', position: homeDoor.position, accuracyMetres: 10 } },
    { commandId, at, evidence: { kind: 'none', reason: '没有信号' } },
    { commandId, at, evidence: { kind: 'home_code', code: '000000' } },
  ],
  keepLog: [
    { kind: 'task', index: 0, done: true },
    { kind: 'vitals', systolic: 130, diastolic: 80, pulse: 70, glucose: 55, weight: 612 },
    { kind: 'mood', mood: 'calm' },
    { kind: 'need', text: '煤快用完了' },
    { kind: 'photo' },
    { kind: 'voice' },
  ].map((more, index) => ({ commandId, entries: [entry(index + 1, more)] })),
  previewRepair: [
    { upset: { kind: 'late', helperId: visit.helperId, until: NOW } },
    { upset: { kind: 'cancelled', requestId: visit.requestId } },
    { upset: { kind: 'urgent', requestId: visit.requestId } },
  ],
  referCase: [{ ...bodyOf('referCase'), alertId: openAlert.alertId }],
  recordDuty: [
    {
      outcome: 'seen',
      commandId,
      how: 'phone',
      found: { well: false, concerns: ['heating'], note: '煤快没了' },
      refer: true,
    },
    { outcome: 'not_reached', commandId, how: 'home' },
  ],
  resolveVisit: [{ commandId, outcome: 'partly', minutesCredited: 30, note: '核实过' }],
  proposeRoleGrant: [
    { ...bodyOf('proposeRoleGrant'), grant: { role: 'provider', helperId: visit.helperId } },
    { ...bodyOf('proposeRoleGrant'), grant: { role: 'elder', elderId: visit.elderId } },
  ],
};

interface Case {
  readonly what: string;
  /** Who sends it, where it is not the first role that may. */
  readonly role?: Role;
  /** Put over the sample's. */
  readonly body?: Body;
  readonly query?: Readonly<Record<string, string>>;
  readonly code: RefusalCode;
  readonly field: string;
}

const past = '2020-01-01T02:00:00Z';
const distant = '2036-01-01T02:00:00Z';
const dead = '2026-03-03T15:30:00Z';
const starts = (body: Body = {}): readonly Case[] => [
  { what: 'in the past', body: { ...body, startsAt: past }, code: 'time_past', field: 'body.startsAt' },
  {
    what: 'too far ahead',
    body: { ...body, startsAt: distant },
    code: 'time_too_far',
    field: 'body.startsAt',
  },
];
const asking: readonly Case[] = [
  ...starts(),
  {
    what: 'late in the evening',
    body: { startsAt: dead },
    code: 'night_needs_confirmation',
    field: 'body.startsAt',
  },
  { what: 'no minutes', body: { minutes: 0 }, code: 'duration_out_of_range', field: 'body.minutes' },
  { what: 'a whole day', body: { minutes: 1440 }, code: 'duration_out_of_range', field: 'body.minutes' },
  {
    what: 'a service that is not there',
    body: { serviceCode: 'no-such' },
    code: 'service_unknown',
    field: 'body.serviceCode',
  },
];
const backwards: readonly Case[] = [
  {
    what: 'an end before the start',
    query: { from: START, to: past },
    code: 'time_order_invalid',
    field: 'query.to',
  },
];
const madeUp: readonly Case[] = ['made-up', 'e30', 'bnVsbA'].map((after) => ({
  what: `the cursor ${after}`,
  query: { after },
  code: 'input_invalid',
  field: 'query.after',
}));
const weekly = (wrap: (given: Body) => Body, field: string): readonly Case[] =>
  [hours([600, 600]), hours([700, 600]), hours([480, 720], [700, 800])].map((weeklyHours) => ({
    what: `hours ${JSON.stringify(weeklyHours)}`,
    body: wrap({ weeklyHours }),
    code: 'hours_invalid',
    field,
  }));

/** Input of the right shape that cannot be: times, places, cursors and combinations. */
export const badTimesAndPlaces: Readonly<Record<string, readonly Case[]>> = {
  previewRequest: asking,
  makeRequest: [
    ...asking,
    {
      what: 'a repeat that ends before it begins',
      body: { recurrence: { freq: 'daily', interval: 1, until: '2026-01-01' } },
      code: 'recurrence_invalid',
      field: 'body.recurrence.until',
    },
    {
      what: 'a repeat without end',
      body: { recurrence: { freq: 'daily', interval: 1 } },
      code: 'input_invalid',
      field: 'body.recurrence',
    },
    {
      what: 'a repeat of too many',
      body: { recurrence: { freq: 'daily', interval: 1, until: '2027-01-01' } },
      code: 'recurrence_invalid',
      field: 'body.recurrence',
    },
  ],
  rescheduleRequest: starts(),
  rescheduleVisit: starts(),
  enterWarning: [
    {
      what: 'days gone by',
      body: { from: '2020-01-01', to: '2020-01-02' },
      code: 'warning_past',
      field: 'body.to',
    },
    {
      what: 'an end before the beginning',
      body: { from: '2026-03-05', to: '2026-03-04' },
      code: 'time_order_invalid',
      field: 'body.to',
    },
    {
      what: 'months on end',
      body: { from: '2026-03-03', to: '2026-06-03' },
      code: 'warning_too_long',
      field: 'body.to',
    },
  ],
  listMyVisits: backwards,
  listRequestsOfElder: backwards,
  listElders: madeUp.map((each) => ({ ...each, role: 'coordinator' })),
  listHelpers: madeUp,
  registerHelper: [
    { what: 'a home elsewhere', body: { home: far }, code: 'position_outside_region', field: 'body.home' },
    {
      what: 'no such village',
      body: { villageCode: '999999999999' },
      code: 'region_unknown',
      field: 'body.villageCode',
    },
    ...weekly((given) => given, 'body.weeklyHours'),
  ],
  changeMyHelper: weekly((changes) => ({ changes }), 'body.changes.weeklyHours'),
  registerElder: [
    {
      what: 'a home elsewhere',
      body: { elder: { ...details, position: far } },
      code: 'position_outside_region',
      field: 'body.elder.position',
    },
    {
      what: 'no such village',
      body: { elder: { ...details, villageCode: '231222105999' } },
      code: 'region_unknown',
      field: 'body.elder.villageCode',
    },
  ],
  changeElder: [
    {
      what: 'a home elsewhere',
      body: { changes: { position: far } },
      code: 'position_outside_region',
      field: 'body.changes.position',
    },
  ],
  recordCredential: [
    {
      what: 'ends before it begins',
      body: { credential: { kind: 'nurse', validFrom: '2027-01-01', validTo: '2026-01-01' } },
      code: 'credential_invalid',
      field: 'body.credential',
    },
  ],
  proposeKinship: [
    {
      what: 'a card nobody has',
      body: { cardCode: '000000' },
      code: 'card_code_unknown',
      field: 'body.cardCode',
    },
  ],
  checkIn: [
    { what: 'long before', body: { at: past }, code: 'check_in_too_early', field: 'body.at' },
    {
      what: 'a wrong door code',
      body: { evidence: { kind: 'door_code', code: '0000' } },
      code: 'door_code_wrong',
      field: 'body.evidence.code',
    },
    {
      what: 'no reason',
      body: { evidence: { kind: 'none', reason: ' ' } },
      code: 'evidence_needs_reason',
      field: 'body.evidence.reason',
    },
  ],
  putService: [
    {
      what: 'the usual length is not between the least and the most',
      body: { service: { ...(bodyOf('putService').service as Body), usualMinutes: 600 } },
      code: 'duration_out_of_range',
      field: 'body.service.usualMinutes',
    },
    {
      what: 'a checklist in one language only',
      body: { service: { ...(bodyOf('putService').service as Body), checklistEn: [] } },
      code: 'input_invalid',
      field: 'body.service.checklistEn',
    },
  ],
  proposeRoleGrant: [
    ...['coordinator', 'social_worker', 'official'].map(
      (role): Case => ({
        what: `${role} of nowhere`,
        body: { grant: { role } },
        code: 'input_invalid',
        field: 'body.grant.regionCode',
      }),
    ),
    {
      what: 'an elder who is nobody',
      body: { grant: { role: 'elder' } },
      code: 'input_invalid',
      field: 'body.grant.elderId',
    },
    {
      what: 'a provider who is nobody',
      body: { grant: { role: 'provider' } },
      code: 'input_invalid',
      field: 'body.grant.helperId',
    },
    {
      what: 'a region that is not there',
      body: { grant: { role: 'coordinator', regionCode: '999999' } },
      code: 'region_unknown',
      field: 'body.grant.regionCode',
    },
    {
      what: 'an elder who is not there',
      body: { grant: { role: 'elder', elderId: visit.elderId.replace(/.$/, '8') } },
      code: 'not_found',
      field: 'body.grant.elderId',
    },
  ],
};
