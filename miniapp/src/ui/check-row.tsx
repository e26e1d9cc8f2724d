import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './class-names';
import { Icon } from './icon';

interface CheckRowProps {
  readonly children: string;
  readonly checked: boolean;
  readonly aside?: string;
  readonly onTap?: () => void;
}

/** One line of a checklist: a tick when done, an open circle before. */
export const CheckRow = ({ children, checked, aside, onTap }: CheckRowProps) => (
  <View
    className={classes('nl-check', { 'nl-check--done': checked })}
    {...(onTap ? { onClick: onTap, hoverClass: 'nl-pressed' } : {})}
    {...aria('checkbox', children)}
  >
    <View className="nl-check__mark">
      {checked ? <Icon name="check" small /> : <View className="nl-check__open" />}
    </View>
    <Text className="nl-check__text">{children}</Text>
    {aside ? <Text className="nl-third">{aside}</Text> : null}
  </View>
);
