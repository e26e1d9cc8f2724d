import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { caseId, commandId, personId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { route } from '../kernel/route';
import { paragraph } from '../kernel/text';
import { caseFile } from './case-file';

const oneCase = z.strictObject({ caseId });
const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const answerTransfer = route({
  name: 'answerTransfer',
  method: 'POST',
  path: '/api/cases/{caseId}/transfer',
  summary: 'The colleague to whom a case was offered takes it, or leaves it where it is.',
  access: workers,
  relation: 'case',
  audit: 'case.transfer',
  params: oneCase,
  body: z.lazy(() => z.strictObject({ commandId, accept: z.boolean() })),
  reply: caseFile,
  refusals: ['case_not_open', 'case_transfer_none'],
});

export const signCase = route({
  name: 'signCase',
  method: 'POST',
  path: '/api/cases/{caseId}/sign',
  summary: 'A supervisor signs the plan or the evaluation; never their own.',
  access: workers,
  relation: 'case',
  audit: 'case.signed',
  params: oneCase,
  body: z.lazy(() =>
    z.strictObject({ commandId, under: z.enum(['plan', 'evaluation']), note: paragraph(300) }),
  ),
  reply: caseFile,
  refusals: [
    'case_not_supervisor',
    'case_sign_off_own',
    'case_step_not_next',
    'case_consent_missing',
    'case_not_open',
  ],
});

export const listReadings = route({
  name: 'listReadings',
  method: 'GET',
  path: '/api/cases/{caseId}/readings',
  summary: 'Who has opened this case file, newest first; for supervisors.',
  access: workers,
  relation: 'case',
  audit: 'case.readings',
  params: oneCase,
  reply: z.lazy(() =>
    z.strictObject({
      readings: z.array(z.strictObject({ at: instant, byName: z.string(), role: spokenText })),
      unreadable,
    }),
  ),
  refusals: ['case_not_supervisor'],
});

export const listColleagues = route({
  name: 'listColleagues',
  method: 'GET',
  path: '/api/cases/colleagues',
  summary: 'The social workers of the county, to hand a case to or work on it with.',
  access: workers,
  relation: 'self',
  audit: 'cases.colleagues',
  reply: z.lazy(() =>
    z.strictObject({
      colleagues: z.array(
        z.strictObject({ personId, name: z.string(), supervises: z.boolean(), desk: z.boolean() }),
      ),
    }),
  ),
  refusals: [],
});

export const setCaseDesk = route({
  name: 'setCaseDesk',
  method: 'PUT',
  path: '/api/cases/desk',
  summary: 'A supervisor says who of the county takes what is referred.',
  access: workers,
  relation: 'region',
  audit: 'cases.desk',
  body: z.lazy(() => z.strictObject({ commandId, personId })),
  reply: z.lazy(() => z.strictObject({ personId })),
  refusals: ['case_not_supervisor'],
});
