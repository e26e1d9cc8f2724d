import * as z from 'zod';
import { madeFile } from '../kernel/file';
import { briefId, caseId, elderId, groupId } from '../kernel/ids';
import { route } from '../kernel/route';

/**
 * What can be printed. A route of any room stands here, since one function prints for all of them; what is on the
 * paper is built in the room itself (docs/decisions/013-documents.md).
 */
export const printTimeStatement = route({
  name: 'printTimeStatement',
  method: 'GET',
  path: '/api/documents/time-bank-statement',
  summary: 'The statement of a time account on paper, with the story behind each line: a PDF in base64.',
  access: ['family', 'volunteer', 'provider', 'elder'],
  relation: 'kin',
  audit: 'time-bank.statement.printed',
  query: z.strictObject({ elderId: elderId.optional() }),
  reply: madeFile,
  refusals: [],
});

export const printGroupReport = route({
  name: 'printGroupReport',
  method: 'GET',
  path: '/api/documents/groups/{groupId}',
  summary: 'The report of a group on paper: sessions, attendance, minutes credited, before and after.',
  access: ['social_worker'],
  relation: 'group',
  audit: 'group.report.printed',
  params: z.strictObject({ groupId }),
  reply: madeFile,
  refusals: [],
});

export const printBrief = route({
  name: 'printBrief',
  method: 'GET',
  path: '/api/documents/briefs/{briefId}',
  summary: 'A brief to the county on paper, with its counts and the answers to it.',
  access: ['official', 'social_worker'],
  relation: 'region',
  audit: 'brief.printed',
  params: z.strictObject({ briefId }),
  reply: madeFile,
  refusals: [],
});

export const printCaseSummary = route({
  name: 'printCaseSummary',
  method: 'GET',
  path: '/api/documents/case-summary',
  summary: 'The closing summary of a case on paper; that it was read is recorded as any reading is.',
  access: ['social_worker'],
  relation: 'case',
  audit: 'case.summary.printed',
  query: z.strictObject({ caseId }),
  reply: madeFile,
  refusals: ['case_not_closed'],
});

export const printCodeCard = route({
  name: 'printCodeCard',
  method: 'GET',
  path: '/api/documents/code-card',
  summary:
    "The elder's code card on paper: the door code, and the lines that the elder reads out, in large type.",
  access: ['family', 'coordinator'],
  relation: 'kin-or-region',
  audit: 'code_card.printed',
  query: z.strictObject({ elderId }),
  reply: madeFile,
  refusals: ['card_not_valid'],
});
