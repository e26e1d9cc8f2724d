import { allow } from '@shared/kernel/result';
import { dispute } from '@shared/visits/answer';
import type { disputeVisit as route } from '@shared/visits/visits.contract';
import type { UseCase } from '../platform/serve';
import { changeVisit } from './change-visit';

export const disputeVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'disputeVisit',
    action: 'visit_disputed',
    ties: ['kin', 'elder', 'region'],
    decide: (visit, { now, by }) => {
      const { reason } = input.body;
      const disputed = dispute(visit, by, now, reason);
      return disputed.ok ? allow({ visit: disputed.value, why: reason }) : disputed;
    },
  });
