import { allow, refuse } from '@shared/kernel/result';
import { exclusionOf } from '@shared/matching/eligibility';
import { rank } from '@shared/matching/score';
import type {
  assignHelper as assignRoute,
  listCandidates as candidatesRoute,
} from '@shared/service-requests/requests.contract';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { helpersNear, visitsBefore, withBookings } from '../matching/find-candidates';
import { needOf } from '../matching/need';
import { takePlace } from '../offers/take-place';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { linkedRequest } from './load';
import { helperCardOf } from './read-request';

const NEAR_METRES = 12_000;
const SHOWN = 40;

/** Everyone who lives near, those who can come first, the others with the rule that is in the way. */
export const listCandidates: UseCase<typeof candidatesRoute> = async (deps, { actor, params }) => {
  const linked = await linkedRequest(deps, actor, params.requestId);
  if (!linked.ok) return linked;
  const known = await needOf(deps, linked.value.stored.value);
  if (!known.ok) return known;
  const { need } = known.value;
  const near = await helpersNear(deps, need.elder.position, { beyond: undefined, within: NEAR_METRES });
  const booked = await withBookings(deps, need, near.found);
  const before = await visitsBefore(deps, need.elder.elderId);
  const ranked = rank(
    need,
    booked.map(({ helper, bookings }) => ({
      helper,
      bookings,
      visitsBefore: before.get(helper.helperId) ?? 0,
    })),
  );
  const views = ranked.map((scored) => {
    const exclusion = exclusionOf(need, scored.candidate.helper, scored.candidate.bookings);
    const { distanceMetres, travelMinutes, score, reasons, candidate } = scored;
    return {
      helper: helperCardOf(candidate.helper),
      distanceMetres,
      travelMinutes,
      score,
      reasons: [...reasons],
      ...(exclusion === undefined ? {} : { exclusion }),
    };
  });
  const possible = views.filter((view) => view.exclusion === undefined);
  const others = views.filter((view) => view.exclusion !== undefined);
  return allow({
    candidates: [...possible, ...others].slice(0, SHOWN),
    unreadable: keyTexts(near.unreadable),
  });
};

/** A coordinator gives a place to someone who agreed by phone; every hard rule still holds. */
export const assignHelper: UseCase<typeof assignRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'assignHelper', body: { ...params, ...body } },
    async () => {
      const linked = await linkedRequest(deps, actor, params.requestId);
      if (!linked.ok) return linked;
      const helper = await deps.table.get(helperItem, helperKey(body.helperId));
      if (!helper) return refuse('not_found', 'body.helperId');
      const taken = await takePlace(deps, linked.value.stored, helper.value);
      if (!taken.ok) return taken;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'request', id: params.requestId },
        elderId: taken.value.request.elderId,
        action: 'request_assigned',
        why: body.why,
        facts: { helperName: helper.value.name, startsAt: taken.value.visit.startsAt },
      });
      return allow({ reply: taken.value.request, writes: [...taken.value.writes, history] });
    },
  );
