import { Text, View } from '@tarojs/components';
import type { Tone } from './tone';

/** A short fact on a soft ground: 已接单, 来过 11 次. */
export const Tag = ({ children, tone = 'grey' }: { readonly children: string; readonly tone?: Tone }) => (
  <View className={`nl-tag nl-tone--${tone}`}>
    <Text>{children}</Text>
  </View>
);
