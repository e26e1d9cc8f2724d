import * as z from 'zod';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';

export const health = route({
  name: 'health',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the API answers and reaches its table.',
  access: 'public',
  relation: 'none',
  audit: 'health.read',
  reply: z.strictObject({
    status: z.literal('well'),
    stage: z.enum(['local', 'staging', 'production']),
    at: instant,
  }),
  refusals: [],
});
export const readSpecification = route({
  name: 'readSpecification',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This specification, as OpenAPI 3.1.',
  access: 'public',
  relation: 'none',
  audit: 'specification.read',
  reply: z.record(z.string(), z.json()),
  refusals: [],
});
