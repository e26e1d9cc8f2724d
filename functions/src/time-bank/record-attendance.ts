import { beijing, isBefore } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { personAccount } from '@shared/time-bank/account';
import { creditAttendance } from '@shared/time-bank/earn';
import { monthOf } from '@shared/time-bank/earnings';
import type { recordAttendance as route } from '@shared/time-bank/time-bank.contract';
import { transferIdOf } from '@shared/time-bank/transfer';
import { helperItem, helperKey } from '../helpers/items';
import { personItem } from '../identity/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create, replace } from '../table/port';
import { earningsItem, earningsKey, transferItem, transferKey } from './items';
import { Book } from './ledger';
import { rulesAt } from './load-rules';

/** Group and programme work: credited by the list of whoever led it, within the same caps as visits. */
export const recordAttendance: UseCase<typeof route> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'recordTimeAttendance', body }, async () => {
    const own = actor.grant.regionCode;
    if (own === undefined || !isWithin(own, body.villageCode))
      return refuse('region_outside', 'body.villageCode');
    if (isBefore(deps.clock(), body.startsAt)) return refuse('time_past', 'body.startsAt');
    const person = await deps.table.get(personItem, { pk: `PERSON#${body.personId}`, sk: 'PERSON' });
    const helperId = person?.value.grants.find((each) => each.role === 'volunteer')?.helperId;
    const helper = helperId && (await deps.table.get(helperItem, helperKey(helperId)));
    if (!helper) return refuse('not_found', 'body.personId');
    const cause = { kind: 'attendance' as const, id: `${body.attendanceId}:${body.personId}` };
    if (await deps.table.get(transferItem, transferKey(transferIdOf('attend', cause))))
      return refuse('time_already_credited');
    const on = beijing(body.startsAt).day;
    const account = personAccount(body.personId);
    const book = new Book(deps, new Map([[account, helper.value.villageCode]]));
    const month = await deps.table.get(earningsItem, earningsKey(account, monthOf(on)));
    const credited = creditAttendance(
      { ...body, witnessedBy: actor.personId },
      {
        rules: await rulesAt(deps, body.villageCode, on),
        balance: await book.readOne(account),
        earnings: month?.value ?? { accountId: account, month: monthOf(on), byDay: {} },
        suspicions: [],
        at: deps.clock(),
      },
    );
    if (!credited.ok) return credited;
    const { transfers, earnings } = credited.value;
    const [first] = transfers;
    if (first === undefined || !('minutes' in first)) throw new Error('a credit without minutes');
    const moved = await book.writes(transfers.map((t) => ({ ...t, why: body.activity })));
    if (!moved.ok) return moved;
    return allow({
      reply: { transferId: first.transferId, minutes: first.minutes, pending: first.step === 'pending' },
      writes: [...moved.value, month ? replace(month, earnings) : create(earningsItem, earnings)],
    });
  });
