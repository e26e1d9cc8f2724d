import * as z from 'zod';
import { serviceLabel } from '../catalogue/service-label';
import { spokenText } from '../history/history.contract';
import { commandId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { helperRoles, type Role } from '../kernel/role';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { exceptionCode } from './exception';
import { reasonCode, resolutionCode } from './resolution';
import { shownVisit } from './visit';
import { witness } from './witness';

const oneVisit = z.strictObject({ visitId });
const changed = z.strictObject({ visit: shownVisit, sentence: spokenText });
const unreadable = z.array(z.string());
const side = z.enum(['check_in', 'check_out']);
const witnesses: readonly Role[] = ['coordinator', ...helperRoles];

export const listWitnesses = route({
  name: 'listWitnesses',
  method: 'GET',
  path: '/api/visits/{visitId}/witnesses',
  summary: 'Whom the helper may name as witness: the coordinator and neighbours, never kin of the helper.',
  access: helperRoles,
  relation: 'visit',
  audit: 'visit.witnesses',
  params: oneVisit,
  reply: z.strictObject({ witnesses: z.array(witness), unreadable }),
  refusals: [],
});

/** What somebody is asked to speak for: no more of the elder than what neighbours call them. */
export const witnessAsk = z.strictObject({
  visitId,
  side,
  at: instant,
  helperName: z.string(),
  callName: z.string(),
  villageName: z.string(),
  service: serviceLabel,
});
export type WitnessAskCard = z.infer<typeof witnessAsk>;

export const listWitnessing = route({
  name: 'listWitnessing',
  method: 'GET',
  path: '/api/visits/witnessing',
  summary: 'Visits that I was named a witness of and have not spoken for so far.',
  access: witnesses,
  relation: 'self',
  audit: 'visits.witnessing',
  reply: z.strictObject({ asks: z.array(witnessAsk), unreadable }),
  refusals: [],
});

export const witnessVisit = route({
  name: 'witnessVisit',
  method: 'POST',
  path: '/api/visits/{visitId}/witness',
  summary: 'The witness says that it was so, or that it was not; the helper is told.',
  access: witnesses,
  relation: 'visit',
  audit: 'visit.witness',
  params: oneVisit,
  body: z.strictObject({
    commandId,
    side,
    seen: z.boolean(),
    /** Said by the witness: neither the helper nor of the helper's family. */
    notKin: z.literal(true),
  }),
  reply: z.strictObject({ sentence: spokenText }),
  refusals: [
    'witness_not_asked',
    'witness_is_helper',
    'witness_kin_of_helper',
    'witness_said_already',
    'visit_already_answered',
  ],
});

export const settleException = route({
  name: 'settleException',
  method: 'POST',
  path: '/api/visits/{visitId}/exceptions',
  summary: 'The coordinator settles what was out of the ordinary: why, what was done, and a sentence.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'visit.exception',
  params: oneVisit,
  body: z.strictObject({
    commandId,
    code: exceptionCode,
    at: z.enum(['check_in', 'check_out', 'visit']),
    reason: reasonCode,
    resolution: resolutionCode,
    note: line(300),
    /** When the helper left, where the check-out is missing. */
    until: instant.optional(),
  }),
  reply: changed,
  refusals: [
    'exception_not_there',
    'exception_settled',
    'resolution_does_not_fit',
    'exception_needs_end',
    'witness_is_helper',
    'witness_kin_of_helper',
    'visit_already_answered',
    'request_not_open',
  ],
});
