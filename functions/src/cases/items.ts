import { type CaseFile, caseFile, isOpen } from '@shared/cases/case-file';
import {
  type CaseNote,
  type CaseReading,
  caseDesk,
  caseNote,
  caseReading,
  READINGS_KEPT_DAYS,
} from '@shared/cases/note';
import { addDays } from '@shared/kernel/instant';
import { countyOf } from '@shared/regions/region';
import { itemKind } from '../table/port';

/** Open cases of a county by the day they are due; closed ones lie beside, so that a caseload stays short. */
export const casesPartition = (regionCode: string, state: 'open' | 'over'): string =>
  `CASES#${state}#${countyOf(regionCode)}`;
/** A worker's open cases, soonest due first; one that is offered to somebody waits with them, too. */
export const caseloadPartition = (personId: string): string => `WORKER#${personId}`;

export const caseKey = (caseId: string) => ({ pk: `CASE#${caseId}`, sk: 'CASE' });
export const caseItem = itemKind<CaseFile>({
  name: 'CaseFile',
  schema: caseFile,
  key: ({ caseId }) => caseKey(caseId),
  indexes: (c) => ({
    byElder: { pk: `ELDER#${c.elderId}`, sk: `CASE#${c.openedAt}#${c.caseId}` },
    ...(isOpen(c)
      ? {
          byPerson: { pk: caseloadPartition(c.responsible), sk: `CASE#${c.next.on}#${c.caseId}` },
          byRegion: { pk: casesPartition(c.villageCode, 'open'), sk: `${c.villageCode}#${c.caseId}` },
          byDue: { pk: `DUE#CASE#${countyOf(c.villageCode)}`, sk: `${c.next.on}#${c.caseId}` },
        }
      : { byRegion: { pk: casesPartition(c.villageCode, 'over'), sk: `${c.villageCode}#${c.caseId}` } }),
  }),
});

export const noteItem = itemKind<CaseNote>({
  name: 'CaseNote',
  schema: caseNote,
  key: ({ caseId, words }) => ({ pk: `CASE#${caseId}`, sk: `NOTE#${words.entryId}` }),
});

/** Created with each reading, and gone after three years. */
export const readingItem = itemKind<CaseReading>({
  name: 'CaseReading',
  schema: caseReading,
  key: ({ caseId, at, entryId }) => ({ pk: `CASE#${caseId}`, sk: `READ#${at}#${entryId}` }),
  expiresAt: ({ at }) => addDays(at, READINGS_KEPT_DAYS),
});

export const deskKey = (regionCode: string) => ({ pk: `CASEDESK#${countyOf(regionCode)}`, sk: 'DESK' });
export const deskItem = itemKind({
  name: 'CaseDesk',
  schema: caseDesk,
  key: ({ regionCode }) => deskKey(regionCode),
});
