import { type Activity, activity } from '@shared/programmes/activity';
import { brief } from '@shared/programmes/brief';
import { type Programme, programme } from '@shared/programmes/programme';
import { resource } from '@shared/programmes/resource';
import { countyOf } from '@shared/regions/region';
import { itemKind } from '../table/port';

export const programmesPartition = (regionCode: string, state: 'going' | 'closed'): string =>
  `PROGRAMMES#${state}#${countyOf(regionCode)}`;
export const programmePk = (programmeId: string): string => `PROGRAMME#${programmeId}`;
export const programmeKey = (programmeId: string) => ({ pk: programmePk(programmeId), sk: 'PROGRAMME' });
/** Replaced with every change of an activity, so that one version guards the whole partition. */
export const programmeItem = itemKind<Programme>({
  name: 'Programme',
  schema: programme,
  key: ({ programmeId }) => programmeKey(programmeId),
  indexes: (p) => ({
    byRegion: {
      pk: programmesPartition(p.regionCode, p.status === 'closed' ? 'closed' : 'going'),
      sk: `${p.regionCode}#${p.programmeId}`,
    },
  }),
});

export const activityItem = itemKind<Activity>({
  name: 'ProgrammeActivity',
  schema: activity,
  key: ({ programmeId, activityId }) => ({ pk: programmePk(programmeId), sk: `ACTIVITY#${activityId}` }),
});

export const resourcesPartition = (regionCode: string): string => `RESOURCES#${countyOf(regionCode)}`;
export const resourceKey = (resourceId: string) => ({ pk: `RESOURCE#${resourceId}`, sk: 'RESOURCE' });
export const resourceItem = itemKind({
  name: 'CommunityResource',
  schema: resource,
  key: ({ resourceId }) => resourceKey(resourceId),
  indexes: (r) => ({
    byRegion: { pk: resourcesPartition(r.villageCode), sk: `${r.villageCode}#${r.resourceId}` },
  }),
});

export const briefsPartition = (regionCode: string): string => `BRIEFS#${countyOf(regionCode)}`;
export const briefKey = (briefId: string) => ({ pk: `BRIEF#${briefId}`, sk: 'BRIEF' });
export const briefItem = itemKind({
  name: 'Brief',
  schema: brief,
  key: ({ briefId }) => briefKey(briefId),
  indexes: (b) => ({
    byRegion: { pk: briefsPartition(b.regionCode), sk: `${b.sentAt}#${b.briefId}` },
  }),
});
