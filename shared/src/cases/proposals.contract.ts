import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { caseId, commandId, proposalId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { urgency } from '../service-requests/request';
import { nextLook } from './case-file';
import { caseElder } from './case-view';
import { caseKind } from './kind';

const workers = ['social_worker'] as const;

/** What waits to be taken into a case or to be let be, with the cases that are open for this elder already. */
export const proposalCard = z.lazy(() =>
  z.strictObject({
    proposalId,
    elder: caseElder,
    kind: caseKind,
    from: spokenText,
    why: spokenText,
    at: instant,
    open: z.array(z.strictObject({ caseId, kindName: spokenText, responsibleName: z.string() })),
  }),
);
export type ProposalCard = z.infer<typeof proposalCard>;

export const listProposals = route({
  name: 'listProposals',
  method: 'GET',
  path: '/api/cases/proposals',
  summary: 'What the platform noticed in the region and nobody has taken up, newest first.',
  access: workers,
  relation: 'self',
  audit: 'case_proposals.list',
  reply: z.lazy(() =>
    z.strictObject({
      proposals: z.array(proposalCard),
      /** How many more wait than are shown. */
      more: z.int().min(0),
      unreadable: z.array(z.string()),
    }),
  ),
  refusals: [],
});

export const answerProposal = route({
  name: 'answerProposal',
  method: 'POST',
  path: '/api/cases/proposals/{proposalId}',
  summary: 'Takes what was noticed into a case, in hand from now on, or lets it be with a reason.',
  access: workers,
  relation: 'region',
  audit: 'case_proposal.answered',
  params: z.strictObject({ proposalId }),
  body: z.lazy(() =>
    z.discriminatedUnion('take', [
      z.strictObject({ take: z.literal(true), commandId, kind: caseKind, urgency, next: nextLook }),
      z.strictObject({ take: z.literal(false), commandId, reason: line(200) }),
    ]),
  ),
  reply: z.lazy(() => z.strictObject({ caseId: caseId.optional() })),
  refusals: ['case_proposal_settled', 'case_exists', 'case_next_past', 'case_next_too_far'],
});
