import { beijing } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { ageIn, type Elder } from '@shared/people/elder';
import type { Kinship } from '@shared/people/kinship';
import type { ElderView, registerElder as route } from '@shared/people/people.contract';
import { isInVillage, isWithin, type Region } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { personItem } from '../identity/items';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import { digits } from '../platform/digits';
import type { UseCase } from '../platform/serve';
import { create, type Key, keyTexts } from '../table/port';
import { elderCardItem, elderItem, kinshipItem, regionItem } from './items';

/** The village, if it is one and the home lies in it. */
export async function villageAt(
  deps: Deps,
  code: string,
  home: Elder['position'],
  field = 'body.elder',
): Promise<Result<Region>> {
  const region = await deps.table.get(regionItem, { pk: `REGION#${code}`, sk: 'REGION' });
  if (region?.value.level !== 'village') return refuse('region_unknown', `${field}.villageCode`);
  return isInVillage(region.value, home)
    ? allow(region.value)
    : refuse('position_outside_region', `${field}.position`);
}

export const viewOfElder = (
  deps: Deps,
  elder: Elder,
  kinships: readonly Kinship[],
  unreadable: readonly Key[] = [],
): ElderView => ({
  elder,
  age: ageIn(elder, beijing(deps.clock()).year),
  kinships: [...kinships],
  unreadable: keyTexts(unreadable),
});

/** A coordinator registers within the region; a family member's own kinship waits for the elder's consent. */
export const registerElder: UseCase<typeof route> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'registerElder', body }, async () => {
    const { villageCode, position } = body.elder;
    const { regionCode } = actor.grant;
    if (actor.role === 'coordinator' && (regionCode === undefined || !isWithin(regionCode, villageCode))) {
      return refuse('region_outside', 'body.elder.villageCode');
    }
    const village = await villageAt(deps, villageCode, position);
    if (!village.ok) return village;
    const elder: Elder = {
      ...body.elder,
      elderId: deps.newId('elder'),
      villageName: village.value.name,
      cardCode: digits(deps, 6),
      doorCode: digits(deps, 4),
      registeredBy: { personId: actor.personId, role: actor.role },
      registeredAt: deps.clock(),
    };
    const me = await deps.table.get(personItem, { pk: `PERSON#${actor.personId}`, sk: 'PERSON' });
    const kinships: Kinship[] =
      actor.role === 'family' && me
        ? [
            {
              status: 'proposed',
              elderId: elder.elderId,
              personId: actor.personId,
              personName: me.value.name,
              elderName: elder.name,
              villageCode,
              relation: body.relation ?? 'other',
              proposedAt: deps.clock(),
            },
          ]
        : [];
    const history = historyEntry(deps, actor, {
      subject: { kind: 'elder', id: elder.elderId },
      elderId: elder.elderId,
      action: 'elder_registered',
    });
    return allow({
      reply: viewOfElder(deps, elder, kinships),
      writes: [
        create(elderItem, elder),
        // A card number that is taken already is drawn again.
        create(elderCardItem, { cardCode: elder.cardCode, elderId: elder.elderId }),
        ...kinships.map((kin) => create(kinshipItem, kin)),
        history,
      ],
    });
  });
