import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { commandId, elderId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { helperRoles, type Role } from '../kernel/role';
import { route } from '../kernel/route';
import { paragraph } from '../kernel/text';
import { visitCard } from './card';
import { CARD_LINES } from './code-card';
import { shownVisit } from './visit';

const oneVisit = z.strictObject({ visitId });
const oneElder = z.strictObject({ elderId });
const changed = z.strictObject({ visit: shownVisit, sentence: spokenText });
const keepers: readonly Role[] = ['family', 'coordinator'];

/** How the card stands, without a number on it: those are on paper only. */
const cardState = z.strictObject({
  /** Absent while the elder has none. */
  card: z
    .strictObject({
      number: z.int(),
      madeAt: instant,
      madeBy: z.string(),
      left: z.int(),
      voidedAt: instant.optional(),
    })
    .optional(),
});
export type CardState = z.infer<typeof cardState>;

export const readCodeCard = route({
  name: 'readCodeCard',
  method: 'GET',
  path: '/api/elders/{elderId}/code-card',
  summary: "How the elder's code card stands: since when, by whom, and how many lines are left.",
  access: keepers,
  relation: 'kin-or-region',
  audit: 'code_card.read',
  params: oneElder,
  reply: cardState,
  refusals: [],
});

export const makeCodeCard = route({
  name: 'makeCodeCard',
  method: 'POST',
  path: '/api/elders/{elderId}/code-card',
  summary: 'A new code card with a new door code; the old card is void from that moment.',
  access: keepers,
  relation: 'kin-or-region',
  audit: 'code_card.make',
  params: oneElder,
  body: z.strictObject({ commandId }),
  reply: cardState,
  refusals: [],
});

export const voidCodeCard = route({
  name: 'voidCodeCard',
  method: 'POST',
  path: '/api/elders/{elderId}/code-card/void',
  summary: 'The card is lost, or somebody else has seen it: none of its numbers counts any more.',
  access: keepers,
  relation: 'kin-or-region',
  audit: 'code_card.void',
  params: oneElder,
  body: z.strictObject({ commandId }),
  reply: cardState,
  refusals: ['card_not_valid'],
});

export const sayByCard = route({
  name: 'sayByCard',
  method: 'POST',
  path: '/api/visits/{visitId}/elder-card',
  summary: 'The elder read a line of their card out, and it was typed in on the phone that was there.',
  access: helperRoles,
  relation: 'visit',
  audit: 'visit.elder_card',
  params: oneVisit,
  body: z.strictObject({
    commandId,
    at: instant,
    line: z.int().min(1).max(CARD_LINES),
    code: z.string().regex(/^\d{4}$/),
  }),
  reply: changed,
  refusals: [
    'card_not_valid',
    'card_line_used',
    'card_code_wrong',
    'codes_tried_out',
    'witness_is_helper',
    'witness_kin_of_helper',
    'busy_try_again',
    'elder_said_already',
    'visit_not_checked_out',
    'visit_already_answered',
  ],
});

export const listCallBacks = route({
  name: 'listCallBacks',
  method: 'GET',
  path: '/api/visits/call-backs',
  summary: 'Visits of the region that are over and that nobody of the household has answered, oldest first.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'visits.call_backs',
  reply: z.lazy(() =>
    z.strictObject({
      calls: z.array(
        z.strictObject({
          card: visitCard,
          phone: z.string().optional(),
          /** Whether family is linked that may answer as well. */
          hasFamily: z.boolean(),
        }),
      ),
      unreadable: z.array(z.string()),
    }),
  ),
  refusals: [],
});

export const callBack = route({
  name: 'callBack',
  method: 'POST',
  path: '/api/visits/{visitId}/call-back',
  summary: 'The coordinator has asked the elder: it was so, or it was not, and then it is disputed.',
  access: ['coordinator'],
  relation: 'region',
  audit: 'visit.call_back',
  params: oneVisit,
  body: z.strictObject({
    commandId,
    way: z.enum(['phone', 'in_person']),
    confirmed: z.boolean(),
    /** What the elder said; needed when it was not so. */
    note: paragraph(300),
  }),
  reply: changed,
  refusals: [
    'witness_is_helper',
    'witness_kin_of_helper',
    'elder_said_already',
    'visit_not_checked_out',
    'visit_already_answered',
  ],
});
