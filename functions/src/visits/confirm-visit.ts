import { allow } from '@shared/kernel/result';
import { confirm } from '@shared/visits/answer';
import type { confirmVisit as route } from '@shared/visits/visits.contract';
import type { UseCase } from '../platform/serve';
import { changeVisit } from './change-visit';

export const confirmVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'confirmVisit',
    action: 'visit_confirmed',
    ties: ['kin', 'elder'],
    decide: (visit, { now, by }) => {
      const { rating, comment } = input.body;
      const confirmed = confirm(visit, by, now, { rating, comment });
      return confirmed.ok ? allow({ visit: confirmed.value, why: comment, facts: { rating } }) : confirmed;
    },
  });
