import { isOpen, reachedBy } from '@shared/alerts/alert';
import { handle, raise } from '@shared/alerts/climb';
import type { SpokenText } from '@shared/history/history.contract';
import { beijing, type Instant, isBefore, minutesBetween } from '@shared/kernel/instant';
import { allow, type Result } from '@shared/kernel/result';
import type { BodyOf } from '@shared/kernel/route';
import type { Elder } from '@shared/people/elder';
import { type DutyRecord, isDue, type VisitDuty } from '@shared/visit-duty/duty';
import { notReached, seen } from '@shared/visit-duty/outcome';
import { countedIn } from '@shared/visit-duty/rate';
import { dayWords, recordSentence, unreachedMatter } from '@shared/visit-duty/sentence';
import type { recordDuty as route } from '@shared/visit-duty/visit-duty.contract';
import { endMessages, nextStep } from '../alerts/climb';
import { contactsOf } from '../alerts/contacts';
import { alertIdOf, alertItem, alertKey } from '../alerts/items';
import { referralOf } from '../cases/open-case';
import { historyEntry } from '../history/items';
import { type Outcome, runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, replace, type Write } from '../table/port';
import { dutyActorOf, dutyFor } from './access';
import type { DutyNow } from './facts';
import { dutyRecordItem, villageMonthItem, villageMonthKey } from './items';

type Body = BodyOf<typeof route>;
type Said = Pick<VisitDuty, 'status' | 'nextOn'> & {
  readonly entryId: DutyRecord['entryId'];
  readonly sentence: SpokenText;
};
type Here = DutyNow & { readonly elder: Elder };

/** What was found, or that nobody was reached: the record, the next date and whatever follows are one transaction. */
export const recordDuty: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'recordDuty', body: { ...params, ...body } },
    async () => {
      const here = await dutyFor(deps, actor, params.elderId);
      if (!here.ok) return here;
      const record: DutyRecord = {
        entryId: deps.newId('entry'),
        elderId: params.elderId,
        villageCode: here.value.elder.villageCode,
        at: body.outcome === 'seen' ? seenAt(body.at, deps.clock()) : deps.clock(),
        by: await dutyActorOf(deps, actor),
        how: body.how,
        ...(body.outcome === 'seen' ? { found: body.found } : {}),
      };
      return body.outcome === 'seen'
        ? wasSeen(deps, actor, here.value, record, body)
        : wasNotReached(deps, actor, here.value, record);
    },
  );

/** Noted without a signal it may arrive days later; a clock that runs ahead, or far behind, is not believed. */
const MOST_LATE_MINUTES = 3 * 24 * 60;
const seenAt = (told: Instant | undefined, now: Instant): Instant =>
  told === undefined || isBefore(now, told) || minutesBetween(told, now) > MOST_LATE_MINUTES ? now : told;

const told = (deps: Deps, actor: Actor, record: DutyRecord, action: 'duty_seen' | 'duty_not_reached') =>
  historyEntry(deps, actor, {
    subject: { kind: 'visit_duty', id: record.elderId },
    elderId: record.elderId,
    action,
    why: recordSentence(record).zh,
  });

async function wasSeen(
  deps: Deps,
  actor: Actor,
  { duty, elder, put }: Here,
  record: DutyRecord,
  body: Extract<Body, { outcome: 'seen' }>,
): Promise<Result<Outcome<Said>>> {
  const next = seen(duty, { ...record, found: body.found });
  const month = beijing(record.at).day.slice(0, 7);
  const row = await deps.table.get(villageMonthItem, villageMonthKey(duty.villageCode, month));
  const referral = body.refer
    ? await referralOf(deps, actor, elder, body.found, recordSentence(record).zh)
    : undefined;
  const on = dayWords(next.nextOn);
  return allow({
    reply: {
      status: next.status,
      nextOn: next.nextOn,
      entryId: record.entryId,
      sentence: referral?.sentence ?? {
        zh: `记下了。下次看望：${on.zh}前`,
        en: `Noted. Next visit by ${on.en}`,
      },
    },
    writes: [
      put(next),
      create(dutyRecordItem, record),
      told(deps, actor, record, 'duty_seen'),
      ...(row ? [replace(row, countedIn(row.value, duty, next, record.how))] : []),
      ...(await settled(deps, duty, record)),
      ...(referral?.writes ?? []),
    ],
  });
}

/** Whoever was told that the elder cannot be reached hears that all is found. */
async function settled(deps: Deps, duty: VisitDuty, record: DutyRecord): Promise<Write[]> {
  if (duty.status !== 'unreached') return [];
  const stored = await deps.table.get(alertItem, alertKey(duty.alertId));
  if (!stored || !isOpen(stored.value)) return [];
  const what = recordSentence(record).zh;
  const done = handle(stored.value, 'system', record.at, what.slice(0, 300));
  if (!done.ok) return [];
  return [
    replace(stored, done.value),
    ...endMessages(done.value, reachedBy(stored.value), record.at),
    historyEntry(deps, 'system', {
      subject: { kind: 'alert', id: duty.alertId },
      elderId: duty.elderId,
      action: 'alert_handled',
      why: what,
    }),
  ];
}

async function wasNotReached(
  deps: Deps,
  actor: Actor,
  { duty, elder, put }: Here,
  record: DutyRecord,
): Promise<Result<Outcome<Said>>> {
  const first = (isDue(duty) ? duty.tries[0]?.at : undefined) ?? record.at;
  const alertId = alertIdOf(`not_reached ${duty.elderId} ${first}`);
  const tried = notReached(duty, record, alertId);
  if (!tried.ok) return tried;
  const writes = [
    put(tried.value.duty),
    create(dutyRecordItem, record),
    told(deps, actor, record, 'duty_not_reached'),
  ];
  const { status, nextOn } = tried.value.duty;
  const { entryId } = record;
  if (!tried.value.ladder) {
    const sentence =
      status === 'unreached'
        ? { zh: '记下了。家人和协理员已经知道，正在找。', en: 'Noted. Family and coordinator know already.' }
        : { zh: '记下了。过半小时再试一次。', en: 'Noted. Try again in half an hour.' };
    return allow({ reply: { status, nextOn, entryId, sentence }, writes });
  }
  const raised = raise(
    {
      alertId,
      elderId: elder.elderId,
      villageCode: elder.villageCode,
      callName: elder.callName,
      kind: 'not_reached',
      raisedBy: record.by,
      matter: unreachedMatter(elder.callName, record.by.name),
      people: await contactsOf(deps, elder, 'not_reached', actor.personId),
    },
    record.at,
  );
  const step = nextStep(deps, raised, record.at);
  return allow({
    reply: {
      status,
      nextOn,
      entryId,
      sentence: { zh: '两次没联系上，已经通知家人。', en: 'Not reached twice: the family has been told.' },
    },
    writes: [
      ...writes,
      create(alertItem, step?.alert ?? raised),
      ...(step?.writes ?? []),
      historyEntry(deps, actor, {
        subject: { kind: 'alert', id: alertId },
        elderId: elder.elderId,
        action: 'alert_raised',
        why: raised.matter.zh,
      }),
    ],
  });
}
