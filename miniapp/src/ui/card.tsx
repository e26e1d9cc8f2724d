import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { classes } from './class-names';
import type { Tone } from './tone';

interface CardProps {
  readonly children: ReactNode;
  readonly title?: string;
  /** Beside the title, to the right: a small text, a Tag. */
  readonly aside?: ReactNode;
  readonly onTap?: () => void;
  /** A coloured edge for the one card that is chosen or asks for an answer. */
  readonly edge?: Tone;
  /** Rows that bring their own spacing (ListRow) want a flat card. */
  readonly flat?: boolean;
  readonly label?: string;
}

export const Card = ({ children, title, aside, onTap, edge, flat, label }: CardProps) => (
  <View
    className={classes('nl-card', {
      [`nl-tone--${edge} nl-card--edge`]: edge,
      'nl-card--flat': flat,
    })}
    {...(onTap ? { onClick: onTap, hoverClass: 'nl-pressed', ...aria('button', label) } : {})}
  >
    {title || aside ? (
      <View className="nl-card__head">
        <Text className="nl-title">{title}</Text>
        {typeof aside === 'string' ? <Text className="nl-third">{aside}</Text> : aside}
      </View>
    ) : null}
    {children}
  </View>
);

/** The full-coloured card for the one thing that matters: the clock of a visit, a balance. */
export const Hero = ({
  children,
  tone = 'pine',
  centred,
}: {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly centred?: boolean;
}) => (
  <View className={classes(`nl-hero nl-tone--${tone}`, { 'nl-hero--centred': centred })}>{children}</View>
);

/** A soft coloured panel inside a card: 今天平安. */
export const Panel = ({
  children,
  tone,
  title,
  aside,
}: {
  readonly children: ReactNode;
  readonly tone: Tone;
  readonly title?: string;
  readonly aside?: string;
}) => (
  <View className={`nl-panel nl-tone--${tone}`}>
    {title || aside ? (
      <View className="nl-panel__head">
        <Text className="nl-panel__title">{title}</Text>
        {aside ? <Text className="nl-panel__aside">{aside}</Text> : null}
      </View>
    ) : null}
    {typeof children === 'string' ? <Text className="nl-panel__text">{children}</Text> : children}
  </View>
);

/** A heading on the paper with what belongs to it below. */
export const Section = ({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) => (
  <View className="nl-section">
    <View className="nl-section__head">
      <Text className="nl-heading" {...aria('heading')}>
        {title}
      </Text>
      {typeof aside === 'string' ? <Text className="nl-third">{aside}</Text> : aside}
    </View>
    {children}
  </View>
);
