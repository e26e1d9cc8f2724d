import { beijing } from '@shared/kernel/instant';
import type { Elder } from '@shared/people/elder';
import { countyOf } from '@shared/regions/region';
import { isDue, type VisitDuty } from '@shared/visit-duty/duty';
import { countVillage } from '@shared/visit-duty/rate';
import { review } from '@shared/visit-duty/review';
import type { Warning } from '@shared/visit-duty/warning';
import { historyEntry } from '../history/items';
import { elderItem, regionItem } from '../people/items';
import type { Deps } from '../platform/deps';
import { logger } from '../platform/logger';
import { create, replace, type Write } from '../table/port';
import { dutyNow, factsOf, warningsNow } from './facts';
import { NEW_WARNINGS, villageMonthItem, villageMonthKey, warningItem, warningKey } from './items';

const ATTEMPTS = 3;
const AT_ONCE = 8;

export interface Told {
  looked: number;
  due: number;
  failed: number;
}

/** One elder, by everything known now. Somebody who records a visit meanwhile is not overwritten: it is looked at anew. */
async function reviewElder(deps: Deps, elder: Elder, warnings: readonly Warning[]): Promise<VisitDuty> {
  for (let tries = 1; ; tries += 1) {
    const [{ duty, stored, put }, facts] = await Promise.all([
      dutyNow(deps, elder),
      factsOf(deps, elder, warnings),
    ]);
    const next = review({ ...duty, villageCode: elder.villageCode }, facts, deps.clock());
    if (stored && JSON.stringify(next) === JSON.stringify(duty)) return duty;
    const committed = await deps.table.commit([put(next), ...told(deps, duty, next)]);
    if (committed.ok || tries >= ATTEMPTS) return next;
  }
}

function told(deps: Deps, before: VisitDuty, after: VisitDuty): Write[] {
  const subject = { kind: 'visit_duty' as const, id: after.elderId };
  const missed = (d: VisitDuty) => d.months.reduce((sum, each) => sum + each.missed, 0);
  const known = new Set(isDue(before) ? before.causes.map(({ code }) => code) : []);
  const fresh = isDue(after) ? after.causes.filter(({ code }) => !known.has(code)) : [];
  return [
    ...(fresh.length > 0
      ? [
          historyEntry(deps, 'system', {
            subject,
            action: 'duty_due',
            why: fresh.map(({ words }) => words.zh).join('、'),
          }),
        ]
      : []),
    ...(missed(after) > missed(before)
      ? [historyEntry(deps, 'system', { subject, action: 'duty_missed' })]
      : []),
  ];
}

/** Every elder of a region, with those of one village together, since they come in the order of their codes. */
export async function reviewRegion(deps: Deps, regionCode: string, count: boolean): Promise<Told> {
  const sum: Told = { looked: 0, due: 0, failed: 0 };
  const { warnings } = await warningsNow(deps, regionCode);
  const villages = new Map<string, VisitDuty[]>();
  let after: string | undefined;
  do {
    const page = await deps.table.list(elderItem, {
      index: 'byRegion',
      pk: `ELDERS#${countyOf(regionCode)}`,
      prefix: regionCode,
      ...(after === undefined ? {} : { after }),
    });
    after = page.next;
    for (let from = 0; from < page.items.length; from += AT_ONCE)
      await Promise.all(
        page.items.slice(from, from + AT_ONCE).map(async ({ value: elder }) => {
          sum.looked += 1;
          try {
            const duty = await reviewElder(deps, elder, warnings);
            if (isDue(duty)) sum.due += 1;
            villages.set(elder.villageCode, [...(villages.get(elder.villageCode) ?? []), duty]);
          } catch (error) {
            sum.failed += 1;
            logger.error('duty not reviewed', {
              elderId: elder.elderId,
              error: error instanceof Error ? error.name : 'unknown',
            });
          }
        }),
      );
  } while (after !== undefined);
  if (count) for (const [village, duties] of villages) await keepMonth(deps, village, duties);
  return sum;
}

/** Counted anew; a visit recorded in the same moment keeps its own count, and the next night puts it right. */
async function keepMonth(deps: Deps, village: string, duties: readonly VisitDuty[]): Promise<void> {
  const now = deps.clock();
  const month = beijing(now).day.slice(0, 7);
  const row = countVillage(village, month, duties, now);
  const old = await deps.table.get(villageMonthItem, villageMonthKey(village, month));
  await deps.table.commit([old ? replace(old, row) : create(villageMonthItem, row)]);
}

async function counties(deps: Deps): Promise<string[]> {
  const page = await deps.table.list(regionItem, { index: 'byRegion', pk: 'REGIONS#root' });
  return page.items.map(({ value }) => value.code);
}

export async function runNight(deps: Deps): Promise<Told> {
  const sum: Told = { looked: 0, due: 0, failed: 0 };
  for (const county of await counties(deps)) {
    const told = await reviewRegion(deps, county, true);
    sum.looked += told.looked;
    sum.due += told.due;
    sum.failed += told.failed;
  }
  return sum;
}

/** Weather that was entered or called off just now: the elders of its region are looked at within a minute. */
export async function layWarnings(deps: Deps): Promise<Told> {
  const sum: Told = { looked: 0, due: 0, failed: 0 };
  const page = await deps.table.list(warningItem, { index: 'byDue', pk: NEW_WARNINGS });
  for (const { value } of page.items) {
    const told = await reviewRegion(deps, value.regionCode, false);
    sum.looked += told.looked;
    sum.due += told.due;
    sum.failed += told.failed;
    const stored = await deps.table.get(warningItem, warningKey(value.warningId));
    // Ended meanwhile: it is looked at once more, for the end.
    if (stored && told.failed === 0 && stored.value.ended?.at === value.ended?.at)
      await deps.table.commit([replace(stored, { ...stored.value, laid: true })]);
  }
  return sum;
}
