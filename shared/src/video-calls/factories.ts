import type { CallId, ElderId, HelperId, PersonId, VisitId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import type { Result } from '../kernel/result';
import { addSeconds, invite, join } from './lifecycle';
import type { Member, MemberKey, MemberPart, OpenCall } from './video-call';

/** Calls named after their states. The son calls, and at home are the helper of a visit and the elder's own phone. */
const idOf = (prefix: string, n: number): string => `${prefix}_${'0'.repeat(25)}${n}`;
export const CALLED = '2026-03-02T02:10:00.000Z' as Instant;
export const sonKey = idOf('person', 7) as PersonId;
export const at = (seconds: number): Instant => addSeconds(CALLED, seconds);

const someone = (key: MemberKey, name: string, as: MemberPart): Member => ({ key, name, as, presence: [] });
export const son = someone(sonKey, '王建国', 'family');
export const helper = someone('helper', '李桂芬', 'helper');
export const elder = someone('elder', '王大娘', 'elder');

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
};

export const ringing = (members: readonly Member[] = [son, helper, elder]): OpenCall =>
  invite(
    {
      callId: idOf('call', 1) as CallId,
      elderId: idOf('elder', 1) as ElderId,
      callName: '王大娘',
      medium: 'web',
      groupId: 'G'.repeat(32),
      visitId: idOf('visit', 1) as VisitId,
      helperId: idOf('helper', 1) as HelperId,
      personId: idOf('person', 3) as PersonId,
      members: [...members],
    },
    CALLED,
  );

/** The son is there after a second, the helper answers after ten. */
export const talking = (): OpenCall => must(join(must(join(ringing(), sonKey, at(1))), 'helper', at(10)));
