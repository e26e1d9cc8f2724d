import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './class-names';

export interface TimelineItem {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  /** To the right: a Tag, a distance. */
  readonly aside?: ReactNode;
  /** Done is pine, what is still to come is sand. */
  readonly done?: boolean;
  readonly onTap?: () => void;
}

/** What happened, or will, one below the other along a line. */
export const Timeline = ({ items }: { readonly items: readonly TimelineItem[] }) => (
  <View className="nl-timeline">
    {items.map((item) => (
      <View
        key={item.key}
        className={classes('nl-timeline__item', { 'nl-timeline__item--done': item.done })}
        {...(item.onTap ? { onClick: item.onTap } : {})}
      >
        <View className="nl-timeline__dot" />
        <View className="nl-timeline__words">
          <Text className="nl-title">{item.title}</Text>
          {item.note ? <Text className="nl-second">{item.note}</Text> : null}
        </View>
        {typeof item.aside === 'string' ? <Text className="nl-third">{item.aside}</Text> : item.aside}
      </View>
    ))}
  </View>
);
