import { takeUp } from '@shared/cases/lifecycle';
import type { openCase as openRoute, referCase as referRoute } from '@shared/cases/referral.contract';
import { caseKindFor } from '@shared/cases/referral-kind';
import type { SpokenText } from '@shared/history/history.contract';
import type { VisitId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import type { Elder } from '@shared/people/elder';
import type { Found } from '@shared/visit-duty/duty';
import { alertItem, alertKey } from '../alerts/items';
import { historyEntry } from '../history/items';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, type Write } from '../table/port';
import { tieToVisit } from '../visits/access';
import { visitItem, visitKey } from '../visits/items';
import { caseItem, deskItem, deskKey } from './items';
import { openOf, referred } from './referred';

/** A worker who opens a case has taken it up: referral and intake are one transaction. */
export const openCase: UseCase<typeof openRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'openCase', body }, async () => {
    const elder = await deps.table.get(elderItem, elderKey(body.elderId));
    if (!elder) return refuse('not_found', 'body.elderId');
    const tie = await mayRefer(deps, actor, elder.value, body.visitId);
    if (!tie.ok) return refuse('not_found', tie.refusal.field ?? 'body.elderId');
    if (await openOf(deps, body.elderId, body.kind)) return refuse('case_exists', 'body.kind');
    const opened = takeUp(referred(deps, actor, elder.value, body, actor.personId), body.urgency, {
      by: actor.personId,
      at: deps.clock(),
      next: body.next,
    });
    if (!opened.ok) return inBody(opened.refusal);
    const history = historyEntry(deps, actor, {
      subject: { kind: 'case', id: opened.value.caseId },
      action: 'case_opened',
      why: body.text,
    });
    return allow({
      reply: { caseId: opened.value.caseId },
      writes: [create(caseItem, opened.value), history],
    });
  });

/**
 * What whoever looked in asks a social worker to see to. A case of that kind that is open already takes no second
 * one, and where a county has no desk the visit is recorded all the same.
 */
export async function referralOf(
  deps: Deps,
  actor: Actor,
  elder: Elder,
  found: Found,
  text: string,
): Promise<{ readonly writes: readonly Write[]; readonly sentence: SpokenText }> {
  const kind = caseKindFor(found);
  const desk = await deps.table.get(deskItem, deskKey(elder.villageCode));
  if (!desk)
    return {
      writes: [],
      sentence: {
        zh: '记下了。县里还没有定谁接转介，请打电话给社工站。',
        en: 'Noted. Nobody takes referrals in this county yet: call the station.',
      },
    };
  if (await openOf(deps, elder.elderId, kind))
    return {
      writes: [],
      sentence: {
        zh: '记下了。社工已经在跟进这位老人。',
        en: 'Noted. A social worker is already seeing to it.',
      },
    };
  const made = referred(deps, actor, elder, { kind, text, source: 'duty' }, desk.value.personId);
  return {
    writes: [
      create(caseItem, made),
      historyEntry(deps, actor, {
        subject: { kind: 'case', id: made.caseId },
        action: 'case_referred',
        why: text,
      }),
    ],
    sentence: {
      zh: '记下了，也转给了社工，三天内会有人看。',
      en: 'Noted, and handed to a social worker, who looks within three days.',
    },
  };
}

const inBody = ({ code, field }: { code: Parameters<typeof refuse>[0]; field?: string }): Result<never> =>
  refuse(code, field === undefined ? undefined : `body.${field}`);

const sources = { family: 'family', coordinator: 'coordinator' } as const;

/** A visit that is named must be one of this elder's, and a helper refers from a visit of their own. */
async function mayRefer(
  deps: Deps,
  actor: Actor,
  elder: Elder,
  visitId: VisitId | undefined,
): Promise<Result<unknown>> {
  const visit = visitId && (await deps.table.get(visitItem, visitKey(visitId)));
  if (visitId !== undefined && visit?.value.elderId !== elder.elderId)
    return refuse('not_found', 'body.visitId');
  if (!helperRoles.includes(actor.role)) return tieToElder(deps, actor, elder);
  return visit ? tieToVisit(deps, actor, visit.value) : refuse('not_found');
}

/** What gave rise to it, when an alert of this elder did. */
async function causeOf(
  deps: Deps,
  elder: Elder,
  alertId: string | undefined,
): Promise<Result<'sos' | 'vitals' | 'duty' | undefined>> {
  if (alertId === undefined) return allow(undefined);
  const alert = (await deps.table.get(alertItem, alertKey(alertId)))?.value;
  if (alert?.elderId !== elder.elderId) return refuse('not_found', 'body.alertId');
  const byKind = {
    sos: 'sos',
    vitals_unusual: 'vitals',
    not_reached: 'duty',
    not_arrived: undefined,
  } as const;
  return allow(byKind[alert.kind]);
}

/** The desk of the county is responsible from this moment; who referred learns that somebody will look, no more. */
export const referCase: UseCase<typeof referRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'referCase', body: { ...params, ...body } },
    async () => {
      const elder = await deps.table.get(elderItem, elderKey(params.elderId));
      if (!elder) return refuse('not_found');
      const tie = await mayRefer(deps, actor, elder.value, body.visitId);
      if (!tie.ok) return tie;
      const desk = await deps.table.get(deskItem, deskKey(elder.value.villageCode));
      if (!desk) return refuse('case_desk_missing');
      const cause = await causeOf(deps, elder.value, body.alertId);
      if (!cause.ok) return cause;
      const source = cause.value ?? sources[actor.role as keyof typeof sources] ?? 'visit';
      const made = referred(deps, actor, elder.value, { ...body, source }, desk.value.personId);
      const history = historyEntry(deps, actor, {
        subject: { kind: 'case', id: made.caseId },
        action: 'case_referred',
        why: body.text,
      });
      return allow({
        reply: {
          sentence: {
            zh: '已经转给县里的社工，三天内会有人看。',
            en: 'A social worker of the county will look at it within three days.',
          },
        },
        writes: [create(caseItem, made), history],
      });
    },
  );
