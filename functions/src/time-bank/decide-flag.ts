import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { personAccount } from '@shared/time-bank/account';
import { poolShare } from '@shared/time-bank/earn';
import { monthOf, withCredit } from '@shared/time-bank/earnings';
import { decideFlag as decide, type TimeFlag } from '@shared/time-bank/flag';
import { post, release } from '@shared/time-bank/pending';
import { reasonWords, titleOf } from '@shared/time-bank/story';
import type { decideFlag as decideRoute, listFlags as listRoute } from '@shared/time-bank/time-bank.contract';
import type { Transfer } from '@shared/time-bank/transfer';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace, type Write } from '../table/port';
import { earningsItem, earningsKey, flagItem, flagKey, flagsPartition } from './items';
import { Book } from './ledger';
import { rulesNamed } from './load-rules';
import { readNames } from './names';

const sees = ({ grant }: Actor, villageCode: string): boolean =>
  grant.regionCode !== undefined && isWithin(grant.regionCode, villageCode);

export const listFlags: UseCase<typeof listRoute> = async (deps, { actor, query }) => {
  const region = query.regionCode ?? actor.grant.regionCode;
  if (region === undefined || !sees(actor, region)) return refuse('region_outside', 'query.regionCode');
  const page = await deps.table.list(flagItem, {
    index: 'byRegion',
    pk: flagsPartition(region),
    prefix: region,
  });
  const flags = page.items.map(({ value }) => value);
  const names = await readNames(
    deps,
    flags.map((flag) => flag.pending),
    flags.flatMap((flag) => [flag.personId, ...flag.decisions.map((each) => each.by.personId)]),
  );
  return allow({
    flags: flags.map((flag) => ({
      flagId: flag.flagId,
      helperName: names.person(flag.personId) ?? '',
      villageName: names.place(flag.villageCode) ?? '',
      title: titleOf(flag.pending, flag.pending.credit, names.of(flag.pending, flag.pending.credit)),
      minutes: flag.pending.minutes,
      ...(flag.pending.about.startsAt === undefined ? {} : { startsAt: flag.pending.about.startsAt }),
      raisedAt: flag.raisedAt,
      reasons: flag.reasons.map(reasonWords),
      decisions: flag.decisions.map(({ by, verdict, why, at }) => ({
        byName: names.person(by.personId) ?? '',
        verdict,
        why,
        at,
      })),
      mayDecide:
        flag.personId !== actor.personId &&
        !flag.decisions.some((each) => each.by.personId === actor.personId),
    })),
    unreadable: page.unreadable.map((key) => `${key.pk} ${key.sk}`),
  });
};

/** The second of the same mind moves the minutes in the transaction that closes the flag. */
async function consequences(
  deps: Deps,
  flag: TimeFlag,
  actor: Actor,
  why: string,
): Promise<Result<Transfer[]>> {
  if (flag.status === 'open') return allow([]);
  const { pending, villageCode } = flag;
  const how = {
    at: deps.clock(),
    by: { personId: actor.personId, role: actor.role },
    why,
    rules: pending.rules,
  };
  if (flag.status === 'rejected') {
    const released = release(pending, 'void', how);
    return released.ok ? allow([released.value]) : released;
  }
  const rules = await rulesNamed(deps, villageCode, pending.rules);
  if (!rules) return refuse('time_rules_changed');
  const posted = post(pending, pending.minutes, how);
  if (!posted.ok) return posted;
  return allow([posted.value, ...poolShare({ ...pending, at: how.at }, rules, villageCode)]);
}

/** What is rejected leaves its room under the caps of that day to service that counts. */
async function roomGivenBack(deps: Deps, flag: TimeFlag): Promise<Write[]> {
  const { startsAt } = flag.pending.about;
  if (flag.status !== 'rejected' || startsAt === undefined) return [];
  const on = beijing(startsAt).day;
  const month = await deps.table.get(earningsItem, earningsKey(flag.pending.credit, monthOf(on)));
  return month ? [replace(month, withCredit(month.value, on, -flag.pending.minutes))] : [];
}

export const decideFlag: UseCase<typeof decideRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'decideTimeFlag', body: { ...params, ...body } },
    async () => {
      const stored = await deps.table.get(flagItem, flagKey(params.flagId));
      if (!stored || !sees(actor, stored.value.villageCode)) return refuse('not_found');
      const by = { personId: actor.personId, role: actor.role };
      const decided = decide(stored.value, by, body.verdict, body.why, deps.clock());
      if (!decided.ok) return decided;
      const transfers = await consequences(deps, decided.value, actor, body.why);
      if (!transfers.ok) return transfers;
      const home = new Map([[personAccount(stored.value.personId), stored.value.villageCode]]);
      const moved = await new Book(deps, home).writes(transfers.value);
      if (!moved.ok) return moved;
      return allow({
        reply: { status: decided.value.status },
        writes: [
          replace<TimeFlag>(stored, decided.value),
          ...moved.value,
          ...(await roomGivenBack(deps, decided.value)),
        ],
      });
    },
  );
