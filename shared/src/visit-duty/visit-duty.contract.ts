import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { commandId, elderId, entryId, helperId } from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { helperRoles, type Role } from '../kernel/role';
import { route } from '../kernel/route';
import { cause, found, visitDuty, way } from './duty';
import { tier } from './risk';

const oneElder = z.strictObject({ elderId });
const unreadable = z.array(z.string());
const guards: readonly Role[] = ['coordinator', 'social_worker'];

const lastSeen = z.lazy(() => z.strictObject({ at: instant, sentence: spokenText, well: z.boolean() }));

/** One elder to look in on: who, where, why, and how late it is. */
export const dutyCard = z.strictObject({
  elderId,
  name: z.string(),
  callName: z.string(),
  age: z.int(),
  livesAlone: z.boolean(),
  villageName: z.string(),
  address: z.string(),
  directions: z.string(),
  doorNotes: z.string(),
  phone: z.string().optional(),
  status: z.enum(['due', 'unreached']),
  tier,
  /** Only to who answers for the region: what a scale said is nothing for the door. */
  reasons: z.array(spokenText),
  causes: z.array(cause),
  dueOn: day,
  /** Days past the date; below zero when there is still time. */
  lateDays: z.int(),
  tries: z.array(z.strictObject({ at: instant, sentence: spokenText })),
  helper: z.strictObject({ helperId, name: z.string(), mine: z.boolean() }).optional(),
  lastSeen: lastSeen.optional(),
});
export type DutyCard = z.infer<typeof dutyCard>;

export const listDuties = route({
  name: 'listDuties',
  method: 'GET',
  path: '/api/visit-duties',
  summary: 'Whom to look in on, latest first: those of the region, or those a helper was asked to see.',
  access: [...guards, ...helperRoles],
  relation: 'region',
  audit: 'duties.list',
  reply: z.lazy(() =>
    z.strictObject({
      duties: z.array(dutyCard),
      /** How many more are due than are shown. */
      more: z.int().min(0),
      today: day,
      unreadable,
    }),
  ),
  refusals: [],
});

export const elderDuty = z.strictObject({
  tier,
  reasons: z.array(spokenText),
  status: visitDuty.options[0].shape.status.or(dutyCard.shape.status),
  /** When somebody looks in next. */
  nextOn: day,
  causes: z.array(spokenText),
  helperName: z.string().optional(),
  last: lastSeen.optional(),
  records: z.array(
    z.strictObject({
      entryId,
      at: instant,
      sentence: spokenText,
      takenBack: z.boolean(),
      /** The asking person wrote it down within the day, and may say that it was a mistake. */
      mayTakeBack: z.boolean(),
    }),
  ),
});
export type ElderDuty = z.infer<typeof elderDuty>;

export const readElderDuty = route({
  name: 'readElderDuty',
  method: 'GET',
  path: '/api/elders/{elderId}/visit-duty',
  summary: 'When an elder was last looked in on, how they were, and when somebody comes next.',
  access: ['family', 'elder', ...guards],
  relation: 'kin-or-region',
  audit: 'duty.read',
  params: oneElder,
  reply: z.lazy(() => z.strictObject({ duty: elderDuty.optional(), unreadable })),
  refusals: [],
});

export const recordDuty = route({
  name: 'recordDuty',
  method: 'POST',
  path: '/api/elders/{elderId}/visit-duty/outcome',
  summary:
    'Seen, with what was found, or not reached. Not reached twice, the ladder of alerts tells family and coordinator.',
  access: [...guards, ...helperRoles],
  relation: 'region',
  audit: 'duty.record',
  params: oneElder,
  body: z.lazy(() =>
    z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('seen'),
        commandId,
        /** By the phone's clock, where it was noted without a signal. */
        at: instant.optional(),
        how: way,
        found,
        /** Ask a social worker to look at what was found. */
        refer: z.boolean(),
      }),
      z.strictObject({ outcome: z.literal('not_reached'), commandId, how: way }),
    ]),
  ),
  reply: z.lazy(() =>
    z.strictObject({
      status: elderDuty.shape.status,
      nextOn: day,
      entryId,
      /** What happens now, to be shown once. */
      sentence: spokenText,
    }),
  ),
  refusals: ['duty_not_due', 'duty_tried_just_now'],
});

export const handDuty = route({
  name: 'handDuty',
  method: 'POST',
  path: '/api/elders/{elderId}/visit-duty/helper',
  summary: 'Asks a helper to look in, or takes it back when no helper is named.',
  access: guards,
  relation: 'region',
  audit: 'duty.hand',
  params: oneElder,
  body: z.lazy(() => z.strictObject({ commandId, helperId: helperId.optional() })),
  reply: z.lazy(() => z.strictObject({ helperName: z.string().optional() })),
  refusals: ['duty_not_due', 'duty_helper_no'],
});

export const listDutyHelpers = route({
  name: 'listDutyHelpers',
  method: 'GET',
  path: '/api/elders/{elderId}/visit-duty/helpers',
  summary: 'Helpers of the village whom one may ask to look in, nearest first.',
  access: guards,
  relation: 'region',
  audit: 'duty.helpers',
  params: oneElder,
  reply: z.lazy(() =>
    z.strictObject({
      helpers: z.array(
        z.strictObject({ helperId, name: z.string(), villageName: z.string(), distanceMetres: z.int() }),
      ),
      unreadable,
    }),
  ),
  refusals: [],
});

export const takeBackDuty = route({
  name: 'takeBackDuty',
  method: 'POST',
  path: '/api/elders/{elderId}/visit-duty/take-back',
  summary: 'Recorded by mistake: the visit is due again, and the record stays, marked as taken back.',
  access: [...guards, ...helperRoles],
  relation: 'region',
  audit: 'duty.take_back',
  params: oneElder,
  body: z.lazy(() => z.strictObject({ commandId, entryId })),
  reply: z.lazy(() => z.strictObject({ status: elderDuty.shape.status, nextOn: day })),
  refusals: ['duty_record_kept'],
});
