import type { Position } from '@shared/kernel/position';
import { type ITouchEvent, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from './aria';
import { pointOf, positionAt } from './map-picking';

const ELEMENT = 'nl-land';
/** Width over height, as the style sheet draws it. */
const ASPECT = 1.2;

interface MapPickerProps {
  readonly centre: Position;
  /** One character for the middle: 村. */
  readonly centreName: string;
  /** From the middle to the upper edge. */
  readonly radiusMetres: number;
  readonly picked: Position | undefined;
  /** One character on the pin: 家. */
  readonly pickedName: string;
  readonly caption: string;
  readonly onPick: (position: Position) => void;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
const boxOfLand = (): Promise<Box | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${ELEMENT}`)
      .boundingClientRect((box) => resolve(box as unknown as Box | null))
      .exec();
  });

/** WeChat gives the finger, the browser the pointer. */
function fingerOf(event: ITouchEvent): { x: number; y: number } | undefined {
  const touch = event.changedTouches?.[0] ?? (event as unknown as { clientX?: number; clientY?: number });
  return touch.clientX === undefined || touch.clientY === undefined
    ? undefined
    : { x: touch.clientX, y: touch.clientY };
}

/** A drawing of the land round a village, true to scale, to tap where a home stands. */
export function MapPicker(props: MapPickerProps) {
  const { centre, centreName, radiusMetres, picked, pickedName, caption, onPick } = props;
  const land = { centre, radiusMetres, aspect: ASPECT };
  const at = picked ? pointOf(land, picked) : undefined;
  const inside = at !== undefined && at.x >= 0 && at.x <= 1 && at.y >= 0 && at.y <= 1;
  const pick = async (event: ITouchEvent) => {
    const finger = fingerOf(event);
    const box = await boxOfLand();
    if (finger === undefined || box === null || box.width === 0) return;
    onPick(
      positionAt(land, {
        x: (finger.x - box.left) / box.width,
        y: (finger.y - box.top) / box.height,
      }),
    );
  };
  return (
    <View id={ELEMENT} className="nl-map nl-map--land" onClick={pick} {...aria('img', caption)}>
      <View className="nl-map__circle nl-map__circle--outer" />
      <View className="nl-map__circle nl-map__circle--inner" />
      <View className="nl-map__centre">
        <Text>{centreName}</Text>
      </View>
      {at && inside ? (
        <View className="nl-map__pin" style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}>
          <Text>{pickedName}</Text>
        </View>
      ) : null}
      <View className="nl-map__caption">
        <Text>{caption}</Text>
      </View>
    </View>
  );
}
