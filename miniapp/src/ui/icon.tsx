import { View } from '@tarojs/components';
import { aria } from './aria';
import { classes } from './class-names';

export type IconName =
  | 'home'
  | 'calendar'
  | 'message'
  | 'person'
  | 'people'
  | 'bag'
  | 'clock'
  | 'plus'
  | 'video'
  | 'book'
  | 'back'
  | 'next'
  | 'down'
  | 'check'
  | 'close'
  | 'heart'
  | 'smile'
  | 'pot'
  | 'pulse'
  | 'camera'
  | 'voice'
  | 'phone'
  | 'pin'
  | 'route'
  | 'star'
  | 'star-full'
  | 'sliders'
  | 'alert'
  | 'offline'
  | 'repeat'
  | 'edit'
  | 'card'
  | 'door'
  | 'language'
  | 'type'
  | 'exit'
  | 'switch'
  | 'leaf'
  | 'list'
  | 'shield'
  | 'search';

interface IconProps {
  readonly name: IconName;
  readonly small?: boolean;
  /** Only where the icon stands alone; beside a text it stays silent. */
  readonly label?: string;
}

/** A line icon in the colour of the text around it. */
export const Icon = ({ name, small, label }: IconProps) => (
  <View
    className={classes(`nl-icon nl-icon--${name}`, { 'nl-icon--small': small })}
    {...(label ? aria('img', label) : {})}
  />
);
