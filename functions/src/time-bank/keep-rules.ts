import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { cityRules } from '@shared/time-bank/city-rules';
import { propose, publishProposal, type RulesProposal, withdrawProposal } from '@shared/time-bank/proposal';
import { rulesOn } from '@shared/time-bank/rules';
import type * as routes from '@shared/time-bank/rules.contract';
import { historyEntry } from '../history/items';
import { personItem } from '../identity/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, replace, type Stored, type Write } from '../table/port';
import { proposalItem, proposalKey, rulesItem } from './items';
import { rulesVersions } from './load-rules';

const rules = (actor: Actor, county: string): boolean =>
  actor.role === 'official' &&
  actor.grant.regionCode !== undefined &&
  isWithin(actor.grant.regionCode, county);

async function proposalView(deps: Deps, actor: Actor, county: string) {
  const last = rules(actor, county) ? await deps.table.get(proposalItem, proposalKey(county)) : undefined;
  if (!last) return {};
  const { status, why, proposedAt, proposedBy } = last.value;
  const person = await deps.table.get(personItem, { pk: `PERSON#${proposedBy}`, sk: 'PERSON' });
  const proposedByName = person?.value.name ?? '';
  const mine = proposedBy === actor.personId;
  return { proposal: { status, rules: last.value.rules, why, proposedAt, proposedByName, mine } };
}

export const readRules: UseCase<typeof routes.readRules> = async (deps, { actor, query }) => {
  const versions = await rulesVersions(deps, query.county);
  const current = rulesOn(versions, beijing(deps.clock()).day) ?? versions[0];
  if (current === undefined) return refuse('not_found');
  const proposal = await proposalView(deps, actor, query.county);
  return allow({ current, versions, examples: [...cityRules], ...proposal });
};

type Last = Stored<RulesProposal> | undefined;
const keep = (last: Last, next: RulesProposal, refusal: 'time_rules_waiting' | 'time_rules_not_waiting') =>
  last ? replace<RulesProposal>(last, next, refusal) : create<RulesProposal>(proposalItem, next, refusal);

const told = (
  deps: Deps,
  actor: Actor,
  action: 'time_rules_proposed' | 'time_rules_published' | 'time_rules_withdrawn',
  { county, why, rules: { validFrom } }: RulesProposal,
  facts: Readonly<Record<string, number>> = {},
): Write =>
  historyEntry(deps, actor, {
    subject: { kind: 'time_rules', id: county },
    action,
    why,
    facts: { ...facts, validFrom },
  });

/** One waits at most: of two who propose at once, one is told that another waits. */
export const proposeRules: UseCase<typeof routes.proposeRules> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'proposeTimeRules', body }, async () => {
    const { county, why } = body;
    if (!rules(actor, county)) return refuse('region_outside', 'body.county');
    const last = await deps.table.get(proposalItem, proposalKey(county));
    const made = propose(last?.value, { county, rules: body.rules, why }, actor.personId, deps.clock());
    if (!made.ok) return made;
    return allow({
      reply: { proposedAt: made.value.proposedAt },
      writes: [
        keep(last, made.value, 'time_rules_waiting'),
        told(deps, actor, 'time_rules_proposed', made.value),
      ],
    });
  });

/** The next version; what was moved under an earlier one keeps its name and is settled by it. */
export const publishRules: UseCase<typeof routes.publishRules> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'publishTimeRules', body }, async () => {
    const { county, proposedAt } = body;
    if (!rules(actor, county)) return refuse('region_outside', 'body.county');
    const last = await deps.table.get(proposalItem, proposalKey(county));
    const versions = await rulesVersions(deps, county);
    const done = publishProposal(last?.value, proposedAt, versions, actor.personId, deps.clock());
    if (!done.ok) return done;
    const { proposal, rules: next } = done.value;
    return allow({
      reply: { version: next.version },
      writes: [
        keep(last, proposal, 'time_rules_not_waiting'),
        create(rulesItem, { county, rules: next }),
        told(deps, actor, 'time_rules_published', proposal, { version: next.version }),
      ],
    });
  });

export const withdrawRules: UseCase<typeof routes.withdrawRules> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'withdrawTimeRules', body }, async () => {
    const { county, proposedAt } = body;
    if (!rules(actor, county)) return refuse('region_outside', 'body.county');
    const last = await deps.table.get(proposalItem, proposalKey(county));
    const back: Result<RulesProposal> = withdrawProposal(
      last?.value,
      proposedAt,
      actor.personId,
      deps.clock(),
    );
    if (!back.ok) return back;
    return allow({
      reply: { status: 'withdrawn' as const },
      writes: [
        keep(last, back.value, 'time_rules_not_waiting'),
        told(deps, actor, 'time_rules_withdrawn', back.value),
      ],
    });
  });
