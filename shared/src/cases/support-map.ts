import * as z from 'zod';
import { line } from '../kernel/text';

/** One person around the elder: how related, how close, and whether still alive. */
export const mapPerson = z.lazy(() =>
  z.strictObject({
    name: line(12),
    relation: line(12),
    side: z.enum(['parents', 'same', 'children', 'grandchildren', 'neighbours', 'helpers']),
    /** How often they are together, as the elder feels it: 3 close, 1 far. */
    closeness: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** A tie that hurts is drawn broken. */
    strained: z.boolean(),
    gone: z.boolean(),
  }),
);
export type MapPerson = z.infer<typeof mapPerson>;

/** 家庭支持图: whom the elder has. */
export const supportMap = z.array(mapPerson).max(24);
