import type { Position } from '@shared/kernel/position';
import Taro from '@tarojs/taro';

export interface Fix {
  readonly position: Position;
  readonly accuracyMetres: number;
}

/**
 * WeChat gives the datum of Chinese maps. Taro's browser half knows only that of GPS and refuses any other, so there
 * it is taken as it is: inside China it lies some hundred metres off, and the browser is for demonstration.
 */
const DATUM = process.env.TARO_ENV === 'weapp' ? 'gcj02' : 'wgs84';

/**
 * Where the phone is, read once and only when asked; `null` when the person or the phone says no. Everything that
 * wants a position has another way for that case.
 */
export const readPosition = (): Promise<Fix | null> =>
  Taro.getLocation({ type: DATUM, isHighAccuracy: true }).then(
    ({ latitude, longitude, accuracy }): Fix => ({
      position: { lat: latitude, lng: longitude },
      accuracyMetres: Math.ceil(accuracy),
    }),
    () => null,
  );

/** WeChat's own map with the way to a place; a browser has none, and the directions in words stand beside it. */
export const canShowMap = process.env.TARO_ENV === 'weapp';
export const showMap = ({ lat, lng }: Position, name: string, address: string): void => {
  void Taro.openLocation({ latitude: lat, longitude: lng, name, address, scale: 16, fail: () => undefined });
};
