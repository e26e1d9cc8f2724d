import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { caseId, elderId, type PersonId, personId, proposalId, visitId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { villageCode } from '../regions/region';
import type { CaseFile } from './case-file';
import { caseKind } from './kind';

/** What made the platform think of it: a scale above its band, readings far from usual, an SOS, a need noticed. */
export const proposalSource = z.enum(['screening', 'vitals', 'sos', 'visit']);
export type ProposalSource = z.infer<typeof proposalSource>;

/**
 * 建议接案: what the platform noticed by itself and nobody has referred. It waits on the board of the social workers
 * until one of them takes it into a case or says why not; it is never a case by itself.
 */
export const proposal = z.lazy(() => {
  const common = {
    proposalId,
    elderId,
    villageCode,
    source: proposalSource,
    /** What it may be; who takes it up may find that it is something else. */
    kind: caseKind,
    /** Why, in a sentence. */
    why: spokenText,
    at: instant,
    visitId: visitId.optional(),
  };
  return z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('proposed'), ...common }),
    z.strictObject({ status: z.literal('taken'), ...common, caseId, by: personId, answeredAt: instant }),
    z.strictObject({
      status: z.literal('dismissed'),
      ...common,
      by: personId,
      answeredAt: instant,
      reason: line(200),
    }),
  ]);
});
export type Proposal = z.infer<typeof proposal>;
type Answered<S extends Proposal['status']> = Extract<Proposal, { status: S }>;

interface By {
  readonly by: PersonId;
  readonly at: Instant;
}

export const takeProposal = (
  p: Proposal,
  c: Pick<CaseFile, 'caseId'>,
  { by, at }: By,
): Result<Answered<'taken'>> =>
  p.status === 'proposed'
    ? allow({ ...p, status: 'taken', caseId: c.caseId, by, answeredAt: at })
    : refuse('case_proposal_settled');

export const dismissProposal = (
  p: Proposal,
  reason: string,
  { by, at }: By,
): Result<Answered<'dismissed'>> =>
  p.status === 'proposed'
    ? allow({ ...p, status: 'dismissed', by, answeredAt: at, reason })
    : refuse('case_proposal_settled');
