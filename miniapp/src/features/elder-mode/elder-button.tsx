import { Text, View } from '@tarojs/components';
import { aria } from '@/ui';
import './elder-mode.scss';

interface ElderButtonProps {
  readonly kind: 'company' | 'help' | 'sos';
  readonly children: string;
  readonly onTap: () => void;
}

/** A third of the screen, white on dark: for eyes and hands that have grown old. */
export const ElderButton = ({ kind, children, onTap }: ElderButtonProps) => (
  <View className={`elder-button elder-button--${kind}`} onClick={onTap} {...aria('button', children)}>
    <Text>{children}</Text>
  </View>
);
