import * as z from 'zod';
import { personId } from '../kernel/ids';
import { beijing, type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { publish, type TimeRules, timeRules } from './rules';

export const proposedRules = timeRules.omit({ version: true });
export type ProposedRules = Omit<TimeRules, 'version'>;

const common = {
  county: z.string().regex(/^\d{6}$/),
  rules: proposedRules,
  why: line(200),
  proposedBy: personId,
  proposedAt: instant,
};

/** 新规则提案: the last that was proposed in a county; one waits at most, and another official publishes it. */
export const rulesProposal = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('waiting'), ...common }),
    z.strictObject({
      status: z.literal('published'),
      ...common,
      publishedBy: personId,
      publishedAt: instant,
      version: z.int().min(1),
    }),
    z.strictObject({ status: z.literal('withdrawn'), ...common, withdrawnAt: instant }),
  ]),
);
export type RulesProposal = z.infer<typeof rulesProposal>;
type Waiting = Extract<RulesProposal, { status: 'waiting' }>;

type Official = Waiting['proposedBy'];

/** What an official proposes waits for another; while one waits there is no second. */
export function propose(
  last: RulesProposal | undefined,
  next: Omit<Waiting, 'status' | 'proposedBy' | 'proposedAt'>,
  by: Official,
  at: Instant,
): Result<Waiting> {
  if (last?.status === 'waiting') return refuse('time_rules_waiting');
  if (next.rules.validFrom <= beijing(at).day) return refuse('time_rules_date', 'body.rules.validFrom');
  return allow({ status: 'waiting', ...next, proposedBy: by, proposedAt: at });
}

/** The proposal that somebody has read, if that one still waits: `proposedAt` says which they mean. */
function waiting(last: RulesProposal | undefined, proposedAt: Instant): Result<Waiting> {
  return last?.status === 'waiting' && last.proposedAt === proposedAt
    ? allow(last)
    : refuse('time_rules_not_waiting');
}

/** Another official publishes what waits. It still has to begin in the future: the past is not rewritten. */
export function publishProposal(
  last: RulesProposal | undefined,
  proposedAt: Instant,
  versions: readonly TimeRules[],
  by: Official,
  at: Instant,
): Result<{ proposal: Extract<RulesProposal, { status: 'published' }>; rules: TimeRules }> {
  const found = waiting(last, proposedAt);
  if (!found.ok) return found;
  if (found.value.proposedBy === by) return refuse('time_rules_second_official');
  const rules = publish(versions, found.value.rules, beijing(at).day);
  if (!rules.ok) return refuse(rules.refusal.code);
  return allow({
    rules: rules.value,
    proposal: {
      ...found.value,
      status: 'published',
      publishedBy: by,
      publishedAt: at,
      version: rules.value.version,
    },
  });
}

/** Whoever proposed it takes it back; anybody else just does not publish it. */
export function withdrawProposal(
  last: RulesProposal | undefined,
  proposedAt: Instant,
  by: Official,
  at: Instant,
): Result<RulesProposal> {
  const found = waiting(last, proposedAt);
  if (!found.ok) return found;
  if (found.value.proposedBy !== by) return refuse('time_rules_not_yours');
  return allow({ ...found.value, status: 'withdrawn', withdrawnAt: at });
}
