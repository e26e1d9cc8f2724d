import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { classes } from './class-names';

interface ListRowProps {
  readonly label: string;
  readonly value?: ReactNode;
  /** With `onTap` the row ends in › and opens something. */
  readonly onTap?: () => void;
  readonly strong?: boolean;
}

/** label · value ›, one fact a row, in a flat Card. */
export const ListRow = ({ label, value, onTap, strong }: ListRowProps) => (
  <View
    className="nl-row"
    {...(onTap
      ? {
          onClick: onTap,
          hoverClass: 'nl-pressed',
          ...aria('button', typeof value === 'string' ? `${label}，${value}` : label),
        }
      : {})}
  >
    <Text className={classes('nl-row__label', { 'nl-row__label--alone': value === undefined })}>{label}</Text>
    <View className="nl-row__end">
      {typeof value === 'string' ? (
        <Text className={classes('nl-row__value', { 'nl-row__value--strong': strong })}>{value}</Text>
      ) : (
        value
      )}
      {onTap ? <Text className="nl-chevron">›</Text> : null}
    </View>
  </View>
);

interface EntryRowProps {
  readonly lead?: ReactNode;
  readonly title: string;
  readonly note?: string;
  readonly aside?: ReactNode;
  readonly onTap?: () => void;
}

/** Somebody or something with a sentence below: avatar, two lines, a tag or ›. */
export const EntryRow = ({ lead, title, note, aside, onTap }: EntryRowProps) => (
  <View
    className="nl-entry"
    {...(onTap ? { onClick: onTap, hoverClass: 'nl-pressed', ...aria('button', title) } : {})}
  >
    {lead}
    <View className="nl-entry__words">
      <View className="nl-entry__top">
        <Text className="nl-title">{title}</Text>
        {typeof aside === 'string' ? <Text className="nl-third">{aside}</Text> : aside}
      </View>
      {note ? <Text className="nl-second">{note}</Text> : null}
    </View>
    {onTap ? <Text className="nl-chevron">›</Text> : null}
  </View>
);
