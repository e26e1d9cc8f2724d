import { beijing } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { FEWEST_SHOWN, percentOf, type VillageMonth } from '@shared/visit-duty/rate';
import type { RateRow, listVisitRates as route } from '@shared/visit-duty/visit-rates.contract';
import { regionItem } from '../people/items';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { ratesPartition, villageMonthItem } from './items';

/** Lowest first. An official sees no village where fewer than five are counted, nor their part of the sum. */
export const listVisitRates: UseCase<typeof route> = async (deps, { actor, query }) => {
  const own = actor.grant.regionCode;
  if (own === undefined) return refuse('region_outside');
  const month = query.month ?? beijing(deps.clock()).day.slice(0, 7);
  const page = await deps.table.list(villageMonthItem, {
    index: 'byRegion',
    pk: ratesPartition(own, month),
    prefix: own,
  });
  const rows = page.items.map(({ value }) => value);
  const shown = actor.role === 'official' ? rows.filter((each) => each.difficult >= FEWEST_SHOWN) : rows;
  const regions = await deps.table.getMany(
    regionItem,
    shown.map(({ villageCode }) => ({ pk: `REGION#${villageCode}`, sk: 'REGION' })),
  );
  const villages = shown.map((row, index) => rowOf(row, regions.items[index]?.value.name ?? row.villageCode));
  const sum = (of: 'difficult' | 'difficultSeen' | 'home' | 'phone' | 'video' | 'missed') =>
    shown.reduce((total, each) => total + each[of], 0);
  const total = { difficult: sum('difficult'), difficultSeen: sum('difficultSeen') };
  return allow({
    month,
    villages: villages.sort((a, b) => (a.percent ?? 101) - (b.percent ?? 101)),
    few: rows.length - shown.length,
    total: {
      ...total,
      ...percentOf(total),
      home: sum('home'),
      phone: sum('phone'),
      video: sum('video'),
      missed: sum('missed'),
    },
    unreadable: keyTexts([...page.unreadable, ...regions.unreadable]),
  });
};

const rowOf = (
  { villageCode, elders, difficult, difficultSeen }: VillageMonth,
  villageName: string,
): RateRow => ({
  villageCode,
  villageName,
  elders,
  difficult,
  difficultSeen,
  ...percentOf({ difficult, difficultSeen }),
});
