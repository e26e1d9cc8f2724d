import type { Instant } from '@shared/kernel/instant';
import { useEffect, useState } from 'react';
import { now } from '../platform/clock';

/** The phone's clock, read again every so often: each second for a countdown, each half minute for 刚刚. */
export function useNow(everyMillis = 30_000): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return at;
}
