import { View } from '@tarojs/components';
import { useText } from '../i18n/use-text';
import { aria, ariaChosen } from './aria';
import { classes } from './class-names';
import { Icon } from './icon';
import { uiText } from './ui.text';

interface StarsProps {
  readonly value: number;
  /** Without it the stars only show. */
  readonly onRate?: (stars: number) => void;
}

/** One to five stars. */
export function Stars({ value, onRate }: StarsProps) {
  const text = useText(uiText);
  return (
    <View className="nl-stars" {...(onRate ? {} : aria('img', text.stars(value)))}>
      {[1, 2, 3, 4, 5].map((star) => (
        <View
          key={star}
          className={classes('nl-stars__star', {
            'nl-stars__star--on': star <= value,
            'nl-stars__star--tap': onRate,
          })}
          {...(onRate
            ? {
                onClick: () => onRate(star),
                ...aria('radio', text.stars(star)),
                ...ariaChosen('checked', star === value),
              }
            : {})}
        >
          <Icon name={star <= value ? 'star-full' : 'star'} small={!onRate} />
        </View>
      ))}
    </View>
  );
}
