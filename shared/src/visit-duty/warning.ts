import * as z from 'zod';
import { personId, warningId } from '../kernel/ids';
import { type Day, day, type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { role } from '../kernel/role';
import { line } from '../kernel/text';
import { regionCode } from '../regions/region';

export const hazard = z.enum(['snow', 'cold', 'wind', 'rain', 'heat']);
export type Hazard = z.infer<typeof hazard>;

/** 天气提醒: entered by a coordinator or official for a region and some days. Ended early it stays on record. */
export const warning = z.strictObject({
  warningId,
  regionCode,
  hazard,
  from: day,
  to: day,
  by: z.strictObject({ personId, role, name: line(20) }),
  at: instant,
  ended: z.strictObject({ by: personId, at: instant }).optional(),
});
export type Warning = z.infer<typeof warning>;

const MOST_DAYS = 14;
const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** Days that can be: not over already, not backwards, not weeks on end. */
export function checkDays({ from, to }: { readonly from: Day; readonly to: Day }, today: Day): Result<void> {
  if (to < from) return refuse('time_order_invalid', 'to');
  if (to < today) return refuse('warning_past', 'to');
  if (daysBetween(from, to) >= MOST_DAYS || daysBetween(today, from) >= MOST_DAYS)
    return refuse('warning_too_long', 'to');
  return allow(undefined);
}

export const endWarning = (w: Warning, by: Warning['by']['personId'], at: Instant): Result<Warning> =>
  w.ended ? refuse('warning_ended') : allow({ ...w, ended: { by, at } });
