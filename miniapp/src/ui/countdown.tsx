import { type Instant, millisOf } from '@shared/kernel/instant';
import { Text } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { countdownName } from '../platform/amounts';
import { useNow } from './use-now';

interface CountdownProps {
  readonly until: Instant;
  /** Once, when nothing is left: refetch then. */
  readonly onEnd?: () => void;
  readonly prefix?: string;
}

/** 14:52 left to decide. */
export function Countdown({ until, onEnd, prefix = '' }: CountdownProps) {
  const left = millisOf(until) - millisOf(useNow(1000));
  const ended = useRef(false);
  const over = left <= 0;
  useEffect(() => {
    if (over && !ended.current) {
      ended.current = true;
      onEnd?.();
    }
  }, [over, onEnd]);
  return <Text className="nl-countdown">{`${prefix}${countdownName(left)}`}</Text>;
}

/** 00:42:10 since a moment: the clock of a visit. */
export function Elapsed({ since }: { readonly since: Instant }) {
  const seconds = Math.max(0, Math.floor((millisOf(useNow(1000)) - millisOf(since)) / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    <Text className="nl-elapsed">
      {`${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`}
    </Text>
  );
}
