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
import { askWitness, namedWitness } from './name-witness';

export const checkInToVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'checkIn',
    action: 'visit_checked_in',
    ties: ['helper'],
    decide: async (visit, { now }) => {
      const elder = await deps.table.get(elderItem, elderKey(visit.elderId));
      if (elder === undefined) return refuse('not_found');
      const { at, evidence, commandId } = input.body;
      const witness = await namedWitness(deps, visit, evidence);
      const homeCodes = homeCodesAt(deps.secret, visit.elderId);
      const door = { ...elder.value, homeCodesAt: homeCodes, ...(witness ? { witness } : {}) };
      const code = codeIn(evidence);
      const typed = code === undefined ? undefined : { visitId: visit.visitId, commandId, code };
      const arrived = await withCode(deps, typed, () =>
        checkIn(visit, { at, receivedAt: now, evidence }, door),
      );
      if (!arrived.ok) return arrived;
      return allow({
        visit: arrived.value,
        also: [
          ...askWitness(arrived.value, 'check_in', now),
          ...(visit.status === 'missed' ? await counted(deps, visit.helperId, cameAfterAll) : []),
        ],
        facts: {
          at,
          place: arrived.value.checkIn.proof.kind,
          verified: arrived.value.checkIn.proof.verified,
        },
      });
    },
  });
