import * as z from 'zod';
import { commandId, resourceId } from '../kernel/ids';
import { route } from '../kernel/route';
import { regionCode } from '../regions/region';
import { resource, resourceWords } from './resource';

const unreadable = z.array(z.string());

export const listResources = route({
  name: 'listResources',
  method: 'GET',
  path: '/api/resources',
  summary: 'What a region has: people, places, money, skills; for the map.',
  access: ['social_worker', 'coordinator'],
  relation: 'region',
  audit: 'resources.list',
  query: z.strictObject({ regionCode: regionCode.optional() }),
  reply: z.lazy(() => z.strictObject({ resources: z.array(resource), unreadable })),
  refusals: ['region_outside'],
});

export const recordResource = route({
  name: 'recordResource',
  method: 'PUT',
  path: '/api/resources/{resourceId}',
  summary: 'Records a resource of the community, changes it, or says that it is gone.',
  access: ['social_worker', 'coordinator'],
  relation: 'region',
  audit: 'resource.recorded',
  params: z.strictObject({ resourceId }),
  body: z.lazy(() => z.strictObject({ commandId, words: resourceWords, gone: z.boolean() })),
  reply: resource,
  refusals: ['region_outside'],
});
