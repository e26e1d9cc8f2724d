import { elderId } from '@shared/kernel/ids';
import { cardCode, elder } from '@shared/people/elder';
import { kinship } from '@shared/people/kinship';
import { countyOf, parentOf, region } from '@shared/regions/region';
import * as z from 'zod';
import { itemKind } from '../table/port';

export const regionItem = itemKind({
  name: 'Region',
  schema: region,
  key: ({ code }) => ({ pk: `REGION#${code}`, sk: 'REGION' }),
  indexes: ({ code }) => ({ byRegion: { pk: `REGIONS#${parentOf(code) ?? 'root'}`, sk: code } }),
});

export const elderKey = (id: string) => ({ pk: `ELDER#${id}`, sk: 'ELDER' });
export const elderItem = itemKind({
  name: 'Elder',
  schema: elder,
  key: ({ elderId }) => elderKey(elderId),
  indexes: ({ elderId, villageCode }) => ({
    byRegion: { pk: `ELDERS#${countyOf(villageCode)}`, sk: `${villageCode}#${elderId}` },
  }),
});

/** Six digits lead to one elder; created in the elder's own transaction. */
export const elderCardItem = itemKind({
  name: 'ElderCard',
  schema: z.strictObject({ cardCode, elderId }),
  key: ({ cardCode }) => ({ pk: `CARD#${cardCode}`, sk: 'CARD' }),
});

export const kinshipKey = (elderId: string, personId: string) => ({
  pk: `ELDER#${elderId}`,
  sk: `KIN#${personId}`,
});
export const kinshipItem = itemKind({
  name: 'Kinship',
  schema: kinship,
  key: ({ elderId, personId }) => kinshipKey(elderId, personId),
  indexes: (kin) => ({
    byPerson: { pk: `PERSON#${kin.personId}`, sk: `KIN#${kin.elderId}` },
    ...(kin.status === 'proposed'
      ? {
          byRegion: {
            pk: `KINSHIPS#${countyOf(kin.villageCode)}`,
            sk: `${kin.villageCode}#${kin.elderId}#${kin.personId}`,
          },
        }
      : {}),
  }),
});
