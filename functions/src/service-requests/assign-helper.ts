import { allow, refuse } from '@shared/kernel/result';
import { exclusionOf } from '@shared/matching/eligibility';
import { rank } from '@shared/matching/score';
import type {
  assignHelper as assignRoute,
  listCandidates as candidatesRoute,
} from '@shared/service-requests/requests.contract';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { withBookings } from '../matching/find-candidates';
import { needOf } from '../matching/need';
import { readRoster } from '../matching/roster/read';
import { NEAR_METRES } from '../matching/roster/tile';
import { takePlace } from '../offers/take-place';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { linkedRequest } from './load';
import { helperCardOf } from './read-request';

const SHOWN = 40;

/** Everyone who lives near, those who can come first, the others with the rule that is in the way. */
export const listCandidates: UseCase<typeof candidatesRoute> = async (deps, { actor, params }) => {
  const linked = await linkedRequest(deps, actor, params.requestId);
  if (!linked.ok) return linked;
  const asked = await needOf(deps, linked.value.stored.value);
  if (!asked.ok) return asked;
  const { need } = asked.value;
  const { roster, visitsBefore } = await readRoster(deps, need.elder);
  const near = await withBookings(deps, need, roster.within(need.elder.position, NEAR_METRES));
  const ranked = rank(
    need,
    near.map(({ row, bookings }) => ({
      helper: row.helper,
      bookings,
      visitsBefore: visitsBefore.get(row.helper.helperId) ?? 0,
    })),
  ).map((scored) => ({
    ...scored,
    exclusion: exclusionOf(need, scored.candidate.helper, scored.candidate.bookings),
  }));
  const possible = ranked.filter(({ exclusion }) => exclusion === undefined);
  const others = ranked.filter(({ exclusion }) => exclusion !== undefined);
  const listed = [...possible, ...others].slice(0, SHOWN);
  // The roster knows no names: they are read for those who are shown.
  const known = await deps.table.getMany(
    helperItem,
    listed.map(({ candidate }) => helperKey(candidate.helper.helperId)),
  );
  const candidates = listed.flatMap((scored, index) => {
    const helper = known.items[index]?.value;
    if (helper === undefined) return [];
    const { distanceMetres, travelMinutes, score, reasons, exclusion } = scored;
    return [
      {
        helper: helperCardOf(helper),
        distanceMetres,
        travelMinutes,
        score,
        reasons: [...reasons],
        ...(exclusion === undefined ? {} : { exclusion }),
      },
    ];
  });
  return allow({ candidates, unreadable: keyTexts(known.unreadable) });
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
