import { allow } from '@shared/kernel/result';
import { cancel } from '@shared/visits/answer';
import type { cancelVisit as route } from '@shared/visits/visits.contract';
import type { UseCase } from '../platform/serve';
import { changeVisit } from './change-visit';
import { freeDay } from './helper-day';

/** Either side may call off a visit that has not begun: the helper's day is freed, the place looked for again. */
export const cancelVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'cancelVisit',
    action: 'visit_cancelled',
    ties: ['helper', 'kin', 'elder', 'region'],
    decide: async (visit, { now, by }) => {
      const { reason } = input.body;
      const cancelled = cancel(visit, by, now, reason);
      if (!cancelled.ok) return cancelled;
      return allow({ visit: cancelled.value, also: await freeDay(deps, visit), why: reason });
    },
  });
