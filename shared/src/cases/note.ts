import * as z from 'zod';
import { caseId, entryId, personId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { line } from '../kernel/text';

/** What a worker writes down: when it was, with whom, and how they met. */
export const noteWords = z.lazy(() =>
  z.strictObject({
    entryId,
    at: instant,
    kind: z.enum(['contact', 'note', 'conference', 'document']),
    how: z.enum(['home', 'phone', 'video', 'office', 'none']),
    /** Who was there, with their part in it: 「李桂芬（邻居）」. */
    present: z.array(line(30)).max(12),
    text: line(2_000),
  }),
);
export type NoteWords = z.infer<typeof noteWords>;

/** 记录: kept apart from the case, never changed afterwards. A family's comment is one too. */
export const caseNote = z.lazy(() =>
  z.strictObject({
    caseId,
    writtenAt: instant,
    by: z.strictObject({ personId, role }),
    words: z.union([
      noteWords,
      z.strictObject({ entryId, at: instant, kind: z.literal('comment'), text: line(500) }),
    ]),
  }),
);
export type CaseNote = z.infer<typeof caseNote>;

/** 查阅记录: who opened a case file and when; kept for three years. */
export const caseReading = z.lazy(() =>
  z.strictObject({
    caseId,
    entryId,
    at: instant,
    by: z.strictObject({ personId, role }),
  }),
);
export type CaseReading = z.infer<typeof caseReading>;
export const READINGS_KEPT_DAYS = 3 * 365;

/** 接案台: who takes what is referred in a county, so that no referral is without a person. */
export const caseDesk = z.lazy(() =>
  z.strictObject({
    regionCode: z.string().regex(/^\d{6}$/),
    personId,
    setBy: personId,
    at: instant,
  }),
);
export type CaseDesk = z.infer<typeof caseDesk>;
