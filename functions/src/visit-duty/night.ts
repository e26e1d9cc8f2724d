import { beijing, type Instant, instantOf, isBefore, millisOf } from '@shared/kernel/instant';
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
/** Less than the minute after which the sweep comes again, so that no two look at the same elders. */
const SWEEP_MILLIS = 40_000;

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

interface Span {
  /** Whether the villages are counted for their monthly rate. */
  readonly count: boolean;
  /** The last village that has been looked at already. */
  readonly after?: string | undefined;
  /** From this moment on no other village is begun. */
  readonly until?: Instant;
}

/**
 * Every elder of a region, with those of one village together, since they come in the order of their codes. `upTo` is
 * the last village that was finished when the time was up; absent when everybody has been looked at.
 */
export async function reviewRegion(
  deps: Deps,
  regionCode: string,
  { count, after, until }: Span,
): Promise<Told & { readonly upTo?: string }> {
  const sum: Told = { looked: 0, due: 0, failed: 0 };
  const { warnings } = await warningsNow(deps, regionCode);
  const villages = new Map<string, VisitDuty[]>();
  const look = async (elder: Elder): Promise<void> => {
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
  };
  let village = after;
  let cursor: string | undefined;
  do {
    const page = await deps.table.list(elderItem, {
      index: 'byRegion',
      pk: `ELDERS#${countyOf(regionCode)}`,
      from: after === undefined ? regionCode : `${after}#~`,
      to: `${regionCode}~`,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    cursor = page.next;
    for (const elders of byVillage(page.items.map(({ value }) => value))) {
      const [first] = elders;
      const begins = first?.villageCode !== village;
      if (begins && village !== undefined && until !== undefined && !isBefore(deps.clock(), until))
        return { ...sum, upTo: village };
      village = first?.villageCode;
      for (let from = 0; from < elders.length; from += AT_ONCE)
        await Promise.all(elders.slice(from, from + AT_ONCE).map(look));
    }
  } while (cursor !== undefined);
  if (count) for (const [code, duties] of villages) await keepMonth(deps, code, duties);
  return sum;
}

/** Elders in their order, cut where another village begins. */
function byVillage(elders: readonly Elder[]): Elder[][] {
  const cut: Elder[][] = [];
  for (const elder of elders) {
    const last = cut.at(-1);
    if (last?.[0]?.villageCode === elder.villageCode) last.push(elder);
    else cut.push([elder]);
  }
  return cut;
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
    const told = await reviewRegion(deps, county, { count: true });
    sum.looked += told.looked;
    sum.due += told.due;
    sum.failed += told.failed;
  }
  return sum;
}

/**
 * Weather that was entered or called off just now: the elders of its region are looked at from the next minute on,
 * village by village. A whole county takes several of these minutes; each goes on where the one before left off.
 */
export async function layWarnings(deps: Deps): Promise<Told> {
  const sum: Told = { looked: 0, due: 0, failed: 0 };
  const page = await deps.table.list(warningItem, { index: 'byDue', pk: NEW_WARNINGS });
  const until = instantOf(millisOf(deps.clock()) + SWEEP_MILLIS);
  for (const { value } of page.items) {
    if (!isBefore(deps.clock(), until)) break;
    const told = await reviewRegion(deps, value.regionCode, { count: false, after: value.laidTo, until });
    sum.looked += told.looked;
    sum.due += told.due;
    sum.failed += told.failed;
    const stored = await deps.table.get(warningItem, warningKey(value.warningId));
    // Ended meanwhile: it is looked at once more, for the end.
    if (!stored || stored.value.ended?.at !== value.ended?.at) continue;
    const { laidTo: _, ...rest } = stored.value;
    if (told.upTo !== undefined) await deps.table.commit([replace(stored, { ...rest, laidTo: told.upTo })]);
    // With somebody who could not be looked at it begins again from the first village.
    else await deps.table.commit([replace(stored, { ...rest, laid: told.failed === 0 })]);
  }
  return sum;
}
