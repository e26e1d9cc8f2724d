import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { commandId, warningId } from '../kernel/ids';
import { day } from '../kernel/instant';
import type { Role } from '../kernel/role';
import { route } from '../kernel/route';
import { regionCode } from '../regions/region';
import { hazard, warning } from './warning';

const unreadable = z.array(z.string());
const guards: readonly Role[] = ['coordinator', 'social_worker'];

export const shownWarning = z.lazy(() =>
  z.strictObject({
    warningId,
    hazard,
    sentence: spokenText,
    regionName: z.string(),
    from: day,
    to: day,
    byName: z.string(),
    mayEnd: z.boolean(),
  }),
);
export type ShownWarning = z.infer<typeof shownWarning>;

export const listWarnings = route({
  name: 'listWarnings',
  method: 'GET',
  path: '/api/weather-warnings',
  summary: 'Weather warnings that hold or are to come for the region and what lies in it.',
  access: [...guards, 'official'],
  relation: 'region',
  audit: 'warnings.list',
  reply: z.lazy(() => z.strictObject({ warnings: z.array(shownWarning), today: day, unreadable })),
  refusals: [],
});

export const enterWarning = route({
  name: 'enterWarning',
  method: 'POST',
  path: '/api/weather-warnings',
  summary: 'Severe weather for a region and some days: whoever is at risk there is looked in on once more.',
  access: ['coordinator', 'official'],
  relation: 'region',
  audit: 'warning.enter',
  body: z.lazy(() => z.strictObject({ commandId, regionCode, hazard, from: day, to: day })),
  reply: warning,
  refusals: ['region_outside', 'region_unknown', 'time_order_invalid', 'warning_past', 'warning_too_long'],
});

export const endWarning = route({
  name: 'endWarning',
  method: 'POST',
  path: '/api/weather-warnings/{warningId}/end',
  summary: 'Entered by mistake, or the weather turned: no more extra visits because of it.',
  access: ['coordinator', 'official'],
  relation: 'region',
  audit: 'warning.end',
  params: z.strictObject({ warningId }),
  body: z.lazy(() => z.strictObject({ commandId })),
  reply: warning,
  refusals: ['warning_ended'],
});
