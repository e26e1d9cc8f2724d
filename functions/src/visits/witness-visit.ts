import { allow, refuse } from '@shared/kernel/result';
import type { witnessVisit as route } from '@shared/visits/witness.contract';
import { attendanceAt, sidesWaitingFor, witnessed } from '@shared/visits/witnessed';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { apartFromHelper } from './bystander';
import { changeVisit } from './change-visit';
import { witnessAskItem, witnessAskKey } from './items';

/** The witness's yes or no, from a phone of their own. What it changes of the visit, helper and family read at once. */
export const speakForVisit: UseCase<typeof route> = async (deps, input) => {
  const { side, seen } = input.body;
  const changed = await changeVisit(deps, input, {
    name: 'witnessVisit',
    action: seen ? 'visit_witnessed' : 'visit_not_witnessed',
    ties: ['helper', 'region'],
    others: (visit, { personId }) =>
      sidesWaitingFor(visit, personId).length > 0 ||
      (['check_in', 'check_out'] as const).some((each) => {
        const proof = attendanceAt(visit, each)?.proof;
        return proof?.kind === 'witness' && proof.personId === personId;
      }),
    decide: async (visit, { now, by }) => {
      const told = witnessed(visit, { side, by: by.personId, seen, at: now });
      if (!told.ok) return told;
      const apart = await apartFromHelper(deps, by.personId, visit.helperId);
      if (!apart.ok) return apart;
      const ask = await deps.table.get(witnessAskItem, witnessAskKey(visit.visitId, side));
      if (ask === undefined) return refuse('witness_not_asked');
      return allow({
        visit: told.value,
        also: [replace(ask, { ...ask.value, answeredAt: now })],
        facts: { side, seen },
      });
    },
  });
  if (!changed.ok) return changed;
  return allow({
    sentence: seen
      ? { zh: '记下了，谢谢您作证。', en: 'Noted, thank you for speaking for it.' }
      : { zh: '记下了，协理员会去核实。', en: 'Noted; the coordinator will look into it.' },
  });
};
