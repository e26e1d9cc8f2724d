import * as z from 'zod';
import { commandId, elderId } from '../kernel/ids';
import { day } from '../kernel/instant';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { transferId } from './transfer';

export const readEstate = route({
  name: 'readTimeEstate',
  method: 'GET',
  path: '/api/time-bank/elders/{elderId}/estate',
  summary: 'What an elder who has died had left, what is still set aside, and who of the family may have it.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'time-bank.estate.read',
  params: z.strictObject({ elderId }),
  reply: z.strictObject({
    elderName: z.string(),
    villageName: z.string(),
    availableMinutes: z.int(),
    heldMinutes: z.int(),
    /** Whether the county's rules know estates at all. */
    open: z.boolean(),
    heirs: z.array(z.strictObject({ elderId, name: z.string(), villageName: z.string() })),
    unreadable: z.array(z.string()),
  }),
  refusals: [],
});

export const giveEstate = route({
  name: 'giveTimeEstate',
  method: 'POST',
  path: '/api/time-bank/estates',
  summary:
    'Hand on what an elder who has died had left: to another elder of the same family, or to the pool.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'time-bank.estate',
  body: z.strictObject({
    commandId,
    elderId,
    diedOn: day,
    /** Absent: the pool of the village. */
    toElderId: elderId.optional(),
    why: line(200),
  }),
  reply: z.strictObject({ transferId, minutes: z.int() }),
  refusals: [
    'time_to_self',
    'time_not_kin',
    'time_give_closed',
    'time_estate_held',
    'time_estate_date',
    'time_not_enough',
    'time_region_closed',
    'time_region_limit',
  ],
});
