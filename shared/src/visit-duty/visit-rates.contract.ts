import * as z from 'zod';
import type { Role } from '../kernel/role';
import { route } from '../kernel/route';

const unreadable = z.array(z.string());
const guards: readonly Role[] = ['coordinator', 'social_worker'];
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const rateRow = z.lazy(() =>
  z.strictObject({
    villageCode: z.string(),
    villageName: z.string(),
    elders: z.int(),
    difficult: z.int(),
    difficultSeen: z.int(),
    /** Whole per cent of elders in special difficulty; absent where there are none. */
    percent: z.int().optional(),
  }),
);
export type RateRow = z.infer<typeof rateRow>;

export const listVisitRates = route({
  name: 'listVisitRates',
  method: 'GET',
  path: '/api/visit-rates',
  summary:
    'The monthly visit rate by village, lowest first; to an official only where five or more are counted.',
  access: [...guards, 'official'],
  relation: 'region',
  audit: 'visit_rates.list',
  query: z.strictObject({ month: month.optional() }),
  reply: z.lazy(() =>
    z.strictObject({
      month,
      villages: z.array(rateRow),
      /** Villages that are too small to be shown to an official. */
      few: z.int().min(0),
      total: z.strictObject({
        difficult: z.int(),
        difficultSeen: z.int(),
        percent: z.int().optional(),
        home: z.int(),
        phone: z.int(),
        video: z.int(),
        missed: z.int(),
      }),
      unreadable,
    }),
  ),
  refusals: [],
});
