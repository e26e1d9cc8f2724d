import * as z from 'zod';
import { role } from '../kernel/role';

/** Someone of the demonstration county whom one may step in as, on the local stage only. */
export const personaView = z.strictObject({
  persona: z.string().regex(/^[a-z0-9-]{1,40}$/),
  nameZh: z.string(),
  storyZh: z.string(),
  storyEn: z.string(),
  role,
});
export type PersonaView = z.infer<typeof personaView>;
