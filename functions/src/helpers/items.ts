import { helper } from '@shared/helpers/helper';
import { organization } from '@shared/helpers/organization';
import type { Stats } from '@shared/helpers/stats';
import { countyOf } from '@shared/regions/region';
import type { Deps } from '../platform/deps';
import { itemKind, replace, UnreadableItem, type Write } from '../table/port';

export const helperKey = (id: string) => ({ pk: `HELPER#${id}`, sk: 'HELPER' });
/** Found by place through the roster (`matching/roster`), which the stream keeps. */
export const helperItem = itemKind({
  name: 'Helper',
  schema: helper,
  key: ({ helperId }) => helperKey(helperId),
  indexes: ({ helperId, villageCode }) => ({
    byRegion: { pk: `HELPERS#${countyOf(villageCode)}`, sk: `${villageCode}#${helperId}` },
  }),
});

/**
 * The write that counts something for a helper, in the transaction of what happened: so it is counted once, whatever
 * comes twice. Nothing where the record is gone or broken: that must not hold up the elder's matter.
 */
export async function counted(
  deps: Deps,
  helperId: string,
  count: (stats: Stats) => Stats,
): Promise<Write[]> {
  try {
    const stored = await deps.table.get(helperItem, helperKey(helperId));
    return stored ? [replace(stored, { ...stored.value, stats: count(stored.value.stats) })] : [];
  } catch (error) {
    if (error instanceof UnreadableItem) return [];
    throw error;
  }
}

export const organizationItem = itemKind({
  name: 'Organization',
  schema: organization,
  key: ({ organizationId }) => ({ pk: `ORG#${organizationId}`, sk: 'ORG' }),
  indexes: ({ organizationId, regionCode }) => ({
    byRegion: { pk: `ORGS#${countyOf(regionCode)}`, sk: organizationId },
  }),
});
