import { type Assessment, assessment } from '@shared/assessments/assessment';
import { countyOf } from '@shared/regions/region';
import { itemKind } from '../table/port';

/** What waits for a second assessor, by county and village. */
export const secondPartition = (regionCode: string): string => `ASSESSMENTS#${countyOf(regionCode)}`;

export const assessmentKey = (id: string) => ({ pk: `ASSESSMENT#${id}`, sk: 'ASSESSMENT' });
export const assessmentItem = itemKind<Assessment>({
  name: 'Assessment',
  schema: assessment,
  key: ({ assessmentId }) => assessmentKey(assessmentId),
  indexes: (a) => ({
    byElder: { pk: `ELDER#${a.elderId}`, sk: `ASSESSMENT#${a.startedAt}#${a.assessmentId}` },
    ...(a.status === 'second'
      ? {
          byRegion: {
            pk: secondPartition(a.villageCode),
            sk: `${a.villageCode}#${a.submittedAt}#${a.assessmentId}`,
          },
        }
      : {}),
  }),
});
