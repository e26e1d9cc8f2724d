import { Text, View } from '@tarojs/components';
import { aria, Second, type Tone } from '@/ui';

interface BarProps {
  readonly label: string;
  readonly value: string;
  /** 0 to 1. */
  readonly share: number;
  readonly tone?: Tone;
}

/** One line of words over one bar, as on the board of cases. */
export const Bar = ({ label, value, share, tone = 'plum' }: BarProps) => (
  <View className={`nl-bar nl-tone--${tone}`} {...aria('img', `${label}，${value}`)}>
    <View className="nl-bar__words">
      <Second>{label}</Second>
      <Text className="nl-title">{value}</Text>
    </View>
    <View className="nl-bar__track">
      <View
        className="nl-bar__fill"
        style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }}
      />
    </View>
  </View>
);
