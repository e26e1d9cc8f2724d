import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { caseId, commandId, elderId, groupId, interventionId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { line, paragraph } from '../kernel/text';
import { groupMember, memberWitness } from './member';

const oneGroup = z.strictObject({ groupId });
const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const answerGroup = route({
  name: 'answerGroup',
  method: 'POST',
  path: '/api/groups/{groupId}/members/{elderId}/answer',
  summary: "An elder's yes to a group, or no, or wish to leave it; alone or before a witness.",
  access: ['elder', 'coordinator', 'social_worker'],
  relation: 'kin-or-region',
  audit: 'group.answered',
  params: z.strictObject({ groupId, elderId }),
  body: z.lazy(() =>
    z.strictObject({
      commandId,
      answer: z.discriminatedUnion('yes', [
        z.strictObject({
          yes: z.literal(true),
          witness: memberWitness,
          how: line(200),
          shareWithFamily: z.boolean(),
        }),
        z.strictObject({ yes: z.literal(false), why: paragraph(200) }),
      ]),
    }),
  ),
  reply: groupMember,
  refusals: ['group_over', 'group_full', 'group_member_settled', 'witness_not_you'],
});

export const suggestMembers = route({
  name: 'suggestMembers',
  method: 'GET',
  path: '/api/groups/{groupId}/suggestions',
  summary: 'Elders of the village who may gain from this group, each with the reason.',
  access: workers,
  relation: 'group',
  audit: 'group.suggestions',
  params: oneGroup,
  reply: z.lazy(() =>
    z.strictObject({
      suggestions: z.array(
        z.strictObject({
          elderId,
          name: z.string(),
          callName: z.string(),
          reason: spokenText,
          of: z.strictObject({ caseId, interventionId }).optional(),
        }),
      ),
      /** The village has more elders than were looked at. */
      partial: z.boolean(),
      unreadable,
    }),
  ),
  refusals: [],
});

export const elderGroup = z.lazy(() =>
  z.strictObject({
    groupId,
    name: z.string(),
    themeName: spokenText,
    purpose: z.string(),
    state: spokenText,
    membership: z.enum(['invited', 'joined', 'declined', 'left']),
    placeName: z.string(),
    workerName: z.string(),
    next: z.strictObject({ startsAt: instant, title: z.string() }).optional(),
    came: z.int(),
    of: z.int(),
  }),
);
export type ElderGroup = z.infer<typeof elderGroup>;

export const listElderGroups = route({
  name: 'listElderGroups',
  method: 'GET',
  path: '/api/elders/{elderId}/groups',
  summary: 'The groups of an elder; the family sees those that the elder lets them see.',
  access: ['family', 'elder', 'coordinator', 'social_worker'],
  relation: 'kin-or-region',
  audit: 'elder.groups',
  params: z.strictObject({ elderId }),
  reply: z.lazy(() => z.strictObject({ groups: z.array(elderGroup), unreadable })),
  refusals: [],
});
