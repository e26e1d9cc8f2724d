import type { Position } from '@shared/kernel/position';
import Taro from '@tarojs/taro';

export interface Fix {
  readonly position: Position;
  readonly accuracyMetres: number;
}

/**
 * Where the phone is, read once and only when asked; `null` when the person or the phone says no. Everything that
 * wants a position has another way for that case.
 */
export const readPosition = (): Promise<Fix | null> =>
  Taro.getLocation({ type: 'gcj02', isHighAccuracy: true }).then(
    ({ latitude, longitude, accuracy }): Fix => ({
      position: { lat: latitude, lng: longitude },
      accuracyMetres: Math.ceil(accuracy),
    }),
    () => null,
  );
