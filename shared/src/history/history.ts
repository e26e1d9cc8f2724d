import * as z from 'zod';
import { elderId, historyId, personId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { paragraph } from '../kernel/text';
import { historyAction } from './action';

/** Who changed something: a person in a role, or the platform itself (a deadline, a sweep). */
export const historyBy = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), personId, role }),
    z.strictObject({ kind: z.literal('system') }),
  ]),
);
export type HistoryBy = z.infer<typeof historyBy>;

export const historySubject = z.lazy(() =>
  z.strictObject({
    kind: z.enum([
      'person',
      'grant',
      'elder',
      'kinship',
      'helper',
      'service',
      'series',
      'request',
      'offer',
      'visit',
      'assessment',
      'case',
      'case_proposal',
      'group',
      'programme',
      'brief',
      'resource',
      'alert',
      'video_call',
      'visit_duty',
      'warning',
      'time_rules',
    ]),
    id: z.string().min(1).max(120),
  }),
);
export type HistorySubject = z.infer<typeof historySubject>;

/** Small words and numbers that the sentence needs: `helperName`, `startsAt`, `wave` … */
export const historyFacts = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  z.union([z.string().max(500), z.number(), z.boolean()]),
);
export type HistoryFacts = z.infer<typeof historyFacts>;

/** One line of the append-only record 履历: what changed, when, by whom, as which role, and why. */
export const historyEntry = z.lazy(() =>
  z.strictObject({
    historyId,
    at: instant,
    by: historyBy,
    subject: historySubject,
    action: historyAction,
    elderId: elderId.optional(),
    /** Proxy acts carry both names: whom the actor spoke for. */
    onBehalfOf: personId.optional(),
    why: paragraph(500).optional(),
    facts: historyFacts.optional(),
  }),
);
export type HistoryEntry = z.infer<typeof historyEntry>;
