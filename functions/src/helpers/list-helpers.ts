import type {
  listHelpers as helpersRoute,
  listOrganizations as organizationsRoute,
} from '@shared/helpers/helpers.contract';
import { allow } from '@shared/kernel/result';
import { countyOf } from '@shared/regions/region';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { helperItem, organizationItem } from './items';

export const listHelpers: UseCase<typeof helpersRoute> = async (deps, { query }) => {
  const page = await deps.table.list(helperItem, {
    index: 'byRegion',
    pk: `HELPERS#${countyOf(query.regionCode)}`,
    prefix: query.regionCode,
    limit: 100,
    ...(query.after === undefined ? {} : { after: query.after }),
  });
  return allow({
    helpers: page.items.map((item) => item.value),
    unreadable: keyTexts(page.unreadable),
    ...(page.next === undefined ? {} : { next: page.next }),
  });
};

export const listOrganizations: UseCase<typeof organizationsRoute> = async (deps, { query }) => {
  const page = await deps.table.list(organizationItem, {
    index: 'byRegion',
    pk: `ORGS#${countyOf(query.regionCode)}`,
  });
  return allow({
    organizations: page.items.map((item) => item.value),
    unreadable: keyTexts(page.unreadable),
  });
};
