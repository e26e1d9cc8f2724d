/** What is read of a TrueType file: which glyph a character has, and how wide it is in thousandths of its size. */
export interface Typeface {
  readonly bytes: Buffer;
  glyphOf(codePoint: number): number;
  widthOf(glyph: number): number;
  /** Of the whole face, in thousandths: x and y from, x and y to, and above and below the line. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
}

/** Reads the tables by ISO/IEC 14496-22 (OpenType). A file that is none throws: it is ours, not input. */
export function readTypeface(bytes: Buffer): Typeface {
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16)
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`the typeface lacks ${tag}`);
    return at;
  };
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')];
  const unit = 1000 / bytes.readUInt16BE(head + 18);
  const metrics = bytes.readUInt16BE(hhea + 34);
  const signed = (at: number): number => Math.round(bytes.readInt16BE(at) * unit);
  return {
    bytes,
    glyphOf: characterMap(bytes, table('cmap')),
    // The last width holds for all glyphs behind it.
    widthOf: (glyph) => Math.round(bytes.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4) * unit),
    box: [signed(head + 36), signed(head + 38), signed(head + 40), signed(head + 42)],
    ascent: signed(hhea + 4),
    descent: signed(hhea + 6),
  };
}

/** The map of all of Unicode (format 12), whose groups lie in order. */
function characterMap(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const maps = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, n) => cmap + 4 + n * 8);
  const at = maps
    .map((entry) => cmap + bytes.readUInt32BE(entry + 4))
    .find((map) => bytes.readUInt16BE(map) === 12);
  if (at === undefined) throw new Error('the typeface has no map of all of Unicode');
  const groups = bytes.readUInt32BE(at + 12);
  return (codePoint) => {
    let [low, high] = [0, groups - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = at + 16 + middle * 12;
      const [first, last] = [bytes.readUInt32BE(group), bytes.readUInt32BE(group + 4)];
      if (codePoint < first) high = middle - 1;
      else if (codePoint > last) low = middle + 1;
      else return bytes.readUInt32BE(group + 8) + codePoint - first;
    }
    return 0;
  };
}
