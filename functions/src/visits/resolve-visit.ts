import { allow } from '@shared/kernel/result';
import { resolve } from '@shared/visits/answer';
import type { resolveVisit as route } from '@shared/visits/visits.contract';
import type { UseCase } from '../platform/serve';
import { changeVisit } from './change-visit';

export const resolveVisit: UseCase<typeof route> = (deps, input) =>
  changeVisit(deps, input, {
    name: 'resolveVisit',
    action: 'visit_resolved',
    ties: ['region'],
    decide: (visit, { now, by }) => {
      const { outcome, minutesCredited, note } = input.body;
      const resolved = resolve(visit, by, now, { outcome, minutesCredited, note });
      if (!resolved.ok) return resolved;
      return allow({
        visit: resolved.value,
        why: note,
        facts: { outcome, minutesCredited: resolved.value.minutesCredited },
      });
    },
  });
