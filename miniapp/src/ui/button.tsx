import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria, ariaOff } from './aria';
import { classes } from './class-names';
import { Icon, type IconName } from './icon';
import { type Action, useBusy } from './use-busy';

interface ButtonProps {
  readonly children: ReactNode;
  /** A promise keeps the button busy, and deaf to more taps, until it settles. */
  readonly onTap: Action;
  readonly kind?: 'primary' | 'pine' | 'outline' | 'danger' | 'quiet';
  readonly disabled?: boolean;
  /** Said while busy instead of the text, e.g. 正在发送… */
  readonly busyText?: string;
  readonly icon?: IconName;
  readonly small?: boolean;
}

/** 52 high and fully round; the one persimmon button of a page is what the page is for. */
export function Button({ children, onTap, kind = 'primary', disabled, busyText, icon, small }: ButtonProps) {
  const { busy, run } = useBusy(disabled ? undefined : onTap);
  return (
    <View
      className={classes(`nl-button nl-button--${kind}`, {
        'nl-button--off': disabled,
        'nl-button--busy': busy,
        'nl-button--small': small,
      })}
      hoverClass="nl-pressed"
      onClick={run}
      {...aria('button')}
      {...ariaOff(disabled)}
    >
      {busy ? <View className="nl-spinner" /> : icon ? <Icon name={icon} /> : null}
      <Text className="nl-button__text">{busy && busyText ? busyText : children}</Text>
    </View>
  );
}

/** Buttons side by side, each as wide as the other. */
export const ButtonRow = ({ children }: { readonly children: ReactNode }) => (
  <View className="nl-button-row">{children}</View>
);
