import * as z from 'zod';
import { commandId, grantId, personId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { route } from '../kernel/route';
import { line, opaque } from '../kernel/text';
import { grant, person } from './person';
import { personaView } from './persona';
import { roleGrant } from './role-grant';

/** Oneself, as one sees it: the phone number is masked even here, since phones are lent. */
export const personView = z.strictObject({
  personId,
  name: person.unwrap().shape.name,
  phoneMasked: z.string().optional(),
  grants: z.array(grant),
});
export type PersonView = z.infer<typeof personView>;

export const sessionView = z.strictObject({
  accessToken: z.string(),
  expiresAt: instant,
  refreshToken: z.string(),
  person: personView,
});
export type SessionView = z.infer<typeof sessionView>;

const refreshToken = opaque(200);
const everyRole = role.options;

export const signInWithWeChat = route({
  name: 'signInWithWeChat',
  method: 'POST',
  path: '/api/session/wechat',
  summary: 'Sign in with the single-use code of wx.login.',
  access: 'public',
  relation: 'none',
  audit: 'session.begun',
  body: z.strictObject({ code: opaque(128) }),
  reply: sessionView,
  refusals: ['wechat_code_invalid', 'wechat_busy', 'wechat_rate_limited', 'wechat_user_blocked'],
});
export const listPersonas = route({
  name: 'listPersonas',
  method: 'GET',
  path: '/api/session/personas',
  summary: 'The demonstration personas of the local stage.',
  access: 'public',
  relation: 'local-stage',
  audit: 'personas.listed',
  reply: z.strictObject({ personas: z.array(personaView) }),
  refusals: ['local_stage_only'],
});
export const stepIn = route({
  name: 'stepIn',
  method: 'POST',
  path: '/api/session/demonstration',
  summary: 'Step in as a demonstration persona; on the local stage only.',
  access: 'public',
  relation: 'local-stage',
  audit: 'session.demonstration',
  body: z.strictObject({ persona: personaView.shape.persona }),
  reply: sessionView,
  refusals: ['local_stage_only', 'persona_unknown'],
});
export const refreshSession = route({
  name: 'refreshSession',
  method: 'POST',
  path: '/api/session/refresh',
  summary: 'Trade the refresh token for a new pair; a used token ends the session.',
  access: 'public',
  relation: 'none',
  audit: 'session.refreshed',
  body: z.strictObject({ refreshToken }),
  reply: sessionView,
  refusals: [],
});
export const revokeSession = route({
  name: 'revokeSession',
  method: 'POST',
  path: '/api/session/revoke',
  summary: 'Sign out: the refresh token counts no more.',
  access: 'public',
  relation: 'none',
  audit: 'session.revoked',
  body: z.strictObject({ refreshToken }),
  reply: z.strictObject({ revoked: z.literal(true) }),
  refusals: [],
});
export const readMe = route({
  name: 'readMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Oneself and the roles one holds.',
  access: everyRole,
  relation: 'self',
  audit: 'person.read',
  reply: personView,
  refusals: [],
});
export const renameMe = route({
  name: 'renameMe',
  method: 'POST',
  path: '/api/me',
  summary: 'Change the name others see.',
  access: everyRole,
  relation: 'self',
  audit: 'person.renamed',
  body: z.strictObject({ commandId, name: line(20) }),
  reply: personView,
  refusals: [],
});
export const setMyPhone = route({
  name: 'setMyPhone',
  method: 'POST',
  path: '/api/me/phone',
  summary: "Take over the phone number behind the code of WeChat's phone button.",
  access: everyRole,
  relation: 'self',
  audit: 'person.phone-set',
  body: z.strictObject({ commandId, code: opaque(128) }),
  reply: personView,
  refusals: ['wechat_code_invalid', 'wechat_busy'],
});
export const takeFamilyRole = route({
  name: 'takeFamilyRole',
  method: 'POST',
  path: '/api/me/roles',
  summary: 'Choose to act as family.',
  access: everyRole,
  relation: 'self',
  audit: 'person.role-chosen',
  body: z.strictObject({ commandId, role: z.literal('family') }),
  reply: personView,
  refusals: [],
});
export const proposeRoleGrant = route({
  name: 'proposeRoleGrant',
  method: 'POST',
  path: '/api/role-grants',
  summary: 'Propose a granted role for a person; a second operator approves.',
  access: ['operator'],
  relation: 'none',
  audit: 'role-grant.proposed',
  body: z.strictObject({
    commandId,
    personId,
    why: line(200),
    grant: z.strictObject({ ...grant.unwrap().shape, role: role.exclude(['family', 'volunteer']) }),
  }),
  reply: roleGrant,
  refusals: ['region_unknown'],
});
export const listRoleGrants = route({
  name: 'listRoleGrants',
  method: 'GET',
  path: '/api/role-grants',
  summary: 'Proposals that wait for a second operator.',
  access: ['operator'],
  relation: 'none',
  audit: 'role-grants.listed',
  reply: z.strictObject({ roleGrants: z.array(roleGrant), unreadable: z.array(z.string()) }),
  refusals: [],
});
export const approveRoleGrant = route({
  name: 'approveRoleGrant',
  method: 'POST',
  path: '/api/role-grants/{grantId}/approve',
  summary: 'Approve what another operator proposed.',
  access: ['operator'],
  relation: 'second-operator',
  audit: 'role-grant.approved',
  params: z.strictObject({ grantId }),
  body: z.strictObject({ commandId }),
  reply: roleGrant,
  refusals: ['grant_second_approver_needed', 'grant_closed'],
});
