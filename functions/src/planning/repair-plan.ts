import { createHash } from 'node:crypto';
import type { ElderId, HelperId, RequestId, VisitId } from '@shared/kernel/ids';
import { beijing, beijingInstant, type Day as CalendarDay, type Instant } from '@shared/kernel/instant';
import { spoken } from '@shared/kernel/refusal';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type {
  previewRepair as previewRoute,
  Repaired,
  repairPlan as repairRoute,
  UpsetGiven,
} from '@shared/planning/planning.contract';
import type { Moved } from '@shared/planning/repair/moved';
import { movedSentence } from '@shared/planning/repair/moved-sentence';
import { repair } from '@shared/planning/repair/repair';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { checkDay } from './change-plan';
import { loadRunning, type Running } from './load-running';
import { carryOut, type RequestChange, restSick } from './move-visits';

interface Proposal extends Repaired {
  readonly changes: readonly RequestChange[];
}

/** What a repair of the day as it stands would move. The same day and upset give the same proposal. */
async function propose(
  deps: Deps,
  actor: Actor,
  on: CalendarDay,
  given: UpsetGiven,
): Promise<Result<Proposal>> {
  const { regionCode } = actor.grant;
  if (regionCode === undefined) return refuse('region_outside');
  const now = deps.clock();
  const known = checkDay(on, now);
  if (!known.ok) return known;
  const running = await loadRunning(deps, regionCode, on, given);
  if (!running.ok) return running;
  const { day, plan, upset } = running.value;
  const minute = beijing(now).day === on ? beijing(now).minuteOfDay : 0;
  const { moved } = repair(day, plan, upset, minute);
  const changes = changesOf(running.value, moved, on);
  return allow({
    moved: moved.flatMap((each) => shownMove(running.value, each)),
    seen: createHash('sha256').update(JSON.stringify(changes)).digest('base64url').slice(0, 32),
    changes,
  });
}

function shownMove(running: Running, moved: Moved): Repaired['moved'] {
  const asked = running.asked[moved.visit];
  if (asked === undefined) return [];
  const { elder, service } = asked.need;
  const callName = 'callName' in elder ? String(elder.callName) : '';
  const helper = (index: number): string => running.helpers[index]?.name ?? '';
  const say = (locale: 'zh' | 'en'): string =>
    movedSentence(moved, { helper, visit: () => `${callName} · ${service[locale]}` })[locale];
  const { requestId, elderId } = asked.request;
  return [{ requestId, elderId, sentence: { zh: say('zh'), en: say('en') } }];
}

/** What has to be written, request by request. */
function changesOf(running: Running, moved: readonly Moved[], on: CalendarDay): readonly RequestChange[] {
  const byVisit = new Map<number, Moved[]>();
  for (const each of moved) byVisit.set(each.visit, [...(byVisit.get(each.visit) ?? []), each]);
  return [...byVisit].flatMap(([visit, list]): RequestChange[] => {
    const asked = running.asked[visit];
    if (asked === undefined) return [];
    const { requestId, elderId } = asked.request as { requestId: RequestId; elderId: ElderId };
    const at = (minute: number): Instant => beijingInstant(on, Math.round(minute));
    const after = list.flatMap((each) => ('after' in each ? [each.after] : []));
    return [
      {
        requestId,
        elderId,
        isCancelled: list.some(({ kind }) => kind === 'dropped'),
        ...(after[0] ? { startsAt: at(after[0].startsAt) } : {}),
        places: list.map((each) => ({
          visitId: running.visits[visit]?.[each.place] as VisitId | undefined,
          helperId: 'after' in each ? (running.helpers[each.after.helper]?.helperId as HelperId) : undefined,
        })),
      },
    ];
  });
}

export const previewRepair: UseCase<typeof previewRoute> = async (deps, { actor, params, body }) => {
  const proposal = await propose(deps, actor, params.on, body.upset);
  if (!proposal.ok) return proposal;
  const { moved, seen } = proposal.value;
  return allow({ moved, seen });
};

/**
 * Carries out what has been seen. Each visit moves in a transaction of its own, and what has moved is no longer in the
 * way of a repeat: a repair that was cut off is seen anew and goes on from there.
 */
export const repairPlan: UseCase<typeof repairRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'repairPlan', body: { ...params, ...body } },
    async () => {
      const proposal = await propose(deps, actor, params.on, body.upset);
      if (!proposal.ok) return proposal;
      const { moved, seen, changes } = proposal.value;
      if (seen !== body.seen) return refuse('plan_changed', 'body.seen');
      const by = { personId: actor.personId, role: actor.role };
      if (body.upset.kind === 'sick') await restSick(deps, body.upset.helperId, params.on);
      const left = await carryOut(deps, by, changes);
      return allow({
        reply: {
          moved,
          left: left.map(({ requestId, code }) => {
            const { zh, en } = spoken({ code });
            return { requestId, sentence: { zh, en } };
          }),
        },
        writes: [],
      });
    },
  );
