import { countyOf } from '@shared/regions/region';
import { useSession } from '@/platform/session';

/** The county one acts for, by the role one has come in. */
export const useOwnCounty = (): string | undefined =>
  useSession((session) => {
    const held = session.signedIn?.person.grants.find((grant) => grant.role === session.role);
    return held?.regionCode === undefined ? undefined : countyOf(held.regionCode);
  });
