import * as z from 'zod';
import { briefId, commandId, programmeId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { brief, briefWords } from './brief';
import { evidence } from './evidence';

const oneProgramme = z.strictObject({ programmeId });
const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const readEvidence = route({
  name: 'readEvidence',
  method: 'GET',
  path: '/api/programmes/{programmeId}/evidence',
  summary: 'What the region lacks, as counts of elders by village; under five only that there are fewer.',
  access: workers,
  relation: 'region',
  audit: 'programme.evidence',
  params: oneProgramme,
  reply: z.lazy(() => z.strictObject({ evidence, partial: z.boolean(), unreadable: z.int() })),
  refusals: [],
});

export const sendBrief = route({
  name: 'sendBrief',
  method: 'POST',
  path: '/api/programmes/{programmeId}/briefs',
  summary: 'Sends a brief to the officials of the county, with the counts as they are now.',
  access: workers,
  relation: 'region',
  audit: 'brief.sent',
  params: oneProgramme,
  body: z.lazy(() => z.strictObject({ commandId, words: briefWords })),
  reply: z.lazy(() => z.strictObject({ briefId })),
  refusals: ['group_not_yours', 'group_over', 'brief_evidence_empty'],
});

export const briefView = z.lazy(() =>
  z.strictObject({
    brief: z.strictObject({ ...brief.omit({ sentBy: true, answers: true }).shape }),
    sentByName: z.string(),
    answers: z.array(z.strictObject({ byName: z.string(), at: instant, text: z.string() })),
    mayAnswer: z.boolean(),
  }),
);
export type BriefView = z.infer<typeof briefView>;

export const listBriefs = route({
  name: 'listBriefs',
  method: 'GET',
  path: '/api/briefs',
  summary: 'Briefs that were sent in the region, newest first.',
  access: ['official', 'social_worker'],
  relation: 'self',
  audit: 'briefs.list',
  reply: z.lazy(() =>
    z.strictObject({
      briefs: z.array(
        z.strictObject({
          briefId,
          title: z.string(),
          regionName: z.string(),
          sentAt: instant,
          answers: z.int(),
        }),
      ),
      unreadable,
    }),
  ),
  refusals: [],
});

export const readBrief = route({
  name: 'readBrief',
  method: 'GET',
  path: '/api/briefs/{briefId}',
  summary: 'One brief with its counts and the answers to it.',
  access: ['official', 'social_worker'],
  relation: 'region',
  audit: 'brief.read',
  params: z.strictObject({ briefId }),
  reply: briefView,
  refusals: [],
});

export const answerBrief = route({
  name: 'answerBrief',
  method: 'POST',
  path: '/api/briefs/{briefId}/answers',
  summary: 'An official says what the county will do.',
  access: ['official'],
  relation: 'region',
  audit: 'brief.answered',
  params: z.strictObject({ briefId }),
  body: z.lazy(() => z.strictObject({ commandId, text: line(500) })),
  reply: z.lazy(() => z.strictObject({ answers: z.int() })),
  refusals: ['case_too_many'],
});
