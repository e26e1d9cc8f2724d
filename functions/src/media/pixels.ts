/** Four bytes a pixel, red, green, blue and one that a photo has no use for; row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** So small that neither side is longer than `most`, each pixel the mean of those it stands for; never larger. */
export function shrunk(from: Pixels, most: number): Pixels {
  const longest = Math.max(from.width, from.height);
  if (longest <= most) return from;
  const width = Math.max(1, Math.round((from.width * most) / longest));
  const height = Math.max(1, Math.round((from.height * most) / longest));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = span(y, height, from.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = span(x, width, from.width);
      mean(from, left, right, top, bottom, data, (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

const span = (index: number, of: number, whole: number): readonly [number, number] => {
  const from = Math.floor((index * whole) / of);
  return [from, Math.max(from + 1, Math.floor(((index + 1) * whole) / of))];
};

function mean(
  { data, width }: Pixels,
  left: number,
  right: number,
  top: number,
  bottom: number,
  into: Uint8Array,
  at: number,
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let y = top; y < bottom; y += 1)
    for (let index = (y * width + left) * 4; index < (y * width + right) * 4; index += 4) {
      red += data[index] ?? 0;
      green += data[index + 1] ?? 0;
      blue += data[index + 2] ?? 0;
    }
  const count = (right - left) * (bottom - top);
  into[at] = red / count;
  into[at + 1] = green / count;
  into[at + 2] = blue / count;
  into[at + 3] = 255;
}

/** How to read the stored picture for each orientation of EXIF, which is not kept: [swap sides, mirror x, mirror y]. */
const ways: Readonly<Record<number, readonly [swap: boolean, mirrorX: boolean, mirrorY: boolean]>> = {
  2: [false, true, false],
  3: [false, true, true],
  4: [false, false, true],
  5: [true, false, false],
  6: [true, false, true],
  7: [true, true, true],
  8: [true, true, false],
};

/** The picture the right way up. */
export function turned(from: Pixels, orientation: number): Pixels {
  const way = ways[orientation];
  if (way === undefined) return from;
  const [swap, mirrorX, mirrorY] = way;
  const [width, height] = swap ? [from.height, from.width] : [from.width, from.height];
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [u, v] = swap ? [y, x] : [x, y];
      const source =
        ((mirrorY ? from.height - 1 - v : v) * from.width + (mirrorX ? from.width - 1 - u : u)) * 4;
      data.set(from.data.subarray(source, source + 4), (y * width + x) * 4);
    }
  return { width, height, data };
}
