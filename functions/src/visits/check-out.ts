import { madeVisit } from '@shared/helpers/stats';
import { allow, refuse } from '@shared/kernel/result';
import { checkOut } from '@shared/visits/arrive';
import type { checkOut as route } from '@shared/visits/visits.contract';
import { serviceItem, serviceKey } from '../catalogue/items';
import { counted } from '../helpers/items';
import { elderItem, elderKey } from '../people/items';
import type { UseCase } from '../platform/serve';
import { changeVisit } from './change-visit';
import { codeIn, withCode } from './count-code';
import { homeCodesAt } from './home-code';
import { askWitness, namedWitness } from './name-witness';

export const checkOutOfVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'checkOut',
    action: 'visit_checked_out',
    ties: ['helper'],
    decide: async (visit, { now }) => {
      const [elder, service] = await Promise.all([
        deps.table.get(elderItem, elderKey(visit.elderId)),
        deps.table.get(serviceItem, serviceKey(visit.serviceCode)),
      ]);
      if (elder === undefined) return refuse('not_found');
      const { at, evidence, summary, commandId } = input.body;
      const witness = await namedWitness(deps, visit, evidence);
      const homeCodes = homeCodesAt(deps.secret, visit.elderId);
      const door = { ...elder.value, homeCodesAt: homeCodes, ...(witness ? { witness } : {}) };
      const code = codeIn(evidence);
      const typed = code === undefined ? undefined : { visitId: visit.visitId, commandId, code };
      const left = await withCode(deps, typed, () =>
        checkOut(visit, { at, receivedAt: now, evidence, summary }, door, service !== undefined),
      );
      if (!left.ok) return left;
      const { minutesServed, exceptions } = left.value;
      const onTime = !exceptions.some((each) => each.code === 'began_late');
      return allow({
        visit: left.value,
        also: [
          ...askWitness(left.value, 'check_out', now),
          ...(await counted(deps, visit.helperId, (stats) => madeVisit(stats, onTime))),
        ],
        facts: { at, minutesServed, exceptions: exceptions.map((each) => each.code).join(' ') },
      });
    },
  });
