import * as z from 'zod';
import { callId, elderId, requestId, visitId } from '../kernel/ids';

/** What a connected phone is told: that something it may read has changed. It then asks by the usual routes. */
export const push = z.strictObject({
  type: z.literal('changed'),
  elderId: elderId.optional(),
  requestId: requestId.optional(),
  visitId: visitId.optional(),
  callId: callId.optional(),
});
export type Push = z.infer<typeof push>;
