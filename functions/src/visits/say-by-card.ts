import { allow } from '@shared/kernel/result';
import { type CodeCard, spendLine } from '@shared/visits/code-card';
import { elderSays } from '@shared/visits/elder-word';
import type { sayByCard as route } from '@shared/visits/elder-word.contract';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { apartFromHelper, nameOf } from './bystander';
import { cardCode } from './card-codes';
import { changeVisit } from './change-visit';
import { readCard } from './code-card';
import { withCode } from './count-code';
import { hasFamily } from './has-family';

/**
 * The elder's word without a phone of their own: a line of their card, typed in where the helper's phone is. The
 * helper can type it and cannot know it; a card that the helper's own family made counts for nothing here.
 */
export const sayByCodeCard: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'sayByCard',
    action: 'visit_elder_card',
    ties: ['helper'],
    decide: async (visit, { now, by }) => {
      const { at, line, code, commandId } = input.body;
      const card = await readCard(deps, visit.elderId);
      const name = (await nameOf(deps, by.personId)) || visit.helperName;
      const word = { how: 'card', at, by: { ...by, name }, note: '' } as const;
      const said = elderSays(visit, word, await hasFamily(deps, visit.elderId), now);
      if (!said.ok) return said;
      if (card !== undefined) {
        const apart = await apartFromHelper(deps, card.value.madeBy.personId, visit.helperId);
        if (!apart.ok) return apart;
      }
      const spent = await withCode<CodeCard>(deps, { visitId: visit.visitId, commandId, code }, () =>
        spendLine(card?.value, line, card !== undefined && cardCode(deps.secret, card.value, line) === code),
      );
      if (!spent.ok) return spent;
      return allow({
        visit: said.value,
        also: card === undefined ? [] : [replace(card, spent.value)],
        facts: { line },
      });
    },
  });
