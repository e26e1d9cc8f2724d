import type { ElderId } from '@shared/kernel/ids';
import { beijing } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { ageIn, type Elder } from '@shared/people/elder';
import { hasEnded } from '@shared/people/kinship';
import type {
  changeElder as changeRoute,
  ElderCard,
  ElderView,
  listElders as listRoute,
  readElder as readRoute,
} from '@shared/people/people.contract';
import { countyOf, isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { type Key, keyTexts, replace, UnreadableItem } from '../table/port';
import { linkedElder } from './access';
import { elderItem, elderKey, kinshipItem } from './items';
import { viewOfElder, villageAt } from './register-elder';

/** An elder with everybody who is or was kin; a kinship that cannot be read is named beside the others. */
async function viewWithKin(deps: Deps, elder: Elder): Promise<ElderView> {
  const page = await deps.table.list(kinshipItem, { pk: `ELDER#${elder.elderId}`, prefix: 'KIN#' });
  const kinships = page.items.map((item) => item.value);
  return viewOfElder(deps, elder, kinships, page.unreadable);
}

export const readElder: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  return elder.ok ? allow(await viewWithKin(deps, elder.value.value)) : elder;
};

const fullCard = (deps: Deps, elder: Elder): ElderCard => ({
  elderId: elder.elderId,
  name: elder.name,
  callName: elder.callName,
  villageName: elder.villageName,
  age: ageIn(elder, beijing(deps.clock()).year),
  gender: elder.gender,
  ...(elder.phone === undefined ? {} : { phone: elder.phone }),
  ability: elder.ability,
  livesAlone: elder.livesAlone,
  ownPhone: elder.ownPhone,
});

export const listElders: UseCase<typeof listRoute> = async (deps, { actor, query }) => {
  if (actor.role === 'coordinator' || actor.role === 'social_worker') return listRegion(deps, actor, query);
  if (actor.role === 'elder') {
    const me = actor.grant.elderId && (await deps.table.get(elderItem, elderKey(actor.grant.elderId)));
    return allow({ elders: me ? [fullCard(deps, me.value)] : [], unreadable: [] });
  }
  const kin = await deps.table.list(kinshipItem, {
    index: 'byPerson',
    pk: `PERSON#${actor.personId}`,
    prefix: 'KIN#',
  });
  const kinships = kin.items.map((item) => item.value).filter((each) => !hasEnded(each));
  const broken: Key[] = [];
  const elders = await Promise.all(kinships.map((each) => unlessBroken(deps, each.elderId, broken)));
  const cards = kinships.flatMap((each, index): ElderCard[] => {
    const elder = elders[index];
    if (!elder) return [];
    const { status, relation } = each;
    // Before consent the family member learns nothing but that it waits.
    const card =
      status === 'consented'
        ? fullCard(deps, elder)
        : { elderId: elder.elderId, name: each.elderName, callName: each.elderName };
    return [{ ...card, kinship: status, relation }];
  });
  return allow({ elders: cards, unreadable: keyTexts([...kin.unreadable, ...broken]) });
};

/** One elder's broken record is named and does not take the others down. */
async function unlessBroken(deps: Deps, elderId: ElderId, broken: Key[]): Promise<Elder | undefined> {
  try {
    return (await deps.table.get(elderItem, elderKey(elderId)))?.value;
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    broken.push(error.key);
    return undefined;
  }
}

async function listRegion(
  deps: Deps,
  actor: Actor,
  query: { villageCode?: string | undefined; after?: string | undefined },
) {
  const own = actor.grant.regionCode;
  if (own === undefined) return refuse('region_outside');
  const region = query.villageCode ?? own;
  if (!isWithin(own, region)) return refuse('region_outside', 'query.villageCode');
  const page = await deps.table.list(elderItem, {
    index: 'byRegion',
    pk: `ELDERS#${countyOf(region)}`,
    prefix: region,
    limit: 200,
    ...(query.after === undefined ? {} : { after: query.after }),
  });
  return allow({
    elders: page.items.map((item) => fullCard(deps, item.value)),
    unreadable: keyTexts(page.unreadable),
    ...(page.next === undefined ? {} : { next: page.next }),
  });
}

export const changeElder: UseCase<typeof changeRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'changeElder', body: { ...params, ...body } },
    async () => {
      const elder = await linkedElder(deps, actor, params.elderId);
      if (!elder.ok) return elder;
      const given = Object.fromEntries(
        Object.entries(body.changes).filter(([, value]) => value !== undefined),
      );
      const changed: Elder = { ...elder.value.value, ...given };
      if (body.changes.position) {
        const village = await villageAt(deps, changed.villageCode, changed.position, 'body.changes');
        if (!village.ok) return village;
      }
      const history = historyEntry(deps, actor, {
        subject: { kind: 'elder', id: params.elderId },
        elderId: params.elderId,
        action: 'elder_changed',
        facts: { fields: Object.keys(given).join(', ') },
      });
      return allow({
        reply: await viewWithKin(deps, changed),
        writes: [replace(elder.value, changed), history],
      });
    },
  );
