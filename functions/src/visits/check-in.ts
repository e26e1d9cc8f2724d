import { cameAfterAll } from '@shared/helpers/stats';
import { allow, refuse } from '@shared/kernel/result';
import { checkIn } from '@shared/visits/arrive';
import type { checkIn as route } from '@shared/visits/visits.contract';
import { counted } from '../helpers/items';
import { elderItem, elderKey } from '../people/items';
import type { UseCase } from '../platform/serve';
import { changeVisit } from './change-visit';
import { codeIn, withCode } from './count-code';
import { homeCodesAt } from './home-code';

export const checkInToVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'checkIn',
    action: 'visit_checked_in',
    ties: ['helper'],
    decide: async (visit, { now }) => {
      const elder = await deps.table.get(elderItem, elderKey(visit.elderId));
      if (elder === undefined) return refuse('not_found');
      const door = { ...elder.value, homeCodesAt: homeCodesAt(deps.secret, visit.elderId) };
      const { at, evidence, commandId } = input.body;
      const code = codeIn(evidence);
      const typed = code === undefined ? undefined : { visitId: visit.visitId, commandId, code };
      const arrived = await withCode(deps, typed, () =>
        checkIn(visit, { at, receivedAt: now, evidence }, door),
      );
      if (!arrived.ok) return arrived;
      return allow({
        visit: arrived.value,
        also: visit.status === 'missed' ? await counted(deps, visit.helperId, cameAfterAll) : [],
        facts: {
          at,
          place: arrived.value.checkIn.proof.kind,
          verified: arrived.value.checkIn.proof.verified,
        },
      });
    },
  });
