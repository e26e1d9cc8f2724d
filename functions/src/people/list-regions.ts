import { allow } from '@shared/kernel/result';
import type { listRegions as route } from '@shared/regions/regions.contract';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { regionItem } from './items';

export const listRegions: UseCase<typeof route> = async (deps, { query }) => {
  const page = await deps.table.list(regionItem, {
    index: 'byRegion',
    pk: `REGIONS#${query.parent ?? 'root'}`,
  });
  return allow({
    regions: page.items.map((item) => item.value),
    unreadable: keyTexts(page.unreadable),
  });
};
