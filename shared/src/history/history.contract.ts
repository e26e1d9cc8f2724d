import * as z from 'zod';
import { elderId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { historyEntry } from './history';

export const spokenText = z.strictObject({ zh: z.string(), en: z.string() });
export type SpokenText = z.infer<typeof spokenText>;

/** A history entry as people read it: the facts beside one sentence that says who did what. */
export const toldEntry = z.lazy(() =>
  z.strictObject({
    entry: historyEntry,
    byName: z.string(),
    sentence: spokenText,
  }),
);
export type ToldEntry = z.infer<typeof toldEntry>;

export const readTimeline = route({
  name: 'readTimeline',
  method: 'GET',
  path: '/api/elders/{elderId}/timeline',
  summary: 'What has happened around an elder, newest first, each as a sentence.',
  access: ['family', 'elder', 'coordinator'],
  relation: 'kin-or-region',
  audit: 'timeline.read',
  params: z.strictObject({ elderId }),
  query: z.strictObject({
    before: instant.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  reply: z.lazy(() =>
    z.strictObject({
      entries: z.array(toldEntry),
      /** Ask again with this as `before` for what came earlier. */
      next: instant.optional(),
      unreadable: z.array(z.string()),
    }),
  ),
  refusals: [],
});
