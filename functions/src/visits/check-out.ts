import type { Helper } from '@shared/helpers/helper';
import { allow, refuse } from '@shared/kernel/result';
import { checkOut } from '@shared/visits/arrive';
import type { checkOut as route } from '@shared/visits/visits.contract';
import { serviceItem, serviceKey } from '../catalogue/items';
import { helperItem, helperKey } from '../helpers/items';
import { elderItem, elderKey } from '../people/items';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { changeVisit } from './change-visit';

export const checkOutOfVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'checkOut',
    action: 'visit_checked_out',
    ties: ['helper'],
    decide: async (visit, { now }) => {
      const [elder, service, helper] = await Promise.all([
        deps.table.get(elderItem, elderKey(visit.elderId)),
        deps.table.get(serviceItem, serviceKey(visit.serviceCode)),
        deps.table.get(helperItem, helperKey(visit.helperId)),
      ]);
      if (elder === undefined || helper === undefined) return refuse('not_found');
      const { at, evidence, summary } = input.body;
      const left = checkOut(
        visit,
        { at, receivedAt: now, evidence, summary },
        elder.value,
        service !== undefined,
      );
      if (!left.ok) return left;
      const { minutesServed, exceptions } = left.value;
      const onTime = !exceptions.some((each) => each.code === 'began_late');
      return allow({
        visit: left.value,
        also: [replace(helper, oneMoreVisit(helper.value, onTime))],
        facts: { at, minutesServed, exceptions: exceptions.map((each) => each.code).join(' ') },
      });
    },
  });

/** Matching ranks by how reliable someone has been; that is counted where it is known. */
const oneMoreVisit = (helper: Helper, onTime: boolean): Helper => ({
  ...helper,
  stats: {
    ...helper.stats,
    visits: helper.stats.visits + 1,
    onTime: helper.stats.onTime + (onTime ? 1 : 0),
  },
});
