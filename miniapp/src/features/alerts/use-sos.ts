import { raiseAlert } from '@shared/alerts/alerts.contract';
import type { AlertId, ElderId } from '@shared/kernel/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { command, type Failure } from '@/platform';

const AGAIN_MILLIS = 10_000;

export interface Sos {
  readonly alertId: AlertId | undefined;
  readonly failure: Failure | undefined;
  readonly raise: () => Promise<void>;
}

/**
 * Raises an SOS and does not give up: what found no network goes again by itself, as the same command, until an
 * answer came or the page is left. `open` is the alert that is open already.
 */
export function useSos(elderId: ElderId | undefined, open: AlertId | undefined): Sos {
  const [alertId, setAlertId] = useState(open);
  const [failure, setFailure] = useState<Failure>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const raise = useCallback(async (): Promise<void> => {
    if (timer.current !== undefined) clearTimeout(timer.current);
    if (elderId === undefined) return setFailure({ kind: 'unreadable' });
    const answer = await command(`sos ${elderId}`, raiseAlert, { body: { elderId } });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) setAlertId(answer.value.alertId);
    else timer.current = setTimeout(() => void raise(), AGAIN_MILLIS);
  }, [elderId]);
  useEffect(
    () => () => {
      if (timer.current !== undefined) clearTimeout(timer.current);
    },
    [],
  );
  return { alertId, failure, raise };
}
