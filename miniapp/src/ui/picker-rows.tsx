import { beijing, type Day, type Instant, instantOf, millisOf } from '@shared/kernel/instant';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useLocale } from '../i18n/use-text';
import { clockOfMinutes, dateName, dayName, noonOf } from '../platform/time';
import { aria } from './aria';
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

const DAY_MILLIS = 86_400_000;

interface DateRowProps {
  readonly label: string;
  readonly value: Day | undefined;
  /** The first day on offer is the Beijing day of this instant. */
  readonly from: Instant;
  readonly days?: number;
  readonly placeholder: string;
  readonly onChoose: (value: Day) => void;
}

/** Days as people name them, 今天 first. */
export function DateRow({ label, value, from, days = 60, placeholder, onChoose }: DateRowProps) {
  const locale = useLocale();
  const options = Array.from({ length: days }, (_, index): Option<Day> => {
    const at = instantOf(millisOf(noonOf(beijing(from).day)) + index * DAY_MILLIS);
    const name = dayName(at, from, locale);
    const date = dateName(at, locale);
    return { value: beijing(at).day, text: name, ...(name === date ? {} : { note: date }) };
  });
  return (
    <OptionsRow label={label} options={options} value={value} placeholder={placeholder} onChoose={onChoose} />
  );
}

interface TimeRowProps {
  readonly label: string;
  /** Minutes of the Beijing day. */
  readonly value: number | undefined;
  readonly earliest?: number;
  readonly latest?: number;
  readonly stepMinutes?: number;
  readonly placeholder: string;
  readonly onChoose: (minuteOfDay: number) => void;
}

/** Times of the day in half hours, from six in the morning to nine in the evening unless told otherwise. */
export function TimeRow(props: TimeRowProps) {
  const { label, value, earliest = 360, latest = 1260, stepMinutes = 30, placeholder, onChoose } = props;
  const options = Array.from({ length: Math.floor((latest - earliest) / stepMinutes) + 1 }, (_, index) => {
    const minutes = earliest + index * stepMinutes;
    return { value: String(minutes), text: clockOfMinutes(minutes) };
  });
  return (
    <OptionsRow
      as="tiles"
      label={label}
      options={options}
      value={value === undefined ? undefined : String(value)}
      placeholder={placeholder}
      onChoose={(chosen) => onChoose(Number(chosen))}
    />
  );
}
