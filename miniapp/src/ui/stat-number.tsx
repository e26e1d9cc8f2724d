import { Text, View } from '@tarojs/components';
import type { Tone } from './tone';

interface StatNumberProps {
  readonly label?: string;
  readonly value: string;
  readonly note?: string;
  readonly tone?: Tone;
}

/** The one number that matters, with what it counts and how it moved. */
export const StatNumber = ({ label, value, note, tone }: StatNumberProps) => (
  <View className={`nl-stat ${tone ? `nl-tone--${tone} nl-stat--toned` : ''}`}>
    {label ? <Text className="nl-stat__label">{label}</Text> : null}
    <Text className="nl-stat__value">{value}</Text>
    {note ? <Text className="nl-stat__note">{note}</Text> : null}
  </View>
);

/** A small fact in a box, three in a row: 到达 10:24 距家 12 米. */
export const Facts = ({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: string; readonly note?: string }[];
}) => (
  <View className="nl-facts">
    {facts.map((fact) => (
      <View key={fact.label} className="nl-facts__fact">
        <Text className="nl-third">{fact.label}</Text>
        <Text className="nl-title">{fact.value}</Text>
        {fact.note ? <Text className="nl-third">{fact.note}</Text> : null}
      </View>
    ))}
  </View>
);
