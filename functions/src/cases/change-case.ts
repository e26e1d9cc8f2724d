import type { CaseChange, changeCase as changeRoute } from '@shared/cases/case-change.contract';
import type { CaseFile } from '@shared/cases/case-file';
import {
  doStep,
  drawMap,
  evaluate,
  giveConsent,
  markGoal,
  setGoal,
  setIntervention,
  share,
  sign,
  takeOut,
  writeText,
} from '@shared/cases/edit';
import { answerTransfer as answer, offerTransfer, setNext, setTeam } from '@shared/cases/responsibility';
import type {
  signCase as signRoute,
  answerTransfer as transferRoute,
} from '@shared/cases/supervision.contract';
import type { HistoryAction } from '@shared/history/action';
import type { Person } from '@shared/identity/person';
import type { CaseId, CommandId, PersonId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { personItem } from '../identity/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { readableCase, workerOf, writableCase } from './access';

const actions: Readonly<Record<CaseChange['act'], HistoryAction>> = {
  write: 'case_written',
  consent: 'case_consented',
  goal: 'case_goal_set',
  mark: 'case_goal_marked',
  intervention: 'case_intervention_set',
  take_out: 'case_taken_out',
  do_step: 'case_step_done',
  map: 'case_map_drawn',
  share: 'case_shared',
  evaluate: 'case_evaluated',
  next: 'case_next_set',
  team: 'case_team_set',
  transfer: 'case_transfer_offered',
};

async function decide(deps: Deps, actor: Actor, c: CaseFile, change: CaseChange): Promise<Result<CaseFile>> {
  const by = { by: actor.personId, at: deps.clock() };
  switch (change.act) {
    case 'write':
      return writeText(c, change.field, change.was, change.value);
    case 'consent':
      return giveConsent(c, change.to, change.consent, by);
    case 'goal':
      return setGoal(c, change.goalId, change.words);
    case 'mark':
      return markGoal(c, change.goalId, change.level, change.note, by);
    case 'intervention':
      return setIntervention(c, change.interventionId, change.words);
    case 'take_out':
      return takeOut(c, change.id);
    case 'do_step':
      return doStep(c, change.code, change.note, by);
    case 'map':
      return drawMap(c, change.people);
    case 'share':
      return share(c, change.family, by);
    case 'evaluate':
      return evaluate(c, change);
    case 'next':
      return setNext(c, change.next, by.at);
    case 'team': {
      const team = await Promise.all(change.team.map((each) => workerNamed(deps, c, each)));
      const unknown = team.indexOf(undefined);
      return unknown < 0 ? setTeam(c, change.team) : refuse('not_found', `team.${unknown}`);
    }
    case 'transfer': {
      const colleague = await workerNamed(deps, c, change.to);
      return colleague ? offerTransfer(c, colleague, change.why, by) : refuse('not_found', 'to');
    }
  }
}

/** A social worker whose region the case lies in; anybody else cannot be given it. */
async function workerNamed(deps: Deps, c: CaseFile, personId: PersonId): Promise<Person | undefined> {
  const person = (await deps.table.get(personItem, { pk: `PERSON#${personId}`, sk: 'PERSON' }))?.value;
  const held = person?.grants.some(
    (each) =>
      each.role === 'social_worker' &&
      each.regionCode !== undefined &&
      isWithin(each.regionCode, c.villageCode),
  );
  return held && !person?.suspended ? person : undefined;
}

/** What of a change goes into the history: why, or the words of it; never a text that may be long and private. */
const whyOf = (change: CaseChange): string | undefined => {
  if (change.act === 'transfer') return change.why;
  if (change.act === 'goal') return change.words.words;
  if (change.act === 'intervention') return change.words.what;
  if (change.act === 'consent')
    return change.consent.by === 'elder'
      ? `${change.consent.name}：${change.consent.how}`
      : `${change.consent.name}（${change.consent.relation}）代：${change.consent.how}；老人自己：${change.consent.elderAssent}`;
  if (change.act === 'mark' || change.act === 'do_step') return change.note;
  if (change.act === 'next') return `${change.next.on} ${change.next.what}`;
  return undefined;
};

interface Given {
  readonly actor: Actor;
  readonly params: { readonly caseId: CaseId };
  readonly body: { readonly commandId: CommandId };
}

/** Load → rule → one transaction with its line of history, for every change of a case. */
const change = (
  deps: Deps,
  { actor, params, body }: Given,
  load: typeof writableCase,
  action: HistoryAction,
  decideOn: (c: CaseFile) => Promise<Result<CaseFile>> | Result<CaseFile>,
  why?: string,
) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: action, body: { ...params, ...body } },
    async () => {
      const stored = await load(deps, actor, params.caseId);
      if (!stored.ok) return stored;
      const decided = await decideOn(stored.value.value);
      if (!decided.ok) return decided;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'case', id: params.caseId },
        action,
        why: why?.slice(0, 500),
      });
      return allow({
        reply: decided.value,
        writes: [replace<CaseFile>(stored.value, decided.value), history],
      });
    },
  );

export const changeCase: UseCase<typeof changeRoute> = (deps, input) => {
  const { change: wanted } = input.body;
  return change(
    deps,
    input,
    writableCase,
    actions[wanted.act],
    async (c) => {
      const decided = await decide(deps, input.actor, c, wanted);
      if (decided.ok || decided.refusal.code !== 'not_found' || !decided.refusal.field) return decided;
      return refuse('not_found', `body.change.${decided.refusal.field}`);
    },
    whyOf(wanted),
  );
};

export const signCase: UseCase<typeof signRoute> = async (deps, input) => {
  const { actor, body } = input;
  return change(
    deps,
    input,
    readableCase,
    body.under === 'plan' ? 'case_plan_signed' : 'case_evaluation_signed',
    (c) =>
      workerOf(actor).supervises
        ? sign(c, body.under, body.note, { by: actor.personId, at: deps.clock() })
        : refuse('case_not_supervisor'),
    body.note,
  );
};

/** Readable to the one it is offered to, even when the case is restricted. */
export const answerTransfer: UseCase<typeof transferRoute> = (deps, input) =>
  change(
    deps,
    input,
    readableCase,
    input.body.accept ? 'case_transfer_accepted' : 'case_transfer_refused',
    (c) => answer(c, input.body.accept, { by: input.actor.personId, at: deps.clock() }),
  );
