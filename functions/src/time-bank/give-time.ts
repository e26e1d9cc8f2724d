import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { type AccountId, elderAccount } from '@shared/time-bank/account';
import { available, emptyBalance } from '@shared/time-bank/balance';
import { giveToElder, giveToPool } from '@shared/time-bank/give';
import type { giveTime as route } from '@shared/time-bank/time-bank.contract';
import { elderItem, elderKey, kinshipItem, kinshipKey, regionItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { accountOf } from './account-of';
import { Book } from './ledger';
import { rulesAt } from './load-rules';
import { waysInto } from './ways';

interface Receiver {
  readonly region: string;
  readonly homes: [AccountId, string][];
}

async function receiverOf(
  deps: Deps,
  to: Parameters<UseCase<typeof route>>[1]['body']['to'],
): Promise<Result<Receiver>> {
  if (to.kind === 'elder') {
    const elder = await deps.table.get(elderItem, elderKey(to.elderId));
    // Whoever is not of the family learns nothing, not even that there is such an elder.
    if (!elder) return refuse('time_not_kin', 'body.to');
    return allow({
      region: elder.value.villageCode,
      homes: [[elderAccount(to.elderId), elder.value.villageCode]],
    });
  }
  const village = await deps.table.get(regionItem, { pk: `REGION#${to.villageCode}`, sk: 'REGION' });
  if (village?.value.level !== 'village') return refuse('region_unknown', 'body.to');
  return allow({ region: to.villageCode, homes: [] });
}

/** Gives minutes away: the transfer, both sides, the limits between regions and the receipt are one transaction. */
export const giveTime: UseCase<typeof route> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'giveTime', body }, async () => {
    const giver = await accountOf(deps, actor);
    if (!giver.ok) return giver;
    const { accountId, regionCode } = giver.value;
    const receiver = await receiverOf(deps, body.to);
    if (!receiver.ok) return receiver;
    const home = regionCode ?? receiver.value.region;
    const book = new Book(deps, new Map([[accountId, home], ...receiver.value.homes]));
    const [balance] =
      regionCode === undefined ? [emptyBalance(accountId, home)] : await book.read([accountId]);
    if (balance === undefined) throw new Error(`${accountId} was not read`);
    const [rules, ways] = await Promise.all([
      rulesAt(deps, receiver.value.region, beijing(deps.clock()).day),
      waysInto(deps, balance.regionCode, receiver.value.region),
    ]);
    const gift = {
      commandId: body.commandId,
      giver: balance,
      minutes: body.minutes,
      by: { personId: actor.personId, role: actor.role },
      at: deps.clock(),
      why: body.why,
    };
    const { to } = body;
    const kin =
      to.kind === 'elder' && (await deps.table.get(kinshipItem, kinshipKey(to.elderId, actor.personId)));
    const given =
      to.kind === 'elder'
        ? giveToElder(
            gift,
            {
              elderId: to.elderId,
              relation: kin && kin.value.status === 'consented' ? kin.value.relation : undefined,
              crossing: ways.crossing,
            },
            rules,
          )
        : giveToPool(gift, { villageCode: to.villageCode, crossing: ways.crossing }, rules);
    if (!given.ok) return given;
    const { transfer, crossing } = given.value;
    const moved = await book.writes([transfer]);
    if (!moved.ok) return moved;
    const after = available(balance) - ('minutes' in transfer ? transfer.minutes : 0);
    return allow({
      reply: { transferId: transfer.transferId, availableMinutes: after },
      writes: [...moved.value, ...ways.writes(crossing)],
    });
  });
