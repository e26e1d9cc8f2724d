import { Text, View } from '@tarojs/components';
import { classes } from './class-names';
import { Icon, type IconName } from './icon';
import type { Tone } from './tone';

interface AvatarProps {
  /** The whole name; its first character stands in the circle. */
  readonly name: string;
  readonly tone?: Tone;
  readonly size?: 'small' | 'medium' | 'large';
}

/** A surname in a circle: people are known by name here, and photos of elders are not needed to help them. */
export const Avatar = ({ name, tone = 'persimmon', size = 'medium' }: AvatarProps) => (
  <View className={classes(`nl-avatar nl-tone--${tone} nl-avatar--${size}`)}>
    <Text>{[...name.trim()][0] ?? '·'}</Text>
  </View>
);

/** An icon in a soft square, as on the action tiles. */
export const IconBadge = ({ icon, tone }: { readonly icon: IconName; readonly tone: Tone }) => (
  <View className={`nl-badge nl-tone--${tone}`}>
    <Icon name={icon} />
  </View>
);
