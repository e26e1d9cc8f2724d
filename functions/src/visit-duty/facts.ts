import { addDays, beijing, type Day, type Instant } from '@shared/kernel/instant';
import type { Elder } from '@shared/people/elder';
import type { VisitDuty } from '@shared/visit-duty/duty';
import { type Crisis, type Facts, newDuty } from '@shared/visit-duty/review';
import { type Measured, type Risk, riskOf } from '@shared/visit-duty/risk';
import { visitRules } from '@shared/visit-duty/rules';
import type { Warning } from '@shared/visit-duty/warning';
import { alertItem } from '../alerts/items';
import { assessmentItem } from '../assessments/items';
import type { Deps } from '../platform/deps';
import { create, replace, type Stored, type Write } from '../table/port';
import { dutyItem, dutyKey, warningItem, warningOf, warningsPartition } from './items';

export async function riskNow(deps: Deps, elder: Elder, today: Day): Promise<Risk> {
  const page = await deps.table.list(assessmentItem, {
    index: 'byElder',
    pk: `ELDER#${elder.elderId}`,
    prefix: 'ASSESSMENT#',
  });
  const latest = new Map<string, Measured>();
  // Oldest first, so the last of a scale stays.
  for (const { value: each } of page.items)
    if (each.status === 'completed')
      latest.set(each.instrument.code, { code: each.instrument.code, result: each.result });
  return riskOf(elder, [...latest.values()], today);
}

async function crisesOf(deps: Deps, elderId: string, now: Instant): Promise<Crisis[]> {
  const page = await deps.table.list(alertItem, {
    index: 'byElder',
    pk: `ELDER#${elderId}`,
    from: `ALERT#${addDays(now, -visitRules.crisisDays - 1)}`,
    to: 'ALERT#~',
  });
  return page.items
    .map(({ value }) => value)
    .filter(({ kind, status }) => (kind === 'sos' || kind === 'vitals_unusual') && status !== 'false_alarm')
    .map(({ alertId, raisedAt }) => ({ alertId, raisedAt }));
}

export async function factsOf(deps: Deps, elder: Elder, warnings: readonly Warning[]): Promise<Facts> {
  const now = deps.clock();
  const [risk, crises] = await Promise.all([
    riskNow(deps, elder, beijing(now).day),
    crisesOf(deps, elder.elderId, now),
  ]);
  return { risk, livesAlone: elder.livesAlone, warnings, crises };
}

/** Warnings of a county that hold or are to come. */
export async function warningsNow(deps: Deps, regionCode: string) {
  const page = await deps.table.list(warningItem, {
    index: 'byRegion',
    pk: warningsPartition(regionCode),
    from: beijing(deps.clock()).day,
    to: '9999',
  });
  const warnings = page.items.map(({ value }) => warningOf(value)).filter((each) => !each.ended);
  return { warnings, unreadable: page.unreadable };
}

/** An elder's duty as it stands, and the write that puts another in its place. */
export interface DutyNow {
  readonly duty: VisitDuty;
  readonly stored: Stored<VisitDuty> | undefined;
  readonly put: (next: VisitDuty) => Write;
}
export async function dutyNow(deps: Deps, elder: Elder): Promise<DutyNow> {
  const stored = await deps.table.get(dutyItem, dutyKey(elder.elderId));
  if (stored) return { duty: stored.value, stored, put: (next) => replace<VisitDuty>(stored, next) };
  const today = beijing(deps.clock()).day;
  const duty = newDuty(elder, { risk: await riskNow(deps, elder, today) }, today);
  return { duty, stored: undefined, put: (next) => create(dutyItem, next) };
}
