import { Text, View } from '@tarojs/components';
import { Card } from '@/ui';
import './elder-mode.scss';
import type { WhoComes } from './who-comes';

/** The sentence, with the name in colour. */
export const WhoCard = ({ who, words }: WhoComes) => (
  <Card>
    <View className="elder-who">
      {who ? <Text className="elder-who__name">{who}</Text> : null}
      <Text>{words}</Text>
    </View>
  </Card>
);
