import { useEffect, useState } from 'react';
import { outbox } from './outbox';
import type { WaitingCommand } from './waiting';

/** Files go out beside the visit they belong to, so that nothing else waits for them. */
export const filesLane = (lane: string): string => `${lane} files`;

/** What waits on this phone, of one visit or of all; drawn again whenever something is kept or sent. */
export function useOutbox(lane?: string): readonly WaitingCommand[] {
  const [waiting, setWaiting] = useState(outbox.waiting);
  useEffect(() => outbox.onChange(() => setWaiting(outbox.waiting())), []);
  return lane === undefined
    ? waiting
    : waiting.filter((each) => each.lane === lane || each.lane === filesLane(lane));
}
