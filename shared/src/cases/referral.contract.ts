import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { alertId, caseId, commandId, elderId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { helperRoles } from '../kernel/role';
import { route } from '../kernel/route';
import { line } from '../kernel/text';
import { urgency } from '../service-requests/request';
import { nextLook, referral } from './case-file';
import { caseKind } from './kind';

const oneElder = z.strictObject({ elderId });
const unreadable = z.array(z.string());
const workers = ['social_worker'] as const;

export const openCase = route({
  name: 'openCase',
  method: 'POST',
  path: '/api/cases',
  summary: 'A social worker opens a case and is responsible for it from now on.',
  access: workers,
  relation: 'region',
  audit: 'case.opened',
  body: z.lazy(() =>
    z.strictObject({
      commandId,
      elderId,
      kind: caseKind,
      source: referral.shape.source,
      text: line(500),
      visitId: visitId.optional(),
      urgency,
      next: nextLook,
    }),
  ),
  reply: z.lazy(() => z.strictObject({ caseId })),
  refusals: ['case_exists', 'case_next_past', 'case_next_too_far'],
});

export const referCase = route({
  name: 'referCase',
  method: 'POST',
  path: '/api/elders/{elderId}/referrals',
  summary:
    'Family, coordinator or the helper of a visit asks a social worker to look; the desk of the county has it in hand.',
  access: ['family', 'coordinator', ...helperRoles],
  relation: 'visit-or-kin-or-region',
  audit: 'case.referred',
  params: oneElder,
  /** An alert that is named says where it came from: an SOS, or readings far from usual. */
  body: z.lazy(() =>
    z.strictObject({
      commandId,
      kind: caseKind,
      text: line(500),
      visitId: visitId.optional(),
      alertId: alertId.optional(),
    }),
  ),
  reply: z.lazy(() => z.strictObject({ sentence: spokenText })),
  refusals: ['case_desk_missing'],
});

export const listNeeds = route({
  name: 'listNeeds',
  method: 'GET',
  path: '/api/elders/{elderId}/needs-noticed',
  summary: 'What helpers lately noticed at an elder: needs written down, low mood.',
  access: workers,
  relation: 'region',
  audit: 'needs.read',
  params: oneElder,
  reply: z.lazy(() =>
    z.strictObject({
      needs: z.array(z.strictObject({ visitId, at: instant, helperName: z.string(), text: z.string() })),
      unreadable,
    }),
  ),
  refusals: [],
});
