import { type CallId, type PersonId, personId, type VisitId } from '@shared/kernel/ids';
import { instant } from '@shared/kernel/instant';
import { memberOf, type VideoCall } from '@shared/video-calls/video-call';
import { clockText } from '@shared/visits/sentence';
import * as z from 'zod';
import { personItem, personKey } from '../identity/items';
import { elderItem, elderKey } from '../people/items';
import type { Deps } from '../platform/deps';
import { create, itemKind } from '../table/port';
import { callItem, callKey } from '../video-calls/items';
import { witnessAskItem, witnessAskKey } from '../visits/items';
import type { Telephone } from './telephone';

const sentText = z.strictObject({ about: z.string().min(1).max(120), personId, at: instant });
/** That somebody was sent a text: created first, so that a record of the stream that comes twice sends one. */
const sentTextItem = itemKind({
  name: 'SentText',
  schema: sentText,
  key: (t) => ({ pk: `TEXT#${t.about}`, sk: t.personId }),
});

type Text = Telephone['text'];

/** At most once, to whoever has a number; what it is about is found in the app either way. */
async function textOnce(deps: Deps, text: Text, about: string, to: PersonId, words: string): Promise<void> {
  const person = await deps.table.get(personItem, personKey(to));
  const phone = person?.value.phone;
  if (phone === undefined) return;
  const claim = create(sentTextItem, { about, personId: to, at: deps.clock() });
  if ((await deps.table.commit([claim])).ok) await text(phone, `【暖邻】${words}`);
}

/** Relatives whose phone rang in vain; who was there, or said no, knows of it. */
const missedBy = (c: VideoCall): PersonId[] =>
  c.members.flatMap((m) =>
    m.as === 'family' && m.key !== c.invitedBy && m.presence.length === 0 && m.declinedAt === undefined
      ? [m.key as PersonId]
      : [],
  );

/**
 * A child who missed the elder's call learns of it by a text: the inbox waits until somebody opens it. It goes out at
 * night too, since the call itself has just rung.
 */
export async function tellMissedCall(deps: Deps, text: Text, callId: CallId): Promise<void> {
  const stored = await deps.table.get(callItem, callKey(callId));
  if (stored?.value.status !== 'missed') return;
  const call = stored.value;
  const caller = memberOf(call, call.invitedBy);
  if (caller === undefined || caller.as === 'family') return;
  const words = `${caller.name} ${clockText(call.invitedAt)} 打视频找您，没有接到。打开暖邻就能回过去。`;
  for (const to of missedBy(call)) await textOnce(deps, text, callId, to, words);
}

/** Whoever was named as witness may not have the app open: without their word the visit is shown less well. */
export async function tellWitness(
  deps: Deps,
  text: Text,
  { visitId, side }: { readonly visitId: VisitId; readonly side: string },
): Promise<void> {
  const ask = await deps.table.get(witnessAskItem, witnessAskKey(visitId, side));
  if (ask === undefined || ask.value.answeredAt !== undefined) return;
  const { personId: to, helperName, elderId, askedAt } = ask.value;
  const elder = await deps.table.get(elderItem, elderKey(elderId));
  const whose = elder?.value.callName ?? '老人';
  const words = `${helperName}说 ${clockText(askedAt)} 在${whose}家，请您作证。打开暖邻答一句就行。`;
  await textOnce(deps, text, `${visitId}.${side}`, to, words);
}
