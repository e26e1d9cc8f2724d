import { millisOf } from '@shared/kernel/instant';
import { dayOf, drawingFrom } from '@shared/planning/area-day';
import { advance, drawn } from '@shared/planning/change-plan';
import type { PlanIn, RoutePlan } from '@shared/planning/route-plan';
import { solveInBatches } from '@shared/planning/solve';
import { stepsFor } from '@shared/planning/steps';
import type { Deps } from '../platform/deps';
import { type Key, replace, type Stored } from '../table/port';
import { planItem } from './items';
import { loadArea } from './load-area';

/** Seconds grow with the square of the visits, as the choices do: one for 22, twenty for 100, a minute from 173 on. */
const VISITS_SQUARED_A_SECOND = 500;
const LEAST_SECONDS = 0.1;
const MOST_SECONDS = 60;
const SHOWN_EVERY_MILLIS = 1_500;
/** A machine this much slower than a common one hurries, and the plan says that it is not repeatable. */
const SLOWER = 2;

const secondsFor = (visits: number): number =>
  Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, visits ** 2 / VISITS_SQUARED_A_SECOND));

const isSolving = (stored: Stored<RoutePlan> | undefined): stored is Stored<PlanIn<'solving'>> =>
  stored?.value.status === 'solving';
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Solves a plan that was asked for, and keeps the best so far as it goes. The seed is the revision, so the same day
 * drawn at the same revision gives the same plan. Stops when somebody has begun it anew.
 */
export async function solvePlan(deps: Deps, key: Key): Promise<'drafted' | 'not_wanted'> {
  const stored = await deps.table.get(planItem, key);
  if (!isSolving(stored)) return 'not_wanted';
  let now: Stored<PlanIn<'solving'>> = stored;
  const area = await loadArea(deps, now.value);
  const { day, wanted } = dayOf(area);
  const seconds = secondsFor(wanted.length);
  const began = millisOf(deps.clock());
  const passed = (): number => millisOf(deps.clock()) - began;
  const solving = solveInBatches(day, {
    seed: now.value.revision,
    steps: stepsFor(seconds),
    hurry: () => passed() / (seconds * SLOWER * 1000),
  });
  let shownAt = 0;
  for (;;) {
    const step = solving.next();
    if (step.done) {
      const { plan, hurried } = step.value;
      const best = drawingFrom(area, day, wanted, plan);
      const end = drawn(now.value, best, { now: deps.clock(), repeatable: !hurried });
      const kept = await deps.table.commit([replace<RoutePlan>(now as Stored<RoutePlan>, end)]);
      return kept.ok ? 'drafted' : 'not_wanted';
    }
    if (passed() - shownAt < SHOWN_EVERY_MILLIS) continue;
    shownAt = passed();
    const shown = advance(now.value, drawingFrom(area, day, wanted, step.value.best()), step.value.share);
    const kept = await deps.table.commit([replace<RoutePlan>(now as Stored<RoutePlan>, shown)]);
    if (!kept.ok) return 'not_wanted';
    now = { ...now, value: shown, version: now.version + 1 };
    await turn();
  }
}
