import { useEffect, useRef, useState } from 'react';

/** What a tap does; a promise it returns is waited for. */
export type Action = () => unknown;

/** Runs an action once at a time: a second tap while the first is under way does nothing. */
export function useBusy(action: Action | undefined): { busy: boolean; run: () => void } {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = () => {
    if (running.current || action === undefined) return;
    const outcome = action();
    if (!(outcome instanceof Promise)) return;
    running.current = true;
    setBusy(true);
    void outcome.finally(() => {
      running.current = false;
      if (mounted.current) setBusy(false);
    });
  };
  return { busy, run };
}
