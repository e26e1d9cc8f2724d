import type { CallId } from '@shared/kernel/ids';
import { BEAT_SECONDS, videoPush } from '@shared/video-calls/signal';
import {
  declineVideoCall,
  leaveVideoCall,
  readVideoCall,
  seeVideoCall,
} from '@shared/video-calls/video-calls.contract';
import { useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { command, type Failure, useQuery } from '@/platform';
import { speak, type Voice } from '@/platform/live';
import { type Line, noView } from './line';
import { openLine, type Trouble } from './open-line';

const readPush = (data: unknown) => {
  if (typeof data !== 'string') return undefined;
  try {
    return videoPush.safeParse(JSON.parse(data)).data;
  } catch {
    // A frame of something newer is nothing to a call.
    return undefined;
  }
};

/** One call on this phone: coming in, being there, and leaving, whatever carries it. */
export function useCall(callId: CallId) {
  const query = useQuery(
    readVideoCall,
    { params: { callId } },
    { when: (changed) => changed.callId === undefined || changed.callId === callId },
  );
  const [line, setLine] = useState<Line>();
  const [coming, setComing] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [failure, setFailure] = useState<Failure>();
  const [silent, setSilent] = useState(false);
  const [, draw] = useState(0);
  const voice = useRef<Voice>();
  const current = useRef<Line>();
  const { data, refresh } = query;

  const unseen = data?.missed && !data.seen;
  useEffect(() => {
    // Opened is seen; where saying so does not work the inbox points at it once more, and no word is worth it.
    if (unseen) void command(`see ${callId}`, seeVideoCall, { params: { callId }, body: {} });
  }, [callId, unseen]);

  const stop = useCallback(() => {
    voice.current?.stop();
    current.current?.close();
    voice.current = undefined;
    current.current = undefined;
    setLine(undefined);
  }, []);

  const join = async (): Promise<void> => {
    if (data === undefined || coming || current.current !== undefined) return;
    setComing(true);
    setTrouble(undefined);
    setFailure(undefined);
    const opened = await openLine(data, {
      say: (to, signal) => voice.current?.say({ action: 'video', callId, type: 'signal', to, signal }),
      changed: () => draw((n) => n + 1),
    });
    setComing(false);
    if (opened.ok) {
      current.current = opened.line;
      setLine(opened.line);
    } else if ('trouble' in opened) setTrouble(opened.trouble);
    else setFailure(opened.failure);
    await refresh();
  };

  const leave = useCallback(async (): Promise<void> => {
    stop();
    const answer = await command(`leave ${callId}`, leaveVideoCall, { params: { callId }, body: {} });
    // Who was out already has nothing to be told.
    if (!answer.ok && answer.failure.kind !== 'refused') setFailure(answer.failure);
    await refresh();
  }, [callId, refresh, stop]);

  const decline = async (): Promise<void> => {
    const answer = await command(`decline ${callId}`, declineVideoCall, { params: { callId }, body: {} });
    setFailure(answer.ok ? undefined : answer.failure);
    await refresh();
  };

  // While this phone is in the call it says so, and hears what the others' phones have to say.
  useEffect(() => {
    if (line === undefined) return;
    let begun = false;
    const speaking = speak({
      onFrame: (frame) => {
        const push = readPush(frame);
        if (push?.callId === callId) line.hear(push);
      },
      onOpen: () => {
        // Said in the next moment, when the voice that says it is there.
        setTimeout(() => {
          voice.current?.say({ action: 'video', callId, type: 'ready', fresh: !begun });
          begun = true;
          line.reached();
        }, 0);
      },
    });
    voice.current = speaking;
    const beat = setInterval(
      () => speaking.say({ action: 'video', callId, type: 'beat' }),
      BEAT_SECONDS * 1000,
    );
    return () => {
      clearInterval(beat);
      speaking.stop();
    };
  }, [line, callId]);

  const present = data?.members.flatMap(({ key, present: here }) => (here ? [key] : [])).join(' ');
  useEffect(() => {
    if (present !== undefined) current.current?.present(present.split(' ') as never[]);
  }, [present]);

  const over = data !== undefined && data.status !== 'invited' && data.status !== 'joined';
  useEffect(() => {
    if (over) stop();
  }, [over, stop]);

  // Going back is hanging up: nobody stays in a call that they cannot see.
  useUnload(() => {
    if (current.current !== undefined) void leave();
  });

  return {
    query,
    over,
    coming,
    trouble,
    failure,
    silent,
    inCall: line !== undefined,
    view: line?.view() ?? noView,
    join,
    leave,
    decline,
    mute: () => {
      line?.mute(!silent);
      setSilent(!silent);
    },
    turn: () => line?.turnCamera(),
  };
}
export type Calling = ReturnType<typeof useCall>;
