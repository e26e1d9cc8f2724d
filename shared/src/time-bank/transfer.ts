import * as z from 'zod';
import { elderId, helperId, personId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { paragraph } from '../kernel/text';
import { accountId } from './account';
import { amount } from './amount';

/** Why minutes move. There is no code for selling, cashing or lending, and there will be none. */
export const transferCode = z.enum([
  'earn', // 服务所得
  'attend', // 活动出勤
  'pool_share', // 随服务给村时间池的一份
  'pool_grant', // 政府拨给村时间池
  'spend', // 用于求助
  'guarantee', // 保障金兑付
  'gift', // 转给家人
  'pool_gift', // 捐给村时间池
  'estate', // 身后转赠
  'expire', // 到期
]);
export type TransferCode = z.infer<typeof transferCode>;

/** What in the world caused it: this and the code make the transfer's id, so a repeat is the same transfer. */
export const cause = z.lazy(() =>
  z.strictObject({
    kind: z.enum(['visit', 'request', 'attendance', 'command', 'flag', 'month', 'seed']),
    id: z.string().min(1).max(140),
  }),
);
export type Cause = z.infer<typeof cause>;

export const transferBy = z.union([z.strictObject({ personId, role }), z.literal('system')]);
export type TransferBy = z.infer<typeof transferBy>;

/** What the sentence behind a line is told from: opaque ids and numbers, never a name. */
export const about = z.lazy(() =>
  z.strictObject({
    visitId: visitId.optional(),
    elderId: elderId.optional(),
    helperId: helperId.optional(),
    /** Who confirmed the visit, for finding those who confirm each other. */
    confirmedBy: personId.optional(),
    serviceCode: z.string().max(40).optional(),
    villageCode: z.string().max(12).optional(),
    startsAt: instant.optional(),
    servedMinutes: z.int().min(0).optional(),
    weightPercent: z.int().min(0).optional(),
    /** Which cap cut the credit, and by how much. */
    cutBy: z.enum(['day', 'month', 'balance']).optional(),
    cutMinutes: z.int().min(0).optional(),
    /** What the county fund paid for the service, in fen. */
    fundFen: z.int().min(0).optional(),
  }),
);
export type About = z.infer<typeof about>;

export const transferId = z
  .string()
  .regex(/^[a-z_]+(\.[A-Za-z0-9_:-]+)+$/)
  .max(200)
  .brand<'TransferId'>();
export type TransferId = z.infer<typeof transferId>;

const common = {
  transferId,
  code: transferCode,
  debit: accountId,
  credit: accountId,
  at: instant,
  by: transferBy,
  cause,
  about,
  why: paragraph(300).optional(),
  /** `nanjing@2` */
  rules: z.string().max(60),
};

/** A transfer that sets minutes aside until another one closes it. */
export const pendingTransfer = z.lazy(() =>
  z.strictObject({ ...common, step: z.literal('pending'), minutes: amount }),
);
export type PendingTransfer = z.infer<typeof pendingTransfer>;

/**
 * 转账: immutable, one debit and one credit. `posted` moves minutes at once; `pending` sets them aside, and exactly one
 * of `post`, `void`, `expire` closes it. A post may take less than was set aside; the rest is free again.
 */
export const transfer = z.lazy(() =>
  z.discriminatedUnion('step', [
    z.strictObject({ ...common, step: z.literal('posted'), minutes: amount }),
    pendingTransfer,
    z.strictObject({
      ...common,
      step: z.literal('post'),
      minutes: amount,
      pendingId: transferId,
      pendingMinutes: amount,
    }),
    z.strictObject({
      ...common,
      step: z.enum(['void', 'expire']),
      pendingId: transferId,
      pendingMinutes: amount,
    }),
  ]),
);
export type Transfer = z.infer<typeof transfer>;
export type ClosingTransfer = Extract<Transfer, { step: 'post' | 'void' | 'expire' }>;

/** `earn.visit_01J…`: of one cause there is one transfer of a code; `part` tells its parts from each other. */
export const transferIdOf = (code: TransferCode, of: Cause, part?: string): TransferId =>
  `${code}.${of.id}${part === undefined ? '' : `.${part}`}` as TransferId;

/** All three ways of closing share one id, so a pending transfer is closed once, whoever races. */
export const closingIdOf = (pendingId: TransferId): TransferId => `${pendingId}.closed` as TransferId;
