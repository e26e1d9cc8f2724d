import { isBefore } from '@shared/kernel/instant';
import { callSentence } from '@shared/video-calls/sentence';
import {
  isOpen,
  isPresent,
  type Member,
  type MemberKey,
  memberOf,
  secondsOf,
  type VideoCall,
} from '@shared/video-calls/video-call';
import type { CallAct, CallCard, CallView } from '@shared/video-calls/video-calls.contract';
import { isUnderWay } from '@shared/visits/visit';
import { personItem, personKey } from '../identity/items';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';
import { visitItem, visitKey } from '../visits/items';

function actsOf(c: VideoCall, me: Member, rings: boolean): CallAct[] {
  if (!isOpen(c)) return ['call_back'];
  if (isPresent(me)) return ['leave'];
  if (c.invitedBy === me.key) return ['join', 'leave'];
  return rings ? ['join', 'decline'] : ['join'];
}

export function cardOf(deps: Pick<Deps, 'clock'>, c: VideoCall, key: MemberKey): CallCard {
  const me = memberOf(c, key);
  if (me === undefined) throw new Error('a card is for a member');
  const called = c.invitedBy !== key && me.presence.length === 0;
  const rings =
    called &&
    me.declinedAt === undefined &&
    (c.status === 'joined' || (c.status === 'invited' && isBefore(deps.clock(), c.ringsUntil)));
  return {
    callId: c.callId,
    elderId: c.elderId,
    callName: c.callName,
    ...(c.visitId === undefined ? {} : { visitId: c.visitId }),
    status: c.status,
    medium: c.medium,
    mine: key,
    rings,
    missed: called && c.status === 'missed',
    seen: me.seenAt !== undefined,
    caller: memberOf(c, c.invitedBy)?.name ?? '',
    members: c.members.map((m) => ({
      key: m.key,
      name: m.name,
      as: m.as,
      present: isPresent(m),
      declined: m.declinedAt !== undefined,
      seconds: secondsOf(m),
    })),
    invitedAt: c.invitedAt,
    ...('startedAt' in c ? { startedAt: c.startedAt } : {}),
    ...('endedAt' in c ? { endedAt: c.endedAt } : {}),
    sentence: callSentence(c, key),
    can: actsOf(c, me, rings),
  };
}

/**
 * The number to telephone instead. Whoever may know the elder's learns it here too, a helper while the visit lasts
 * (truth 8); the elder learns the number of the relative who is in the call.
 */
async function phoneFor(deps: Deps, c: VideoCall, me: Member): Promise<string | undefined> {
  if (me.as === 'elder') {
    const relative = c.members.find(({ as }) => as === 'family' || as === 'coordinator');
    const person = relative && (await deps.table.get(personItem, personKey(relative.key)));
    return person?.value.phone;
  }
  if (me.as === 'helper') {
    const visit = c.visitId && (await deps.table.get(visitItem, visitKey(c.visitId)));
    if (!visit || !isUnderWay(visit.value)) return undefined;
  }
  return (await deps.table.get(elderItem, elderKey(c.elderId)))?.value.phone;
}

export async function viewOf(deps: Deps, c: VideoCall, me: Member): Promise<CallView> {
  const phone = await phoneFor(deps, c, me);
  return { ...cardOf(deps, c, me.key), ...(phone === undefined ? {} : { phone }) };
}
