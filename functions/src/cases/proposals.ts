import { templateOf } from '@shared/cases/kind';
import { takeUp } from '@shared/cases/lifecycle';
import { dismissProposal, type Proposal, takeProposal } from '@shared/cases/proposal';
import type {
  answerProposal as answerRoute,
  listProposals as listRoute,
  ProposalCard,
} from '@shared/cases/proposals.contract';
import { mayRead } from '@shared/cases/responsibility';
import { proposalWords } from '@shared/cases/words';
import type { ElderId } from '@shared/kernel/ids';
import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { elderItem, elderKey } from '../people/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import { workerOf } from './access';
import { caseItem, casesPartition } from './items';
import { caseElderOf, namesOf } from './load';
import { proposalItem, proposalKey, proposalsPartition } from './propose';
import { openOf, referred } from './referred';

const MOST_SHOWN = 40;

/** Newest first. Beside each the cases that are open for this elder and that the worker may read. */
export const listProposals: UseCase<typeof listRoute> = async (deps, { actor }) => {
  const region = actor.grant.regionCode;
  if (region === undefined) return refuse('region_outside');
  const page = await deps.table.list(proposalItem, {
    index: 'byRegion',
    pk: proposalsPartition(region),
    prefix: region,
  });
  const all = page.items.map(({ value }) => value).sort((a, b) => (a.at < b.at ? 1 : -1));
  const shown = all.slice(0, MOST_SHOWN);
  const [elders, openCases] = await Promise.all([
    deps.table.getMany(
      elderItem,
      shown.map((each) => elderKey(each.elderId)),
    ),
    openCasesOf(deps, actor, region, new Set(shown.map(({ elderId }) => elderId))),
  ]);
  return allow({
    proposals: shown.flatMap((each, index): ProposalCard[] => {
      const elder = elders.items[index]?.value;
      if (!elder) return [];
      const { proposalId, kind, source, why, at } = each;
      return [
        {
          proposalId,
          elder: caseElderOf(deps, elder),
          kind,
          from: proposalWords[source],
          why,
          at,
          open: openCases.flatMap(({ elderId, shown: one }) => (elderId === each.elderId ? [one] : [])),
        },
      ];
    }),
    more: all.length - shown.length,
    unreadable: keyTexts([...page.unreadable, ...elders.unreadable]),
  });
};

async function openCasesOf(deps: Deps, actor: Actor, region: string, elders: ReadonlySet<ElderId>) {
  if (elders.size === 0) return [];
  const page = await deps.table.list(caseItem, {
    index: 'byRegion',
    pk: casesPartition(region, 'open'),
    prefix: region,
  });
  const worker = workerOf(actor);
  const cases = page.items
    .map(({ value }) => value)
    .filter((each) => elders.has(each.elderId) && mayRead(each, worker));
  const names = await namesOf(
    deps,
    cases.map((each) => each.responsible),
  );
  return cases.map(({ elderId, caseId, kind, responsible }) => ({
    elderId,
    shown: { caseId, kindName: templateOf(kind).name, responsibleName: names[responsible] ?? '' },
  }));
}

/** Taken: the case, in the hands of who took it, and the end of the proposal are one transaction. */
export const answerProposal: UseCase<typeof answerRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'answerProposal', body: { ...params, ...body } },
    async () => {
      const stored = await deps.table.get(proposalItem, proposalKey(params.proposalId));
      const region = actor.grant.regionCode;
      if (!stored || region === undefined || !isWithin(region, stored.value.villageCode))
        return refuse('not_found');
      const by = { by: actor.personId, at: deps.clock() };
      if (!body.take) {
        const dismissed = dismissProposal(stored.value, body.reason, by);
        if (!dismissed.ok) return dismissed;
        const history = historyEntry(deps, actor, {
          subject: { kind: 'case_proposal', id: params.proposalId },
          action: 'case_proposal_dismissed',
          why: body.reason,
        });
        return allow({ reply: {}, writes: [replace<Proposal>(stored, dismissed.value), history] });
      }
      const elder = await deps.table.get(elderItem, elderKey(stored.value.elderId));
      if (!elder) return refuse('not_found');
      const { why, source, visitId, elderId } = stored.value;
      const told = { kind: body.kind, text: why.zh.slice(0, 500), source, visitId };
      const opened = takeUp(referred(deps, actor, elder.value, told, actor.personId), body.urgency, {
        ...by,
        next: body.next,
      });
      if (!opened.ok)
        return refuse(opened.refusal.code, opened.refusal.field && `body.${opened.refusal.field}`);
      const taken = takeProposal(stored.value, opened.value, by);
      if (!taken.ok) return taken;
      if (await openOf(deps, elderId, body.kind)) return refuse('case_exists', 'body.kind');
      const { caseId } = opened.value;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'case', id: caseId },
        action: 'case_opened',
        why: told.text,
      });
      return allow({
        reply: { caseId },
        writes: [create(caseItem, opened.value), replace<Proposal>(stored, taken.value), history],
      });
    },
  );
