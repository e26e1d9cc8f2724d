import { countyOf } from '@shared/regions/region';
import { type DutyRecord, dutyRecord, isDue, type VisitDuty, visitDuty } from '@shared/visit-duty/duty';
import { type VillageMonth, villageMonth } from '@shared/visit-duty/rate';
import { type Warning, warning } from '@shared/visit-duty/warning';
import * as z from 'zod';
import { itemKind } from '../table/port';

export const dutiesPartition = (regionCode: string): string => `DUTIES#${countyOf(regionCode)}`;
export const dutyKey = (elderId: string) => ({ pk: `ELDER#${elderId}`, sk: 'DUTY' });
/** One for each elder; in the region's list and in the asked helper's as long as a visit is due. */
export const dutyItem = itemKind<VisitDuty>({
  name: 'VisitDuty',
  schema: visitDuty,
  key: (d) => dutyKey(d.elderId),
  indexes: (d) =>
    isDue(d)
      ? {
          byRegion: { pk: dutiesPartition(d.villageCode), sk: `${d.villageCode}#${d.dueOn}#${d.elderId}` },
          ...(d.helper
            ? { byPerson: { pk: `HELPER#${d.helper.helperId}`, sk: `DUTY#${d.dueOn}#${d.elderId}` } }
            : {}),
        }
      : {},
});

export const dutyRecordItem = itemKind<DutyRecord>({
  name: 'DutyRecord',
  schema: dutyRecord,
  key: (r) => ({ pk: `ELDER#${r.elderId}`, sk: `DUTYRECORD#${r.at}#${r.entryId}` }),
});

export const ratesPartition = (regionCode: string, month: string): string =>
  `VISITRATES#${countyOf(regionCode)}#${month}`;
export const villageMonthKey = (villageCode: string, month: string) => ({
  pk: `VISITRATE#${villageCode}`,
  sk: month,
});
export const villageMonthItem = itemKind<VillageMonth>({
  name: 'VillageMonth',
  schema: villageMonth,
  key: (r) => villageMonthKey(r.villageCode, r.month),
  indexes: (r) => ({ byRegion: { pk: ratesPartition(r.villageCode, r.month), sk: r.villageCode } }),
});

export const warningsPartition = (regionCode: string): string => `WARNINGS#${countyOf(regionCode)}`;
export const NEW_WARNINGS = 'DUE#WARNING';
export const warningKey = (id: string) => ({ pk: `WARNING#${id}`, sk: 'WARNING' });
/** `laid` says that every elder of the region has been looked at because of it; `laidTo`, up to which village so far. */
const storedWarning = z.strictObject({
  ...warning.shape,
  laid: z.boolean(),
  laidTo: z.string().optional(),
});
export type StoredWarning = z.infer<typeof storedWarning>;
export const warningItem = itemKind<StoredWarning>({
  name: 'WeatherWarning',
  schema: storedWarning,
  key: (w) => warningKey(w.warningId),
  indexes: (w) => ({
    byRegion: { pk: warningsPartition(w.regionCode), sk: `${w.to}#${w.warningId}` },
    ...(w.laid ? {} : { byDue: { pk: NEW_WARNINGS, sk: `${w.at}#${w.warningId}` } }),
  }),
});
export const warningOf = ({ laid: _, laidTo: __, ...rest }: StoredWarning): Warning => rest;
