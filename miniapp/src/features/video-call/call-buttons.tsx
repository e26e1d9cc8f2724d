import { Text, View } from '@tarojs/components';
import { useLocale } from '@/i18n/use-text';
import { aria, Icon } from '@/ui';
import './video-call.scss';
import type { IconName } from '@/ui/icon';
import { useBusy } from '@/ui/use-busy';
import { videoCallText } from './video-call.text';

interface RoundProps {
  readonly icon: IconName;
  readonly kind: 'plain' | 'end' | 'answer' | 'on';
  readonly children: string;
  readonly onTap: () => unknown;
}

const Round = ({ icon, kind, children, onTap }: RoundProps) => {
  const { run } = useBusy(onTap);
  return (
    <View className={`call-round call-round--${kind}`} onClick={run} {...aria('button', children)}>
      <View className="call-round__disc">
        <Icon name={icon} />
      </View>
      <Text className="call-round__text">{children}</Text>
    </View>
  );
};

interface InCallProps {
  readonly silent: boolean;
  readonly onMute: () => void;
  readonly onHangUp: () => Promise<void>;
  readonly onTurn: () => unknown;
}

/** The large red one ends it; beside it what one needs in between. */
export function InCallButtons({ silent, onMute, onHangUp, onTurn }: InCallProps) {
  const t = videoCallText[useLocale()];
  return (
    <View className="call-buttons">
      <Round icon="voice" kind={silent ? 'on' : 'plain'} onTap={onMute}>
        {silent ? t.unmute : t.mute}
      </Round>
      <Round icon="phone" kind="end" onTap={onHangUp}>
        {t.hangUp}
      </Round>
      <Round icon="repeat" kind="plain" onTap={onTurn}>
        {t.turn}
      </Round>
    </View>
  );
}

interface RingingProps {
  readonly onAnswer: () => Promise<void>;
  readonly onNotNow: () => Promise<void>;
}

export function RingingButtons({ onAnswer, onNotNow }: RingingProps) {
  const t = videoCallText[useLocale()];
  return (
    <View className="call-buttons">
      <Round icon="close" kind="end" onTap={onNotNow}>
        {t.notNow}
      </Round>
      <Round icon="video" kind="answer" onTap={onAnswer}>
        {t.answer}
      </Round>
    </View>
  );
}
