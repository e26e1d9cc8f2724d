import { Text, View } from '@tarojs/components';
import { aria, ariaChosen } from './aria';
import { IconBadge } from './avatar';
import { classes } from './class-names';
import type { IconName } from './icon';
import type { Tone } from './tone';

interface TileProps {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly title: string;
  readonly note?: string;
  readonly chosen?: boolean;
  /** Icon and title on one line, the note below (choosing); else the title below the icon (doing). */
  readonly wide?: boolean;
  readonly onTap: () => void;
}

/** One of the few things to do or choose, in a Grid of two columns. */
export const Tile = ({ icon, tone, title, note, chosen, wide, onTap }: TileProps) => (
  <View
    className={classes(`nl-tile nl-tone--${tone}`, { 'nl-tile--chosen': chosen })}
    hoverClass="nl-pressed"
    onClick={onTap}
    {...aria(chosen === undefined ? 'button' : 'radio', note ? `${title}，${note}` : title)}
    {...(chosen === undefined ? {} : ariaChosen('checked', chosen))}
  >
    <View className={classes('nl-tile__head', { 'nl-tile__head--wide': wide })}>
      <IconBadge icon={icon} tone={tone} />
      <Text className="nl-title">{title}</Text>
    </View>
    {note ? <Text className="nl-third">{note}</Text> : null}
  </View>
);
