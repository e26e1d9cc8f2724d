import { Text, View } from '@tarojs/components';
import { aria, ariaChosen } from './aria';
import { classes } from './class-names';
import { Icon } from './icon';
import { type Action, useBusy } from './use-busy';

interface CheckRowProps {
  readonly children: string;
  readonly checked: boolean;
  readonly aside?: string;
  /** A promise keeps the row deaf to more taps until it settles, so that mittens tick a thing once. */
  readonly onTap?: Action;
}

/** One line of a checklist: a tick when done, an open circle before. */
export function CheckRow({ children, checked, aside, onTap }: CheckRowProps) {
  const { busy, run } = useBusy(onTap);
  return (
    <View
      className={classes('nl-check', { 'nl-check--done': checked, 'nl-check--busy': busy })}
      {...(onTap ? { onClick: run, hoverClass: 'nl-pressed' } : {})}
      {...aria('checkbox', children)}
      {...ariaChosen('checked', checked)}
    >
      <View className="nl-check__mark">
        {checked ? <Icon name="check" small /> : <View className="nl-check__open" />}
      </View>
      <Text className="nl-check__text">{children}</Text>
      {aside ? <Text className="nl-third">{aside}</Text> : null}
    </View>
  );
}
