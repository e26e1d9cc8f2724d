import { Input, Text, Textarea, View } from '@tarojs/components';
import { useContext } from 'react';
import { aria, inputName } from './aria';
import { classes } from './class-names';
import { InSheet } from './in-sheet';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly kind?: 'text' | 'number' | 'decimal' | 'phone' | 'paragraph';
  readonly placeholder?: string;
  /** What is wrong with it and how to make it right. */
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly unit?: string;
  readonly maxLength?: number;
}

const keyboards = { text: 'text', number: 'number', decimal: 'digit', phone: 'number' } as const;

/** Room between the input and the keyboard, in pixels: as much as the button below a sheet takes. */
const KEYBOARD_DISTANCE = 120;

/** A labelled input; the keyboard closes on 完成, and the label is read with the field. */
export function Field(props: FieldProps) {
  const { label, value, onChange, kind = 'text', placeholder, error, hint, unit, maxLength = 200 } = props;
  const inSheet = useContext(InSheet);
  const shared = {
    value,
    placeholder: placeholder ?? '',
    placeholderClass: 'nl-placeholder',
    maxlength: maxLength,
    cursorSpacing: KEYBOARD_DISTANCE,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    ...inputName(label),
  };
  return (
    <View className={classes('nl-field', { 'nl-field--wrong': error })}>
      <Text className="nl-field__label">{label}</Text>
      <View className="nl-field__box">
        {kind === 'paragraph' ? (
          <Textarea className="nl-field__area" autoHeight={false} fixed={inSheet} {...shared} />
        ) : (
          <Input className="nl-field__input" type={keyboards[kind]} confirmType="done" {...shared} />
        )}
        {unit ? <Text className="nl-field__unit">{unit}</Text> : null}
      </View>
      {error ? (
        <Text className="nl-field__error" {...aria('alert')}>
          {error}
        </Text>
      ) : null}
      {hint && !error ? <Text className="nl-third">{hint}</Text> : null}
    </View>
  );
}
