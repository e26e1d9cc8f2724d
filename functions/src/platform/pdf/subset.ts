/** What is called of HarfBuzz's subsetter (hb-subset.h); pointers are numbers in its memory. */
interface Subsetter {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}
declare const WebAssembly: {
  instantiate(code: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>;
};

const READONLY = 1;
const DROPPED_TABLES = 3;
/** No hinting, glyphs keep their numbers, and nothing is added for joining letters. */
const FLAGS = 0x1 | 0x2 | 0x200;
/** What paper does not need: joining, vertical writing, the character map (glyphs are named by number) and names. */
const NEEDLESS = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'OS/2', 'cmap', 'gasp', 'name', 'vhea', 'vmtx'];
const tagOf = (name: string): number => Buffer.from(name, 'latin1').readUInt32BE();

/** Takes glyphs out of one typeface, which stays in the subsetter's memory from one document to the next. */
export async function subsetterOf(
  code: Uint8Array,
  typeface: Uint8Array,
): Promise<(glyphs: Iterable<number>) => Buffer> {
  const { instance } = await WebAssembly.instantiate(code);
  const hb = instance.exports as Subsetter;
  hb._initialize();
  const data = hb.malloc(typeface.length);
  new Uint8Array(hb.memory.buffer).set(typeface, data);
  const whole = hb.hb_blob_create(data, typeface.length, READONLY, 0, 0);
  const face = hb.hb_face_create(whole, 0);
  return (glyphs) => {
    const input = hb.hb_subset_input_create_or_fail();
    hb.hb_subset_input_set_flags(input, FLAGS);
    const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES);
    for (const name of NEEDLESS) hb.hb_set_add(dropped, tagOf(name));
    const wanted = hb.hb_subset_input_glyph_set(input);
    for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
    const subset = hb.hb_subset_or_fail(face, input);
    hb.hb_subset_input_destroy(input);
    if (subset === 0) throw new Error('the typeface cannot be subset');
    const blob = hb.hb_face_reference_blob(subset);
    const at = hb.hb_blob_get_data(blob, 0);
    // The memory may have grown meanwhile, so it is looked at anew, and copied before it is given back.
    const bytes = Buffer.from(new Uint8Array(hb.memory.buffer, at, hb.hb_blob_get_length(blob)));
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(subset);
    return bytes;
  };
}
