import { View, VoipRoom } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { type Stream, show } from './rtc';

interface PictureProps {
  readonly stream: Stream;
  readonly own?: boolean;
}

/** Somebody's picture, and their voice with it. */
export function Picture({ stream, own = false }: PictureProps) {
  const host = useRef<unknown>();
  useEffect(() => {
    if (host.current) show(host.current, stream, own);
  }, [stream, own]);
  return <View className="call-host" ref={host as never} />;
}

interface WindowProps {
  readonly openid: string;
  readonly own: boolean;
  readonly front: boolean;
}

/** WeChat draws it itself; its attribute is `openid`, which Taro's types write otherwise. */
export const RoomWindow = ({ openid, own, front }: WindowProps) => (
  <VoipRoom
    {...{ openid }}
    mode={own ? 'camera' : 'video'}
    devicePosition={front ? 'front' : 'back'}
    objectFit="cover"
  />
);
