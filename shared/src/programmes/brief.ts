import * as z from 'zod';
import { briefId, personId, programmeId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { regionCode } from '../regions/region';
import { type Evidence, evidence } from './evidence';

export const briefWords = z.strictObject({
  title: line(40),
  /** What the counts mean, as people of the villages say it; nobody is named. */
  says: line(1_000),
  /** What the county is asked to do. */
  asks: z.array(line(200)).min(1).max(6),
});

/** 倡导简报: counts, not people; sent as it stands and never changed. The county's answers are kept with it. */
export const brief = z.strictObject({
  ...briefWords.shape,
  briefId,
  programmeId,
  regionCode,
  regionName: z.string(),
  evidence,
  sentBy: personId,
  sentAt: instant,
  answers: z.array(z.strictObject({ by: personId, at: instant, text: line(500) })).max(20),
});
export type Brief = z.infer<typeof brief>;

/** A brief needs a count that may be shown. */
export const checkEvidence = (found: Pick<Evidence, 'sums'>): Result<void> =>
  found.sums.length === 0 ? refuse('brief_evidence_empty') : allow(undefined);
