import * as z from 'zod';
import { commandId } from '../kernel/ids';
import { role } from '../kernel/role';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { service, serviceCode } from './service';

export const listServices = route({
  name: 'listServices',
  method: 'GET',
  path: '/api/services',
  summary: 'The service catalogue.',
  access: role.options,
  relation: 'none',
  audit: 'catalogue.listed',
  reply: z.strictObject({ services: z.array(service), unreadable: z.array(z.string()) }),
  refusals: [],
});
export const putService = route({
  name: 'putService',
  method: 'PUT',
  path: '/api/services/{code}',
  summary: 'Add a service or change one.',
  access: ['official'],
  relation: 'none',
  audit: 'catalogue.changed',
  params: z.strictObject({ code: serviceCode }),
  body: z.strictObject({
    commandId,
    why: line(200),
    service: service.unwrap().omit({ code: true }),
  }),
  reply: service,
  refusals: ['duration_out_of_range'],
});
