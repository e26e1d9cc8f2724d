import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { elderId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { measureNames } from '../visits/keep-log';

/** One reading; `far` by what was usual before it, as it was told then. */
const point = z.lazy(() => z.strictObject({ at: instant, value: z.int(), visitId, far: z.boolean() }));

/** One measure over time, oldest first. Blood pressure in mmHg, pulse per minute, glucose and weight in tenths. */
export const course = z.lazy(() =>
  z.strictObject({
    name: z.enum(measureNames),
    label: spokenText,
    unit: z.string(),
    decimals: z.int().min(0).max(1),
    points: z.array(point).min(1),
    /** From the readings before the newest one. */
    usual: z.strictObject({ middle: z.int(), low: z.int(), high: z.int() }).optional(),
    /** The newest beside the usual, described and never judged. */
    sentence: spokenText,
    /** Where the usual comes from, or why none is known; and that somebody was told, where it is far. */
    explanation: spokenText,
  }),
);
export type Course = z.infer<typeof course>;

export const moodPoint = z.lazy(() =>
  z.strictObject({ at: instant, mood: z.enum(['happy', 'calm', 'low', 'unwell']), visitId }),
);

export const readHealth = route({
  name: 'readHealth',
  method: 'GET',
  path: '/api/elders/{elderId}/health',
  summary: "An elder's readings and moods of the last months, beside what is usual for this elder.",
  access: ['family', 'elder', 'coordinator', 'social_worker'],
  relation: 'kin-or-region',
  audit: 'health.course',
  params: z.strictObject({ elderId }),
  query: z.strictObject({ days: z.coerce.number().int().min(7).max(365).optional() }),
  reply: z.lazy(() =>
    z.strictObject({
      callName: z.string(),
      courses: z.array(course),
      moods: z.array(moodPoint),
      unreadable: z.array(z.string()),
    }),
  ),
  refusals: [],
});
