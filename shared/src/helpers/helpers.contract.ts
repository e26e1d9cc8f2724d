import * as z from 'zod';
import { commandId, helperId } from '../kernel/ids';
import { position } from '../kernel/position';
import { role } from '../kernel/role';
import { route } from '../kernel/route';
import { line, opaque } from '../kernel/text';
import { gender } from '../people/elder';
import { regionCode, villageCode } from '../regions/region';
import { birthYear, credential, helper, helperChoices } from './helper';
import { organization } from './organization';

export const registerHelper = route({
  name: 'registerHelper',
  method: 'POST',
  path: '/api/helpers',
  summary: 'Become a volunteer.',
  access: role.options,
  relation: 'self',
  audit: 'helper.registered',
  body: z.strictObject({
    commandId,
    ...helperChoices.unwrap().shape,
    name: line(20),
    gender,
    birthYear,
    villageCode,
    home: position,
  }),
  reply: helper,
  refusals: ['helper_exists', 'hours_invalid', 'region_unknown', 'position_outside_region'],
});
export const readMyHelper = route({
  name: 'readMyHelper',
  method: 'GET',
  path: '/api/helpers/me',
  summary: "One's own helper profile.",
  access: ['volunteer', 'provider'],
  relation: 'self',
  audit: 'helper.read',
  reply: helper,
  refusals: [],
});
export const changeMyHelper = route({
  name: 'changeMyHelper',
  method: 'POST',
  path: '/api/helpers/me',
  summary: 'Change availability, hours, radius, skills; only the fields given.',
  access: ['volunteer', 'provider'],
  relation: 'self',
  audit: 'helper.changed',
  body: z.strictObject({ commandId, changes: helperChoices.unwrap().partial() }),
  reply: helper,
  refusals: ['hours_invalid'],
});
export const listHelpers = route({
  name: 'listHelpers',
  method: 'GET',
  path: '/api/helpers',
  summary: 'Helpers of a county.',
  access: ['operator'],
  relation: 'none',
  audit: 'helpers.listed',
  query: z.strictObject({ regionCode, after: opaque(400).optional() }),
  reply: z.strictObject({
    helpers: z.array(helper),
    unreadable: z.array(z.string()),
    next: z.string().optional(),
  }),
  refusals: [],
});
export const recordCredential = route({
  name: 'recordCredential',
  method: 'POST',
  path: '/api/helpers/{helperId}/credentials',
  summary: 'Record a credential that the operator has seen.',
  access: ['operator'],
  relation: 'none',
  audit: 'helper.credential-recorded',
  params: z.strictObject({ helperId }),
  body: z.strictObject({ commandId, credential }),
  reply: helper,
  refusals: ['credential_invalid'],
});
export const suspendHelper = route({
  name: 'suspendHelper',
  method: 'POST',
  path: '/api/helpers/{helperId}/suspension',
  summary: 'Suspend a helper, or let them come back.',
  access: ['operator'],
  relation: 'none',
  audit: 'helper.suspension-changed',
  params: z.strictObject({ helperId }),
  body: z.strictObject({ commandId, suspended: z.boolean(), reason: line(200) }),
  reply: helper,
  refusals: [],
});
export const listOrganizations = route({
  name: 'listOrganizations',
  method: 'GET',
  path: '/api/organizations',
  summary: 'Organisations of a county.',
  access: role.options,
  relation: 'none',
  audit: 'organizations.listed',
  query: z.strictObject({ regionCode }),
  reply: z.strictObject({ organizations: z.array(organization), unreadable: z.array(z.string()) }),
  refusals: [],
});
