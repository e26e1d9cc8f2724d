import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria, ariaChosen } from './aria';
import { classes } from './class-names';
import { Icon } from './icon';
import { ListRow } from './list-row';
import { Sheet } from './sheet';

export interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
  readonly note?: string;
}

interface OptionsRowProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  /** Shown while nothing is chosen. */
  readonly placeholder: string;
  readonly onChoose: (value: T) => void;
  /** `tiles` for many short choices (hours), `lines` for few long ones. */
  readonly as?: 'lines' | 'tiles';
}

/** A row that opens a sheet of choices; choosing closes it. */
export function OptionsRow<T extends string>(props: OptionsRowProps<T>) {
  const { label, options, value, placeholder, onChoose, as = 'lines' } = props;
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const choose = (option: Option<T>) => {
    setOpen(false);
    onChoose(option.value);
  };
  return (
    <>
      <ListRow
        label={label}
        value={chosen?.text ?? placeholder}
        strong={chosen !== undefined}
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <View className={`nl-options nl-options--${as}`}>
          {options.map((option) => (
            <View
              key={option.value}
              className={classes('nl-option', { 'nl-option--chosen': option.value === value })}
              hoverClass="nl-pressed"
              onClick={() => choose(option)}
              {...aria('radio', option.text)}
              {...ariaChosen('checked', option.value === value)}
            >
              <View className="nl-option__words">
                <Text>{option.text}</Text>
                {option.note ? <Text className="nl-third">{option.note}</Text> : null}
              </View>
              {as === 'lines' && option.value === value ? <Icon name="check" small /> : null}
            </View>
          ))}
        </View>
      </Sheet>
    </>
  );
}
