import { person } from '@shared/identity/person';
import { personaView } from '@shared/identity/persona';
import { roleGrant } from '@shared/identity/role-grant';
import { session } from '@shared/identity/session';
import { personId } from '@shared/kernel/ids';
import type { Role } from '@shared/kernel/role';
import { countyOf } from '@shared/regions/region';
import * as z from 'zod';
import { itemKind } from '../table/port';

/** The social workers of a county: nobody else is in this index. */
export const workersPartition = (regionCode: string): string => `WORKERS#${countyOf(regionCode)}`;

/** Coordinators of a county by the region they act for: whoever must be told of what happens there. */
export const coordinatorsPartition = (regionCode: string): string => `COORDINATORS#${countyOf(regionCode)}`;

export const personKey = (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'PERSON' });
export const personItem = itemKind({
  name: 'Person',
  schema: person,
  key: ({ personId }) => personKey(personId),
  indexes: ({ personId, grants }) => {
    const regionOf = (role: Role) => grants.find((each) => each.role === role)?.regionCode;
    const works = regionOf('social_worker');
    const coordinates = regionOf('coordinator');
    return {
      ...(works === undefined ? {} : { byRegion: { pk: workersPartition(works), sk: personId } }),
      ...(coordinates === undefined
        ? {}
        : { byPerson: { pk: coordinatorsPartition(coordinates), sk: `${coordinates}#${personId}` } }),
    };
  },
});

/** Makes a WeChat user one person and no more: created in the same transaction as the person. */
export const weChatLinkItem = itemKind({
  name: 'WeChatLink',
  schema: z.strictObject({ openid: z.string(), personId }),
  key: ({ openid }) => ({ pk: `WECHAT#${openid}`, sk: 'WECHAT' }),
});

export const sessionItem = itemKind({
  name: 'Session',
  schema: session,
  key: ({ sessionId }) => ({ pk: `SESSION#${sessionId}`, sk: 'SESSION' }),
  expiresAt: ({ expiresAt }) => expiresAt,
});

export const roleGrantItem = itemKind({
  name: 'RoleGrant',
  schema: roleGrant,
  key: ({ grantId }) => ({ pk: `GRANT#${grantId}`, sk: 'GRANT' }),
  indexes: (grant) =>
    grant.status === 'proposed'
      ? { byDue: { pk: 'ROLE_GRANTS', sk: `${grant.proposedAt}#${grant.grantId}` } }
      : {},
});

/** Who one may step in as on the local stage; written by the seed only. */
export const personaItem = itemKind({
  name: 'Persona',
  schema: z.strictObject({ ...personaView.shape, order: z.int(), personId }),
  key: ({ persona }) => ({ pk: 'PERSONAS', sk: persona }),
});
