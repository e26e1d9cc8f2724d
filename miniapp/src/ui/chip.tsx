import { Text, View } from '@tarojs/components';
import { aria, ariaChosen } from './aria';
import { classes } from './class-names';

interface ChipProps {
  readonly children: string;
  /** Absent: nothing is chosen by it, it does something. */
  readonly chosen?: boolean;
  /** Of several that may be chosen together; else one of them. */
  readonly many?: boolean;
  readonly onTap: () => void;
}

/** One choice among some: an elder, a service, a wish. */
export const Chip = ({ children, chosen, many, onTap }: ChipProps) => (
  <View
    className={classes('nl-chip', { 'nl-chip--chosen': chosen })}
    hoverClass="nl-pressed"
    onClick={onTap}
    {...aria(chosen === undefined ? 'button' : many ? 'checkbox' : 'radio', children)}
    {...(chosen === undefined ? {} : ariaChosen('checked', chosen))}
  >
    <Text>{children}</Text>
  </View>
);

interface ChipsProps<T extends string> {
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
}

/** A row of chips, wrapping, of which one is chosen. */
export const Chips = <T extends string>({ options, value, onChoose }: ChipsProps<T>) => (
  <View className="nl-wrap" {...aria('radiogroup')}>
    {options.map((option) => (
      <Chip key={option.value} chosen={option.value === value} onTap={() => onChoose(option.value)}>
        {option.text}
      </Chip>
    ))}
  </View>
);
