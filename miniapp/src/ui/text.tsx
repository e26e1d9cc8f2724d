import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';

interface WordsProps {
  readonly children: ReactNode;
}

/** 26 px: the sentence a page opens with. */
export const Greeting = ({ children }: WordsProps) => <Text className="nl-greeting">{children}</Text>;
/** 18 px semibold: what a card is about. */
export const Title = ({ children }: WordsProps) => <Text className="nl-title">{children}</Text>;
export const Body = ({ children }: WordsProps) => <Text className="nl-body">{children}</Text>;
/** Second ink, 15 px: what explains the line above it. */
export const Second = ({ children }: WordsProps) => <Text className="nl-second">{children}</Text>;
/** Third ink: dates, counts, hints. */
export const Third = ({ children }: WordsProps) => <Text className="nl-third">{children}</Text>;

/** Things one below the other with a small gap. */
export const Stack = ({ children }: WordsProps) => <View className="nl-stack">{children}</View>;
/** Things beside each other, wrapping: tags, chips. */
export const Wrap = ({ children }: WordsProps) => <View className="nl-wrap">{children}</View>;
/** Two columns of equal width. */
export const Grid = ({ children }: WordsProps) => <View className="nl-grid">{children}</View>;
/** Left and right ends of one line. */
export const Ends = ({ children }: WordsProps) => <View className="nl-ends">{children}</View>;
