import type { ElderId } from '@shared/kernel/ids';
import { allow, type Result } from '@shared/kernel/result';
import { CARD_LINES, type CodeCard, makeCard, voidCard } from '@shared/visits/code-card';
import type {
  CardState,
  makeCodeCard as makeRoute,
  readCodeCard as readRoute,
  voidCodeCard as voidRoute,
} from '@shared/visits/elder-word.contract';
import { historyEntry } from '../history/items';
import { linkedElder } from '../people/access';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import { digits } from '../platform/digits';
import type { UseCase } from '../platform/serve';
import { create, replace, type Stored } from '../table/port';
import { nameOf } from './bystander';
import { codeCardItem, codeCardKey } from './items';

export const readCard = (deps: Deps, elderId: ElderId): Promise<Stored<CodeCard> | undefined> =>
  deps.table.get(codeCardItem, codeCardKey(elderId));

const stateOf = (card: CodeCard | undefined): CardState =>
  card === undefined
    ? {}
    : {
        card: {
          number: card.number,
          madeAt: card.madeAt,
          madeBy: card.madeBy.name,
          left: CARD_LINES - card.used.length,
          ...(card.voidedAt === undefined ? {} : { voidedAt: card.voidedAt }),
        },
      };

export const readCodeCardState: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  return allow(stateOf((await readCard(deps, params.elderId))?.value));
};

/** A new card and a new door code, since both are on the paper; what came before is void in the same moment. */
export const makeNewCodeCard: UseCase<typeof makeRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'makeCodeCard', body: { ...params, ...body } },
    async () => {
      const elder = await linkedElder(deps, actor, params.elderId);
      if (!elder.ok) return elder;
      const stored = await readCard(deps, params.elderId);
      const { personId, role } = actor;
      const madeBy = { personId, role, name: (await nameOf(deps, personId)) || '家里人' };
      const card = makeCard(stored?.value, { elderId: params.elderId, madeBy }, deps.clock());
      return allow({
        reply: stateOf(card),
        writes: [
          stored === undefined ? create(codeCardItem, card, 'changed_meanwhile') : replace(stored, card),
          replace(elder.value, { ...elder.value.value, doorCode: digits(deps, 4) }),
          historyEntry(deps, actor, {
            subject: { kind: 'elder', id: params.elderId },
            elderId: params.elderId,
            action: 'code_card_made',
            facts: { card: card.number },
          }),
        ],
      });
    },
  );

export const voidOldCodeCard: UseCase<typeof voidRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'voidCodeCard', body: { ...params, ...body } },
    async (): Promise<Result<{ reply: CardState; writes: ReturnType<typeof replace>[] }>> => {
      const elder = await linkedElder(deps, actor, params.elderId);
      if (!elder.ok) return elder;
      const stored = await readCard(deps, params.elderId);
      const card = voidCard(stored?.value, deps.clock());
      if (!card.ok) return card;
      return allow({
        reply: stateOf(card.value),
        writes: [
          ...(stored === undefined ? [] : [replace(stored, card.value)]),
          historyEntry(deps, actor, {
            subject: { kind: 'elder', id: params.elderId },
            elderId: params.elderId,
            action: 'code_card_voided',
            facts: { card: card.value.number },
          }),
        ],
      });
    },
  );
