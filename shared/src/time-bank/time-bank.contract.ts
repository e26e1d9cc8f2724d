import * as z from 'zod';
import { serviceLabel } from '../catalogue/service-label';
import { spokenText } from '../history/history.contract';
import { madeFile } from '../kernel/file';
import { commandId, elderId, requestId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { minutes } from '../kernel/quantity';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { regionCode, villageCode } from '../regions/region';
import { accountId } from './account';
import { guarantee } from './fund';
import { solvency } from './solvency';
import { transferId } from './transfer';

const wholeMinutes = z.int();
/** Read by the rule, so that a wrong amount is refused by its own name. */
const typedMinutes = z.number();
/** The account of an elder one is linked to; without it, one's own. */
const whose = { elderId: elderId.optional() };

const held = z.strictObject({
  requestId,
  title: spokenText,
  startsAt: instant,
  minutes: wholeMinutes,
  fromPoolMinutes: wholeMinutes,
  shortMinutes: wholeMinutes,
});

export const accountView = z.strictObject({
  accountId,
  ownerName: z.string(),
  availableMinutes: wholeMinutes,
  /** All that ever came in and went out, what is set aside, and what waits to be verified. */
  inMinutes: wholeMinutes,
  outMinutes: wholeMinutes,
  heldMinutes: wholeMinutes,
  waitingMinutes: wholeMinutes,
  held: z.array(held),
  /** Villages whose pool one may give to: where one serves, and where one's elders live. */
  pools: z.array(z.strictObject({ villageCode, villageName: z.string() })),
  rules: spokenText,
  /** Two sentences on whether everybody's time can be redeemed; absent before the first night. */
  assurance: spokenText.optional(),
  unreadable: z.array(z.string()),
});
export type AccountView = z.infer<typeof accountView>;

export const readAccount = route({
  name: 'readTimeAccount',
  method: 'GET',
  path: '/api/time-bank/account',
  summary: "One's own account, or that of an elder one is linked to: what is there, what is held and why.",
  access: ['family', 'volunteer', 'provider', 'elder'],
  relation: 'kin',
  audit: 'time-bank.account.read',
  query: z.strictObject(whose),
  reply: accountView,
  refusals: [],
});

export const statementLine = z.strictObject({
  transferId,
  at: instant,
  effect: z.enum(['in', 'out', 'waiting_in', 'set_aside', 'freed', 'not_credited']),
  minutes: wholeMinutes,
  title: spokenText,
  story: spokenText,
  /** The visit behind the line: the one that earned it, or the one it paid for. */
  visitId: visitId.optional(),
});
export type StatementLine = z.infer<typeof statementLine>;

export const readStatement = route({
  name: 'readTimeStatement',
  method: 'GET',
  path: '/api/time-bank/statement',
  summary: 'The lines of an account, newest first, each with its story.',
  access: ['family', 'volunteer', 'provider', 'elder'],
  relation: 'kin',
  audit: 'time-bank.statement.read',
  query: z.strictObject({
    ...whose,
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  reply: z.strictObject({
    lines: z.array(statementLine),
    next: z.string().optional(),
    unreadable: z.array(z.string()),
  }),
  refusals: [],
});

export const giveTime = route({
  name: 'giveTime',
  method: 'POST',
  path: '/api/time-bank/gifts',
  summary: 'Give minutes to an elder of the family or to a village pool, within the limits between regions.',
  access: ['family', 'volunteer', 'elder'],
  relation: 'kin',
  audit: 'time-bank.given',
  body: z.strictObject({
    commandId,
    minutes: typedMinutes,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('elder'), elderId }),
      z.strictObject({ kind: z.literal('pool'), villageCode }),
    ]),
    why: paragraph(100),
  }),
  reply: z.strictObject({ transferId, availableMinutes: wholeMinutes }),
  refusals: [
    'time_amount_invalid',
    'time_not_enough',
    'time_to_self',
    'time_not_kin',
    'time_give_closed',
    'time_region_closed',
    'time_region_limit',
    'region_unknown',
  ],
});

const flagView = z.strictObject({
  flagId: transferId,
  helperName: z.string(),
  villageName: z.string(),
  title: spokenText,
  minutes: wholeMinutes,
  startsAt: instant.optional(),
  raisedAt: instant,
  reasons: z.array(spokenText),
  decisions: z.array(
    z.strictObject({
      byName: z.string(),
      verdict: z.enum(['credit', 'reject']),
      why: z.string(),
      at: instant,
    }),
  ),
  /** Whether the one who reads this may still decide. */
  mayDecide: z.boolean(),
});
export type FlagView = z.infer<typeof flagView>;

