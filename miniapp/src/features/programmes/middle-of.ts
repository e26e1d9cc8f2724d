import type { Position } from '@shared/kernel/position';

/** The middle of some places: where a drawing of them is centred. */
export function middleOf(places: readonly { readonly position: Position }[]): Position | undefined {
  if (places.length === 0) return undefined;
  const mean = (pick: (position: Position) => number): number =>
    places.reduce((sum, { position }) => sum + pick(position), 0) / places.length;
  return { lat: mean(({ lat }) => lat), lng: mean(({ lng }) => lng) };
}
