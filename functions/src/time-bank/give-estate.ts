import type { ElderId } from '@shared/kernel/ids';
import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type { Elder } from '@shared/people/elder';
import { elderAccount, poolAccount } from '@shared/time-bank/account';
import { available, emptyBalance } from '@shared/time-bank/balance';
import type { giveEstate as giveRoute, readEstate as readRoute } from '@shared/time-bank/estate.contract';
import { giveEstate as estate } from '@shared/time-bank/give';
import { historyEntry } from '../history/items';
import { linkedElder } from '../people/access';
import { elderItem, elderKey, kinshipItem } from '../people/items';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { balanceItem, balanceKey } from './items';
import { Book } from './ledger';
import { rulesAt } from './load-rules';
import { waysInto } from './ways';

/** The other elders of one's family: those of whom somebody is kin who is kin of this one too. */
async function familyOf(deps: Deps, elderId: ElderId) {
  const mine = await deps.table.list(kinshipItem, { pk: `ELDER#${elderId}`, prefix: 'KIN#' });
  const kin = mine.items.flatMap(({ value }) => (value.status === 'consented' ? [value.personId] : []));
  const theirs = await Promise.all(
    kin.map((personId) =>
      deps.table.list(kinshipItem, { index: 'byPerson', pk: `PERSON#${personId}`, prefix: 'KIN#' }),
    ),
  );
  const ids = theirs.flatMap(({ items }) =>
    items.flatMap(({ value }) => (value.status === 'consented' ? [value.elderId] : [])),
  );
  const others = [...new Set(ids)].filter((id) => id !== elderId);
  const elders = await deps.table.getMany(elderItem, others.map(elderKey));
  return {
    elders: elders.items.flatMap((each) => (each ? [each.value] : [])),
    unreadable: [...[mine, ...theirs].flatMap((page) => page.unreadable), ...elders.unreadable],
  };
}

export const readEstate: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const { elderId, name, villageName, villageCode } = elder.value.value;
  const account = elderAccount(elderId);
  const [stored, rules, family] = await Promise.all([
    deps.table.get(balanceItem, balanceKey(account)),
    rulesAt(deps, villageCode, beijing(deps.clock()).day),
    familyOf(deps, elderId),
  ]);
  const balance = stored?.value ?? emptyBalance(account, villageCode);
  return allow({
    elderName: name,
    villageName,
    availableMinutes: available(balance),
    heldMinutes: balance.debitsPending,
    open: rules.give.estate,
    heirs: family.elders.map((each) => ({
      elderId: each.elderId,
      name: each.name,
      villageName: each.villageName,
    })),
    unreadable: keyTexts(family.unreadable),
  });
};

/** Who inherits: another elder of the family, or nobody, which is the village's pool. */
async function heirOf(deps: Deps, from: Elder, to: ElderId | undefined): Promise<Result<Elder | undefined>> {
  if (to === undefined) return allow(undefined);
  // To oneself is the rule's to refuse.
  if (to === from.elderId) return allow(from);
  const heir = (await familyOf(deps, from.elderId)).elders.find((each) => each.elderId === to);
  return heir ? allow(heir) : refuse('time_not_kin', 'body.toElderId');
}

/** 身后转赠: a coordinator hands on what is left, with a reason that stays in the ledger. */
export const giveEstate: UseCase<typeof giveRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'giveTimeEstate', body }, async () => {
    const elder = await linkedElder(deps, actor, body.elderId);
    if (!elder.ok) return refuse('not_found', 'body.elderId');
    const { day } = beijing(deps.clock());
    if (body.diedOn > day) return refuse('time_estate_date', 'body.diedOn');
    const { villageCode } = elder.value.value;
    const account = elderAccount(body.elderId);
    const homes = new Map([[account, villageCode]]);
    const heir = await heirOf(deps, elder.value.value, body.toElderId);
    if (!heir.ok) return heir;
    const region = heir.value?.villageCode ?? villageCode;
    if (heir.value) homes.set(elderAccount(heir.value.elderId), region);
    const book = new Book(deps, homes);
    const [rules, theirs, ways] = await Promise.all([
      rulesAt(deps, villageCode, day),
      rulesAt(deps, region, day),
      waysInto(deps, villageCode, region),
    ]);
    const given = estate(
      {
        commandId: body.commandId,
        giver: await book.readOne(account),
        by: { personId: actor.personId, role: actor.role },
        at: deps.clock(),
        why: body.why,
      },
      {
        account: heir.value ? elderAccount(heir.value.elderId) : poolAccount(villageCode, body.commandId),
        crossing: ways.crossing,
        rules: theirs,
      },
      rules,
    );
    if (!given.ok) return given;
    const { transfer, crossing } = given.value;
    const moved = await book.writes([transfer]);
    if (!moved.ok) return moved;
    const minutes = 'minutes' in transfer ? transfer.minutes : 0;
    return allow({
      reply: { transferId: transfer.transferId, minutes },
      writes: [
        ...moved.value,
        ...ways.writes(crossing),
        historyEntry(deps, actor, {
          subject: { kind: 'elder', id: body.elderId },
          elderId: body.elderId,
          action: 'estate_given',
          why: body.why,
          facts: { diedOn: body.diedOn, minutes },
        }),
      ],
    });
  });
