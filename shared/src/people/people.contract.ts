import * as z from 'zod';
import { commandId, elderId, personId } from '../kernel/ids';
import { route } from '../kernel/route';
import { line, opaque, paragraph, phoneNumber } from '../kernel/text';
import { regionCode, villageCode } from '../regions/region';
import { ability, cardCode, elder, elderDetails, gender, personName } from './elder';
import { kinship, relation, witness } from './kinship';

/** An elder in a list. Before consent a family member sees the name and where it stands, nothing else. */
export const elderCard = z.strictObject({
  elderId,
  name: personName,
  callName: personName,
  villageName: line(40).optional(),
  age: z.int().optional(),
  gender: gender.optional(),
  phone: phoneNumber.optional(),
  ability: ability.optional(),
  livesAlone: z.boolean().optional(),
  ownPhone: z.boolean().optional(),
  kinship: z.enum(['proposed', 'consented', 'refused', 'withdrawn']).optional(),
  relation: relation.optional(),
});
export type ElderCard = z.infer<typeof elderCard>;

/** Everything of an elder, to those who are linked to them. */
export const elderView = z.strictObject({
  elder,
  age: z.int(),
  kinships: z.array(kinship),
  unreadable: z.array(z.string()),
});
export type ElderView = z.infer<typeof elderView>;

const kinParams = z.strictObject({ elderId, personId });

export const registerElder = route({
  name: 'registerElder',
  method: 'POST',
  path: '/api/elders',
  summary: 'Register an elder; a family member who does so is proposed as kin and waits for consent.',
  access: ['family', 'coordinator'],
  relation: 'region',
  audit: 'elder.registered',
  body: z.strictObject({ commandId, elder: elderDetails, relation: relation.optional() }),
  reply: elderView,
  refusals: ['region_unknown', 'region_outside', 'position_outside_region'],
});
export const listElders = route({
  name: 'listElders',
  method: 'GET',
  path: '/api/elders',
  summary: "Family: one's own elders; coordinator and social worker: those of the region; elder: oneself.",
  access: ['family', 'coordinator', 'social_worker', 'elder'],
  relation: 'self',
  audit: 'elders.listed',
  query: z.strictObject({ villageCode: villageCode.optional(), after: opaque(400).optional() }),
  reply: z.strictObject({
    elders: z.array(elderCard),
    unreadable: z.array(z.string()),
    next: z.string().optional(),
  }),
  refusals: ['region_outside'],
});
export const readElder = route({
  name: 'readElder',
  method: 'GET',
  path: '/api/elders/{elderId}',
  summary: 'Everything of an elder.',
  access: ['family', 'coordinator', 'elder'],
  relation: 'kin-or-region',
  audit: 'elder.read',
  params: z.strictObject({ elderId }),
  reply: elderView,
  refusals: [],
});
export const changeElder = route({
  name: 'changeElder',
  method: 'POST',
  path: '/api/elders/{elderId}',
  summary: 'Change what can be said of an elder; only the fields given.',
  access: ['family', 'coordinator'],
  relation: 'kin-or-region',
  audit: 'elder.changed',
  params: z.strictObject({ elderId }),
  body: z.strictObject({ commandId, changes: elderDetails.unwrap().omit({ villageCode: true }).partial() }),
  reply: elderView,
  refusals: ['position_outside_region'],
});
export const proposeKinship = route({
  name: 'proposeKinship',
  method: 'POST',
  path: '/api/kinships',
  summary: "Ask to be linked as family by the six digits on the elder's card.",
  access: ['family'],
  relation: 'none',
  audit: 'kinship.proposed',
  body: z.strictObject({ commandId, cardCode, relation }),
  reply: kinship,
  refusals: ['card_code_unknown', 'kinship_exists'],
});
export const listKinships = route({
  name: 'listKinships',
  method: 'GET',
  path: '/api/kinships',
  summary: "Kinships that wait for consent: in the coordinator's region, or the elder's own.",
  access: ['coordinator', 'elder'],
  relation: 'region',
  audit: 'kinships.listed',
  query: z.strictObject({ regionCode: regionCode.optional() }),
  reply: z.strictObject({ kinships: z.array(kinship), unreadable: z.array(z.string()) }),
  refusals: ['region_outside'],
});
export const consentToKinship = route({
  name: 'consentToKinship',
  method: 'POST',
  path: '/api/elders/{elderId}/kinships/{personId}/consent',
  summary: 'The elder consents, alone or before the coordinator as witness.',
  access: ['coordinator', 'elder'],
  relation: 'region',
  audit: 'kinship.consented',
  params: kinParams,
  body: z.strictObject({
    commandId,
    /** `elder` when the elder says so on their own phone, `coordinator` when said before the coordinator. */
    witness,
    how: line(200),
  }),
  reply: kinship,
  refusals: ['kinship_closed', 'witness_not_you', 'witness_is_kin'],
});
export const withdrawKinship = route({
  name: 'withdrawKinship',
  method: 'POST',
  path: '/api/elders/{elderId}/kinships/{personId}/withdraw',
  summary: 'Refuse or end a kinship at once: by the elder, the coordinator, or the family member themself.',
  access: ['family', 'coordinator', 'elder'],
  relation: 'kin-or-region',
  audit: 'kinship.withdrawn',
  params: kinParams,
  body: z.strictObject({ commandId, reason: paragraph(200) }),
  reply: kinship,
  refusals: ['kinship_closed'],
});
