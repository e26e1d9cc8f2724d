import * as z from 'zod';

/** A service by its name, where the whole of it would say too much. */
export const serviceLabel = z.strictObject({
  code: z.string(),
  class: z.enum(['life', 'medical', 'leisure', 'spirit']),
  zh: z.string(),
  en: z.string(),
});
export type ServiceLabel = z.infer<typeof serviceLabel>;
