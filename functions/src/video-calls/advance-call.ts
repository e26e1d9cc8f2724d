import { advance, presentIn } from '@shared/video-calls/lifecycle';
import { isOpen, type VideoCall } from '@shared/video-calls/video-call';
import type { Deps } from '../platform/deps';
import { replace, type Stored } from '../table/port';
import { callItem, callKey, type Seat, seatItem, seatKey } from './items';
import { writesOfEnd } from './over';

/** Where those are who are in the call now. */
export async function seatsOf(deps: Deps, c: VideoCall): Promise<Stored<Seat>[]> {
  const found = await deps.table.getMany(
    seatItem,
    presentIn(c).map(({ key }) => seatKey(c.callId, key)),
  );
  return found.items.flatMap((each) => each ?? []);
}

/**
 * Does to one call what time alone does: who was not heard of is gone, and nobody rings for ever. Safe at any time and
 * any number of times; a call that somebody changed meanwhile is left for the next look.
 */
export async function advanceCall(deps: Deps, callId: string): Promise<'advanced' | 'nothing_due'> {
  const stored = await deps.table.get(callItem, callKey(callId));
  if (stored === undefined || !isOpen(stored.value)) return 'nothing_due';
  const seats = await seatsOf(deps, stored.value);
  const heard = new Map(seats.map(({ value }) => [value.member, value.heardAt]));
  const after = advance(stored.value, (key) => heard.get(key), deps.clock());
  if (after === undefined) return 'nothing_due';
  const committed = await deps.table.commit([
    replace(stored, after),
    ...writesOfEnd(deps, stored.value, after, 'system'),
  ]);
  return committed.ok ? 'advanced' : 'nothing_due';
}
