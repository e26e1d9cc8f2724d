import type { Position } from '@shared/kernel/position';
import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import { placeOnMap } from './map-placing';
import type { Tone } from './tone';

export interface MapPerson {
  readonly key: string;
  /** One character: a surname. */
  readonly name: string;
  readonly position: Position;
  readonly tone?: Tone;
}

interface MapSketchProps {
  readonly home: Position;
  /** One character in the middle: 妈. */
  readonly homeName: string;
  readonly radiusMetres: number;
  readonly people: readonly MapPerson[];
  /** 3 公里内 8 人符合 */
  readonly caption: string;
}

/** Width over height, as the style sheet draws it. */
const ASPECT = 1.68;

/** A calm drawing instead of a map: who is near, in which direction, without showing anyone's door. */
export const MapSketch = ({ home, homeName, radiusMetres, people, caption }: MapSketchProps) => (
  <View className="nl-map" {...aria('img', caption)}>
    <View className="nl-map__ring nl-map__ring--outer" />
    <View className="nl-map__ring nl-map__ring--inner" />
    <View className="nl-map__home">
      <Text>{homeName}</Text>
    </View>
    {people.map((person) => {
      const { left, top } = placeOnMap(home, person.position, radiusMetres, ASPECT);
      return (
        <View
          key={person.key}
          className={`nl-map__person nl-tone--${person.tone ?? 'pine'}`}
          style={{ left: `${left.toFixed(1)}%`, top: `${top.toFixed(1)}%` }}
        >
          <Text>{[...person.name][0] ?? ''}</Text>
        </View>
      );
    })}
    <View className="nl-map__caption">
      <Text>{caption}</Text>
    </View>
  </View>
);
