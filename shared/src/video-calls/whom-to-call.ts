import type { PersonId } from '../kernel/ids';
import { allow, type Result, refuse } from '../kernel/result';
import { type Member, MOST_MEMBERS } from './video-call';

/** Everybody around one elder whom a call may reach. */
export interface Around {
  readonly callName: string;
  /** The elder has a phone of their own that can take a call. */
  readonly ownPhone: boolean;
  /** Relatives to whom the elder has consented, first contact first. */
  readonly family: readonly { readonly personId: PersonId; readonly name: string }[];
  /** Who is with the elder now: the helper of a visit that is checked in. */
  readonly helperName?: string | undefined;
}

export type Caller =
  | { readonly as: 'elder' | 'helper' }
  | { readonly as: 'family' | 'coordinator'; readonly personId: PersonId; readonly name: string };

const nobodyYet = { presence: [] };

/** Whoever is at the elder's end: on the phone of the helper who is there, or on the elder's own. */
function atHome({ callName, ownPhone, helperName }: Around): Member[] {
  return [
    ...(helperName === undefined
      ? []
      : [{ key: 'helper' as const, name: helperName, as: 'helper' as const, ...nobodyYet }]),
    ...(ownPhone ? [{ key: 'elder' as const, name: callName, as: 'elder' as const, ...nobodyYet }] : []),
  ];
}

const relatives = (around: Around): Member[] =>
  around.family.map(({ personId, name }) => ({ key: personId, name, as: 'family', ...nobodyYet }));

/**
 * Who may be called by whom: whoever is at the elder's end calls the family; family and coordinator call the elder's
 * end. Relatives are not called by relatives, and nobody is called who is not of this elder's circle. The caller is
 * the first member.
 */
export function membersOfCall(caller: Caller, around: Around): Result<Member[]> {
  if (caller.as === 'family' || caller.as === 'coordinator') {
    const home = atHome(around);
    if (home.length === 0) return refuse('video_nobody_there');
    const { as, personId, name } = caller;
    return allow([{ key: personId, name, as, ...nobodyYet }, ...home]);
  }
  const own = atHome({ ...around, ownPhone: true }).find(({ as }) => as === caller.as);
  if (own === undefined) return refuse('video_visit_not_running');
  const family = relatives(around);
  if (family.length === 0) return refuse('video_nobody_to_call');
  return allow([own, ...family].slice(0, MOST_MEMBERS));
}
