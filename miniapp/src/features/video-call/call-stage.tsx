import type { CallView } from '@shared/video-calls/video-calls.contract';
import { Text, View } from '@tarojs/components';
import { classes } from '@/ui/class-names';
import './video-call.scss';
import type { LineView } from './line';
import { Picture, RoomWindow } from './picture';

interface CallStageProps {
  readonly call: CallView;
  readonly view: LineView;
  readonly words: string;
  readonly front: boolean;
}

/** Faces as large as the screen allows; before there is a picture, the name. Below, in a sentence, how it stands. */
export function CallStage({ call, view, words, front }: CallStageProps) {
  const others = call.members.filter(({ key }) => key !== call.mine);
  const named = others.filter(({ present }) => present);
  const shownNames = (named.length > 0 ? named : others).map(({ name }) => name);
  const pictures = view.seen.filter(({ stream }) => stream.getTracks().length > 0);
  const rooms = view.openids.slice(1);
  const many = pictures.length + rooms.length > 1;
  return (
    <View className="call-stage">
      <View className={classes('call-faces', { 'call-faces--many': many })}>
        {pictures.map(({ key, stream }) => (
          <View key={key} className="call-face">
            <Picture stream={stream} />
          </View>
        ))}
        {rooms.map((openid) => (
          <View key={openid} className="call-face">
            <RoomWindow openid={openid} own={false} front={front} />
          </View>
        ))}
        {pictures.some(({ stream }) => stream.getVideoTracks().length > 0) || rooms.length > 0 ? null : (
          <View className="call-nobody">
            <Text className="call-nobody__sign">{shownNames[0]?.slice(0, 1)}</Text>
          </View>
        )}
      </View>
      {view.own ? (
        <View className="call-own">
          <Picture stream={view.own} own />
        </View>
      ) : null}
      {view.openids[0] ? (
        <View className="call-own">
          <RoomWindow openid={view.openids[0]} own front={front} />
        </View>
      ) : null}
      <View className="call-words">
        <Text className="call-words__names">{shownNames.join('、')}</Text>
        <Text className="call-words__state">{words}</Text>
      </View>
    </View>
  );
}
