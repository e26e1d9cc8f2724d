import * as z from 'zod';
import { commandId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { proposedRules } from './proposal';
import { timeRules } from './rules';

const county = z.string().regex(/^\d{6}$/);

const proposalView = z.strictObject({
  status: z.enum(['waiting', 'published', 'withdrawn']),
  rules: proposedRules,
  why: z.string(),
  proposedAt: instant,
  proposedByName: z.string(),
  /** Whether the one who reads this proposed it: they may take it back, and another may publish it. */
  mine: z.boolean(),
});
export type ProposalView = z.infer<typeof proposalView>;

export const readRules = route({
  name: 'readTimeRules',
  method: 'GET',
  path: '/api/time-bank/rules',
  summary: "A county's time-bank rules in all versions, and the cities' as examples.",
  access: [
    'family',
    'volunteer',
    'provider',
    'elder',
    'coordinator',
    'social_worker',
    'official',
    'operator',
  ],
  relation: 'none',
  audit: 'time-bank.rules.read',
  query: z.strictObject({ county }),
  reply: z.strictObject({
    current: timeRules,
    versions: z.array(timeRules),
    examples: z.array(timeRules.omit({ version: true, validFrom: true })),
    /** The last proposal, for the county's officials only. */
    proposal: proposalView.optional(),
  }),
  refusals: [],
});

export const proposeRules = route({
  name: 'proposeTimeRules',
  method: 'POST',
  path: '/api/time-bank/rules/proposals',
  summary: 'Propose the next version of the rules, valid from tomorrow at the earliest; one waits at most.',
  access: ['official'],
  relation: 'region',
  audit: 'time-bank.rules.proposed',
  body: z.strictObject({ commandId, county, rules: proposedRules, why: line(200) }),
  reply: z.strictObject({ proposedAt: instant }),
  refusals: ['region_outside', 'time_rules_date', 'time_rules_waiting'],
});

/** `proposedAt` says which proposal was read: another is not published by mistake. */
const which = { commandId, county, proposedAt: instant };

export const publishRules = route({
  name: 'publishTimeRules',
  method: 'POST',
  path: '/api/time-bank/rules/publications',
  summary: 'Another official publishes the rules that wait; they hold from their day on, and never before.',
  access: ['official'],
  relation: 'region',
  audit: 'time-bank.rules.published',
  body: z.strictObject(which),
  reply: z.strictObject({ version: z.int() }),
  refusals: ['region_outside', 'time_rules_date', 'time_rules_not_waiting', 'time_rules_second_official'],
});

export const withdrawRules = route({
  name: 'withdrawTimeRules',
  method: 'POST',
  path: '/api/time-bank/rules/withdrawals',
  summary: 'Whoever proposed the rules that wait takes them back.',
  access: ['official'],
  relation: 'region',
  audit: 'time-bank.rules.withdrawn',
  body: z.strictObject(which),
  reply: z.strictObject({ status: z.literal('withdrawn') }),
  refusals: ['region_outside', 'time_rules_not_waiting', 'time_rules_not_yours'],
});
