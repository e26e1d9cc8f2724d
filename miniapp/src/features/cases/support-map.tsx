import type { MapPerson } from '@shared/cases/support-map';
import { Text, View } from '@tarojs/components';
import { aria } from '@/ui';
import './support-map.scss';
import { layOut } from './map-layout';

/** Width over height, as the style sheet draws it. */
const ASPECT = 1.1;

/** 家庭支持图: the elder in the middle; the nearer the closer, a broken line hurts, a pale circle is gone. */
export const SupportMap = ({
  name,
  people,
}: {
  readonly name: string;
  readonly people: readonly MapPerson[];
}) => (
  <View
    className="support-map"
    {...aria('img', [name, ...people.map((each) => `${each.relation}${each.name}`)].join('，'))}
  >
    {layOut(people, ASPECT).map(({ person, index, left, top, length, degrees }) => (
      <View key={`${person.name} ${String(index)}`}>
        <View
          className={`support-map__line support-map__line--${person.strained ? 'strained' : `close${person.closeness}`}`}
          style={{ width: `${length}%`, transform: `rotate(${degrees}deg)` }}
        />
        <View
          className={`support-map__person support-map__person--${person.side} ${person.gone ? 'support-map__person--gone' : ''}`}
          style={{ left: `${left}%`, top: `${top}%` }}
        >
          <Text className="support-map__name">{person.name}</Text>
          <Text className="support-map__relation">{person.relation}</Text>
        </View>
      </View>
    ))}
    <View className="support-map__elder">
      <Text>{name}</Text>
    </View>
  </View>
);
