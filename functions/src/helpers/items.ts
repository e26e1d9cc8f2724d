import { helper } from '@shared/helpers/helper';
import { organization } from '@shared/helpers/organization';
import { cellOf } from '@shared/matching/cell';
import { countyOf } from '@shared/regions/region';
import { itemKind } from '../table/port';

export const helperKey = (id: string) => ({ pk: `HELPER#${id}`, sk: 'HELPER' });
/** Found by place through `byCell`, so that matching reads rings of cells and never scans. */
export const helperItem = itemKind({
  name: 'Helper',
  schema: helper,
  key: ({ helperId }) => helperKey(helperId),
  indexes: ({ helperId, villageCode, home }) => ({
    byCell: { pk: `CELL#${cellOf(home)}`, sk: `HELPER#${helperId}` },
    byRegion: { pk: `HELPERS#${countyOf(villageCode)}`, sk: `${villageCode}#${helperId}` },
  }),
});

export const organizationItem = itemKind({
  name: 'Organization',
  schema: organization,
  key: ({ organizationId }) => ({ pk: `ORG#${organizationId}`, sk: 'ORG' }),
  indexes: ({ organizationId, regionCode }) => ({
    byRegion: { pk: `ORGS#${countyOf(regionCode)}`, sk: organizationId },
  }),
});
