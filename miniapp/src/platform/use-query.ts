import type { Instant } from '@shared/kernel/instant';
import type { ReplyOf } from '@shared/kernel/route';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnyRoute, type CallInput, call, type Failure } from './client';
import { now } from './clock';
import { inTurn } from './in-turn';
import { keepReply, keptReply } from './kept';
import { type Changed, onChanged } from './live';

export interface Query<T> {
  readonly data: T | undefined;
  /** Why the newest try brought nothing; with `data` present, that data is older than `updatedAt` says. */
  readonly failure: Failure | undefined;
  readonly offline: boolean;
  /** Nothing has ever come yet: draw the skeleton. */
  readonly loading: boolean;
  readonly refreshing: boolean;
  readonly updatedAt: Instant | undefined;
  readonly refresh: () => Promise<void>;
}

interface Loaded<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly failure: Failure | undefined;
  readonly updatedAt: Instant | undefined;
}

export interface QueryOptions {
  /** Fetch again when the server says that this changed; by default on every change. */
  readonly when?: (changed: Changed) => boolean;
  /** Keep the newest reply on the phone, so that the page stands without network even after a restart. */
  readonly keep?: boolean;
}

/**
 * Reads a route and keeps it fresh: on page show, when something changed, and on `refresh()`. `undefined` as input
 * means "not yet". What was read stays on the screen while the network is away.
 */
export function useQuery<R extends AnyRoute>(
  route: R,
  input: CallInput<R> | undefined,
  options: QueryOptions = {},
): Query<ReplyOf<R>> {
  const key = input === undefined ? '' : `${route.name} ${JSON.stringify(input)}`;
  const [loaded, setLoaded] = useState<Loaded<ReplyOf<R>>>();
  const [refreshing, setRefreshing] = useState(false);
  const latest = useRef({ key, input, ...options });
  latest.current = { key, input, ...options };
  const shown = useRef(true);
  const turns = useRef(inTurn());

  const refresh = useCallback(async () => {
    const asked = latest.current;
    if (asked.input === undefined) return;
    setRefreshing(true);
    const turn = turns.current.ask();
    const answer = await call(route, asked.input);
    // A slower answer to an older question must not overwrite the newer one.
    if (latest.current.key !== asked.key || !turns.current.counts(turn)) return;
    setRefreshing(false);
    if (answer.ok && latest.current.keep) keepReply(route, asked.input, answer.value);
    setLoaded((before) => {
      const kept = before?.key === asked.key ? before : undefined;
      return answer.ok
        ? { key: asked.key, data: answer.value, failure: undefined, updatedAt: now() }
        : { key: asked.key, data: kept?.data, failure: answer.failure, updatedAt: kept?.updatedAt };
    });
  }, [route]);

  useEffect(() => {
    const asked = latest.current;
    if (asked.input === undefined) return;
    const copy = asked.keep ? keptReply(route, asked.input) : undefined;
    if (copy !== undefined) setLoaded({ key, data: copy.data, failure: undefined, updatedAt: copy.at });
    void refresh();
  }, [key, route, refresh]);

  useDidShow(() => {
    // The first show belongs to the effect above; later shows come back from another page.
    if (!shown.current) void refresh();
    shown.current = true;
  });
  useDidHide(() => {
    shown.current = false;
  });

  useEffect(
    () =>
      onChanged((changed) => {
        if (shown.current && (latest.current.when?.(changed) ?? true)) void refresh();
      }),
    [refresh],
  );

  const current = loaded?.key === key ? loaded : undefined;
  return {
    data: current?.data,
    failure: current?.failure,
    offline: current?.failure?.kind === 'offline',
    loading: current === undefined,
    refreshing,
    updatedAt: current?.updatedAt,
    refresh,
  };
}
