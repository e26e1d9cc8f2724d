import { type AlertKind, isOpen } from '@shared/alerts/alert';
import { handle, raise } from '@shared/alerts/climb';
import { farFromUsual } from '@shared/alerts/far-from-usual';
import { matterOf } from '@shared/alerts/sentence';
import type { SpokenText } from '@shared/history/history.contract';
import type { VisitId } from '@shared/kernel/ids';
import type { Elder } from '@shared/people/elder';
import type { Visit } from '@shared/visits/visit';
import { measures } from '@shared/visits/vitals';
import { historyEntry } from '../history/items';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';
import { create, replace } from '../table/port';
import { earlierReadings, entriesOf } from '../visits/entries';
import { visitItem, visitKey } from '../visits/items';
import { nextStep } from './climb';
import { contactsOf } from './contacts';
import { alertIdOf, alertItem, alertKey } from './items';
import { proposalOf } from './propose-case';

const lateCause = (v: Visit, lateSince: string): string => `not_arrived ${v.visitId} ${lateSince}`;

interface Cause {
  readonly cause: string;
  readonly kind: AlertKind;
  readonly matter: (elder: Elder) => SpokenText;
}

/** Raised once for its cause, however often it is noticed: the id is made of the cause. */
async function raiseFor(deps: Deps, v: Visit, { cause, kind, matter }: Cause): Promise<void> {
  const alertId = alertIdOf(cause);
  if ((await deps.table.get(alertItem, alertKey(alertId))) !== undefined) return;
  const elder = await deps.table.get(elderItem, elderKey(v.elderId));
  if (elder === undefined) return;
  const now = deps.clock();
  const { elderId, villageCode, callName } = elder.value;
  const raised = raise(
    {
      alertId,
      elderId,
      villageCode,
      callName,
      kind,
      raisedBy: 'system',
      matter: matter(elder.value),
      visitId: v.visitId,
      people: await contactsOf(deps, elder.value, kind),
    },
    now,
  );
  const first = nextStep(deps, raised, now);
  const words = {
    subject: { kind: 'alert' as const, id: alertId },
    elderId,
    action: 'alert_raised' as const,
  };
  // Refused only when somebody else has just raised it, which is what was wanted.
  await deps.table.commit([
    create(alertItem, first?.alert ?? raised),
    ...(first?.writes ?? []),
    ...(kind === 'vitals_unusual' ? await proposalOf(deps, raised) : []),
    historyEntry(deps, 'system', { ...words, why: raised.matter.zh }),
  ]);
}

/** The helper came after all, or it was called off in time: the alert about it has nothing left to say. */
async function settle(deps: Deps, v: Visit, what: string): Promise<void> {
  if (v.status === 'scheduled') return;
  const page = await deps.table.list(alertItem, {
    index: 'byElder',
    pk: `ELDER#${v.elderId}`,
    prefix: 'ALERT#',
  });
  for (const { value } of page.items) {
    if (value.kind !== 'not_arrived' || value.visitId !== v.visitId || !isOpen(value)) continue;
    const stored = await deps.table.get(alertItem, alertKey(value.alertId));
    const done = stored && handle(stored.value, 'system', deps.clock(), what);
    if (stored === undefined || !done?.ok) continue;
    const settled = await deps.table.commit([
      replace(stored, done.value),
      historyEntry(deps, 'system', {
        subject: { kind: 'alert', id: value.alertId },
        elderId: v.elderId,
        action: 'alert_handled',
        why: what,
      }),
    ]);
    // Somebody changed it just now: the stream brings this again.
    if (!settled.ok) throw new Error(`alert ${value.alertId} changed while it was settled`);
  }
}

/** Decides on the visit as it is now, so a record may come twice, late, or in another order. */
export async function followVisit(deps: Deps, visitId: VisitId): Promise<void> {
  const stored = await deps.table.get(visitItem, visitKey(visitId));
  if (stored === undefined) return;
  const v = stored.value;
  if (v.status === 'scheduled' && v.lateSince !== undefined)
    return raiseFor(deps, v, {
      cause: lateCause(v, v.lateSince),
      kind: 'not_arrived',
      matter: ({ callName }) => matterOf.notArrived(callName, v.helperName, v.startsAt),
    });
  if ('checkIn' in v) await settle(deps, v, `${v.helperName}已经到了`);
  if (v.status === 'cancelled') await settle(deps, v, '这次到访取消了');
}

/** Once a visit: what was read then, beside what is usual for this elder. */
export async function followReadings(deps: Deps, visitId: VisitId): Promise<void> {
  const stored = await deps.table.get(visitItem, visitKey(visitId));
  if (stored === undefined) return;
  const v = stored.value;
  const [log, earlier] = await Promise.all([
    entriesOf(deps, visitId),
    earlierReadings(deps, v.elderId, visitId, v.startsAt),
  ]);
  const far = farFromUsual(measures(log.entries, earlier.entries));
  if (far === undefined) return;
  await raiseFor(deps, v, {
    cause: `vitals ${visitId}`,
    kind: 'vitals_unusual',
    matter: ({ callName }) => matterOf.vitals(callName, far),
  });
}
