import { addDays, beijing, type Day, type Instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import * as rules from '@shared/planning/change-plan';
import type * as routes from '@shared/planning/planning.contract';
import { type RoutePlan, stopsOf } from '@shared/planning/route-plan';
import { countyOf, isWithin } from '@shared/regions/region';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace, type Stored } from '../table/port';
import { areasOf, asking, planOf } from './ask-for-plan';

const FAR_DAYS = 7;

/** A plan is drawn and mended for today and the days that come soon. */
export function checkDay(on: Day, now: Instant): Result<void> {
  if (on < beijing(now).day) return refuse('plan_day_over', 'params.on');
  return on > beijing(addDays(now, FAR_DAYS)).day ? refuse('time_too_far', 'params.on') : allow(undefined);
}

/** The region that a coordinator acts for, and the plan it lies in; somebody else's plan is not there. */
export async function ownPlan(
  deps: Deps,
  actor: Actor,
  on: Day,
): Promise<Result<{ stored: Stored<RoutePlan>; regionCode: string }>> {
  const { regionCode } = actor.grant;
  if (regionCode === undefined) return refuse('region_outside');
  const stored = await planOf(deps, regionCode, on);
  const own = stored && [...stopsOf(stored.value), ...stored.value.unmet];
  return stored && own?.some(({ villageCode }) => isWithin(regionCode, villageCode))
    ? allow({ stored, regionCode })
    : refuse('not_found');
}

export const drawPlan: UseCase<typeof routes.drawPlan> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'drawPlan', body: { ...params, ...body } },
    async () => {
      const { regionCode } = actor.grant;
      if (regionCode === undefined) return refuse('region_outside');
      const known = checkDay(params.on, deps.clock());
      if (!known.ok) return known;
      const county = countyOf(regionCode);
      const areas = await areasOf(deps, county, params.on);
      const areaCode = areas.find((each) => isWithin(each, regionCode)) ?? county;
      const asked = await asking(deps, areaCode, params.on, { personId: actor.personId, role: actor.role });
      if (!asked.ok) return asked;
      return allow({ reply: { revision: asked.value.plan.revision }, writes: asked.value.writes });
    },
  );

type Change = (plan: RoutePlan, regionCode: string) => Result<RoutePlan>;
interface Given {
  readonly actor: Actor;
  readonly params: { readonly on: Day };
  readonly body: { readonly commandId: Parameters<typeof runCommand>[2]['commandId'] };
}

const changing = <R>(
  deps: Deps,
  { actor, params, body }: Given,
  name: string,
  change: Change,
  replyOf: (plan: RoutePlan, before: RoutePlan) => R,
): Promise<Result<R>> =>
  runCommand(deps, actor, { commandId: body.commandId, name, body: { ...params, ...body } }, async () => {
    const own = await ownPlan(deps, actor, params.on);
    if (!own.ok) return own;
    const { stored, regionCode } = own.value;
    const changed = change(stored.value, regionCode);
    if (!changed.ok) return changed;
    return allow({
      reply: replyOf(changed.value, stored.value),
      writes: [replace(stored, changed.value)],
    });
  });

const revisionOf = ({ revision }: RoutePlan) => ({ revision });

/** A stop of another region is not there. */
export const lockStop: UseCase<typeof routes.lockStop> = (deps, input) =>
  changing(
    deps,
    input,
    'lockStop',
    (plan, regionCode) => {
      const { requestId, place, locked } = input.body;
      const stop = stopsOf(plan).find((each) => each.requestId === requestId);
      return stop && isWithin(regionCode, stop.villageCode)
        ? rules.lock(plan, { requestId, place }, locked)
        : refuse('not_found', 'body.requestId');
    },
    revisionOf,
  );

export const undoPlan: UseCase<typeof routes.undoPlan> = (deps, input) =>
  changing(deps, input, 'undoPlan', rules.undo, revisionOf);

/** Says that a plan holds; the stream arranges it visit by visit. */
export const publishPlan: UseCase<typeof routes.publishPlan> = async (deps, input) => {
  const known = checkDay(input.params.on, deps.clock());
  if (!known.ok) return known;
  const by = { personId: input.actor.personId, role: input.actor.role };
  return changing(
    deps,
    input,
    'publishPlan',
    (plan, regionCode) => rules.publish(plan, { by, regionCode, now: deps.clock() }),
    (_plan, before) => ({ visits: rules.toPublish(before, input.actor.grant.regionCode ?? '').length }),
  );
};
