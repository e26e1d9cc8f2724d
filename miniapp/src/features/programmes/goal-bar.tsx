import { Text, View } from '@tarojs/components';
import { aria, Second } from '@/ui';

interface GoalBarProps {
  readonly label: string;
  readonly value: string;
  /** 0 to 1. */
  readonly share: number;
}

/** How far a goal has come. */
export const GoalBar = ({ label, value, share }: GoalBarProps) => (
  <View className="nl-bar nl-tone--pine" {...aria('img', `${label}，${value}`)}>
    <View className="nl-bar__words">
      <Second>{label}</Second>
      <Text className="nl-title">{value}</Text>
    </View>
    <View className="nl-bar__track">
      <View className="nl-bar__fill" style={{ width: `${Math.max(1, Math.round(share * 100))}%` }} />
    </View>
  </View>
);