export const listFlags = route({
  name: 'listTimeFlags',
  method: 'GET',
  path: '/api/time-bank/flags',
  summary: 'Credits that wait for two people to look at them, each with the reasons.',
  access: ['coordinator', 'social_worker'],
  relation: 'region',
  audit: 'time-bank.flags.listed',
  query: z.strictObject({ regionCode: regionCode.optional() }),
  reply: z.strictObject({ flags: z.array(flagView), unreadable: z.array(z.string()) }),
  refusals: ['region_outside'],
});

export const decideFlag = route({
  name: 'decideTimeFlag',
  method: 'POST',
  path: '/api/time-bank/flags/{flagId}/decisions',
  summary: 'Say whether a doubtful credit counts; two people of the same mind decide.',
  access: ['coordinator', 'social_worker'],
  relation: 'region',
  audit: 'time-bank.flag.decided',
  params: z.strictObject({ flagId: transferId }),
  body: z.strictObject({ commandId, verdict: z.enum(['credit', 'reject']), why: line(300) }),
  reply: z.strictObject({ status: z.enum(['open', 'credited', 'rejected']) }),
  refusals: ['time_flag_closed', 'time_second_person_needed', 'time_rules_changed'],
});

export const readSolvency = route({
  name: 'readTimeSolvency',
  method: 'GET',
  path: '/api/time-bank/solvency',
  summary: 'What is outstanding in a county against what it can serve, with a projection; sums only.',
  access: ['coordinator', 'official', 'operator'],
  relation: 'region',
  audit: 'time-bank.solvency.read',
  query: z.strictObject({
    county: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  reply: z.strictObject({
    solvency,
    sentences: spokenText,
    reconciledAt: instant.optional(),
    differences: z.int(),
  }),
  refusals: ['region_outside'],
});

const opportunity = z.strictObject({
  requestId,
  service: serviceLabel,
  villageName: z.string(),
  startsAt: instant,
  minutes,
  creditMinutes: wholeMinutes,
  /** To the village, not to the door. */
  distanceMetres: z.int(),
});
export type Opportunity = z.infer<typeof opportunity>;

export const listOpportunities = route({
  name: 'listTimeOpportunities',
  method: 'GET',
  path: '/api/time-bank/opportunities',
  summary: 'Requests near where one stands now that still look for a volunteer; no elder is named.',
  access: ['family', 'volunteer'],
  relation: 'none',
  audit: 'time-bank.opportunities.listed',
  /** Latitude and longitude in GCJ-02 degrees: `46.2500,126.2700`. */
  query: z.strictObject({ at: z.string().regex(/^\d{1,2}\.\d{3,6},\d{2,3}\.\d{3,6}$/) }),
  reply: z.strictObject({ opportunities: z.array(opportunity), unreadable: z.array(z.string()) }),
  refusals: [],
});

export const takeOpportunity = route({
  name: 'takeTimeOpportunity',
  method: 'POST',
  path: '/api/time-bank/opportunities/{requestId}/take',
  summary: 'A volunteer comes forward for a request that still looks for someone; every hard rule holds.',
  access: ['volunteer'],
  relation: 'none',
  audit: 'time-bank.opportunity.taken',
  params: z.strictObject({ requestId }),
  body: z.strictObject({ commandId }),
  reply: z.strictObject({ requestId, startsAt: instant }),
  refusals: [
    'offer_taken',
    'offer_closed',
    'helper_day_full',
    'helper_suspended',
    'helper_not_eligible',
    'request_not_open',
    'service_unknown',
    'time_paid_in_money',
  ],
});

export const guaranteeRequest = route({
  name: 'guaranteeTimeRequest',
  method: 'POST',
  path: '/api/time-bank/requests/{requestId}/guarantee',
  summary: 'Where nobody could come, let the county fund buy the service for the minutes.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'time-bank.guaranteed',
  params: z.strictObject({ requestId }),
  body: z.strictObject({ commandId, why: line(200) }),
  reply: guarantee,
  refusals: ['time_paid_in_money', 'time_fund_empty', 'request_not_unmet', 'request_not_open'],
});

export const exportStatement = route({
  name: 'exportTimeStatement',
  method: 'GET',
  path: '/api/time-bank/statement-file',
  summary: 'The statement as a file for a spreadsheet: CSV in base64.',
  access: ['family', 'volunteer', 'provider', 'elder'],
  relation: 'kin',
  audit: 'time-bank.statement.exported',
  query: z.strictObject(whose),
  reply: madeFile.extend({
    lines: z.int(),
    /** How many lines more there are than fit. */
    leftOut: z.int(),
  }),
  refusals: [],
});
