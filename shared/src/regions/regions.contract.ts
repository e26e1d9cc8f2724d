import * as z from 'zod';
import { role } from '../kernel/role';
import { route } from '../kernel/route';
import { region, regionCode } from './region';

export const listRegions = route({
  name: 'listRegions',
  method: 'GET',
  path: '/api/regions',
  summary: 'The regions directly below a parent; without a parent, the counties.',
  access: role.options,
  relation: 'none',
  audit: 'regions.listed',
  query: z.strictObject({ parent: regionCode.optional() }),
  reply: z.strictObject({ regions: z.array(region), unreadable: z.array(z.string()) }),
  refusals: [],
});
