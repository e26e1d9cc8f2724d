import { madeVisit } from '@shared/helpers/stats';
import { allow, refuse } from '@shared/kernel/result';
import { settleException } from '@shared/visits/settle-exception';
import type { settleException as route } from '@shared/visits/witness.contract';
import { serviceItem, serviceKey } from '../catalogue/items';
import { counted } from '../helpers/items';
import { elderItem, elderKey } from '../people/items';
import type { UseCase } from '../platform/serve';
import { apartFromHelper, nameOf } from './bystander';
import { changeVisit } from './change-visit';

/** One thing out of the ordinary is settled by the coordinator, who is neither the helper nor of the helper's family. */
export const settleOneException: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'settleException',
    action: 'visit_exception_settled',
    ties: ['region'],
    decide: async (visit, { now, by }) => {
      const apart = await apartFromHelper(deps, by.personId, visit.helperId);
      if (!apart.ok) return apart;
      const [elder, service, name] = await Promise.all([
        deps.table.get(elderItem, elderKey(visit.elderId)),
        deps.table.get(serviceItem, serviceKey(visit.serviceCode)),
        nameOf(deps, by.personId),
      ]);
      if (elder === undefined) return refuse('not_found');
      const { commandId: _command, ...settling } = input.body;
      const settled = settleException(visit, settling, {
        by: { ...by, name: name || '协理员' },
        now,
        door: elder.value,
        serviceListed: service !== undefined,
      });
      if (!settled.ok) return settled;
      const { code, reason, resolution, note } = settling;
      const ended = visit.status === 'checked_in' && settled.value.status === 'checked_out';
      return allow({
        visit: settled.value,
        also: ended ? await counted(deps, visit.helperId, (stats) => madeVisit(stats, false)) : [],
        why: note,
        facts: { exception: code, reason, resolution },
      });
    },
  });
