import type { ElderId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type { Elder } from '@shared/people/elder';
import { type AccountId, elderAccount, personAccount } from '@shared/time-bank/account';
import { helperItem, helperKey } from '../helpers/items';
import { personItem } from '../identity/items';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';

export interface Whose {
  readonly accountId: AccountId;
  readonly name: string;
  /** Village of the owner; absent for someone who never registered anywhere and so has nothing yet. */
  readonly regionCode: string | undefined;
  readonly elder?: Elder;
}

/** The account that is asked for: an elder's whom one is linked to, or one's own. A foreign one is not there. */
export async function accountOf(deps: Deps, actor: Actor, elderId?: ElderId): Promise<Result<Whose>> {
  const asked = elderId ?? (actor.role === 'elder' ? actor.grant.elderId : undefined);
  if (asked !== undefined) {
    const elder = await deps.table.get(elderItem, elderKey(asked));
    if (!elder) return refuse('not_found');
    const tie = await tieToElder(deps, actor, elder.value);
    if (!tie.ok) return tie;
    const { name, villageCode } = elder.value;
    return allow({ accountId: elderAccount(asked), name, regionCode: villageCode, elder: elder.value });
  }
  if (actor.role === 'coordinator' || actor.role === 'elder') return refuse('not_found');
  return allow({
    accountId: personAccount(actor.personId),
    name: await nameOf(deps, actor),
    regionCode: await homeOf(deps, actor),
  });
}

async function nameOf(deps: Deps, actor: Actor): Promise<string> {
  const person = await deps.table.get(personItem, { pk: `PERSON#${actor.personId}`, sk: 'PERSON' });
  return person?.value.name ?? '';
}

/** Where a person serves, by whichever role they have come in now. */
async function homeOf(deps: Deps, actor: Actor): Promise<string | undefined> {
  const helperId = actor.grants.find((held) => held.role === 'volunteer')?.helperId;
  const helper = helperId && (await deps.table.get(helperItem, helperKey(helperId)));
  return helper ? helper.value.villageCode : undefined;
}
