import type { VisitId } from '@shared/kernel/ids';
import { readVisit } from '@shared/visits/visits.contract';
import { useEffect, useRef, useState } from 'react';
import { type Query, useOutbox, useQuery, type WaitingCommand } from '@/platform';
import { type WithWaiting, withWaiting } from './with-waiting';

/** The visit with what this phone has not sent yet laid over it; it opens without network once it was read. */
export function useVisit(visitId: VisitId): Query<WithWaiting> {
  const query = useQuery(readVisit, { params: { visitId } }, { keep: true });
  const waiting = useOutbox(visitId);
  const sent = useJustSent(waiting, query.updatedAt);
  const { refresh } = query;
  const left = useRef(waiting.length);
  useEffect(() => {
    if (waiting.length < left.current) void refresh();
    left.current = waiting.length;
  }, [waiting.length, refresh]);
  return { ...query, data: query.data && withWaiting(query.data, [...sent, ...waiting]) };
}

/** What has gone out since the visit was last read: shown until the next reading, so that nothing jumps back. */
function useJustSent(waiting: readonly WaitingCommand[], readAt: string | undefined) {
  const [before, setBefore] = useState(waiting);
  const [sent, setSent] = useState<readonly WaitingCommand[]>([]);
  if (before !== waiting && before.map(idOf).join() !== waiting.map(idOf).join()) {
    const still = new Set(waiting.map(idOf));
    setSent([...sent, ...before.filter((each) => !still.has(idOf(each)) && each.refused === undefined)]);
    setBefore(waiting);
  }
  useEffect(() => {
    if (readAt !== undefined) setSent([]);
  }, [readAt]);
  return sent;
}

const idOf = ({ commandId }: WaitingCommand): string => commandId;
