import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Weight } from './page';
import { subsetterOf } from './subset';
import { readTypeface, type Typeface } from './typeface';

/** A weight of Noto Sans SC (思源黑体, SIL Open Font License 1.1): its measures, and any few of its glyphs as a file. */
export interface Face extends Typeface {
  readonly name: string;
  readonly subset: (glyphs: Iterable<number>) => Buffer;
}
export type Faces = Readonly<Record<Weight, Face>>;

/**
 * The typefaces and the subsetter lie beside the function that prints (config/functions/documents.yml), since each is
 * larger than all of its code. Lambda starts a function in the folder of its package, as everything here starts in
 * the repository.
 */
const PACKAGES = join(process.cwd(), 'node_modules');
const SUBSETTER = join(PACKAGES, 'harfbuzzjs', 'dist', 'harfbuzz-subset.wasm');
const fileOf = (folder: string): string =>
  join(PACKAGES, '@expo-google-fonts', 'noto-sans-sc', folder, `NotoSansSC_${folder}.ttf`);

async function load(folder: string, name: string): Promise<Face> {
  const [code, bytes] = await Promise.all([readFile(SUBSETTER), readFile(fileOf(folder))]);
  const typeface = readTypeface(bytes);
  // A rare character that is missing leaves a box behind; nothing at all would read as if the name were shorter.
  const box = typeface.glyphOf(0x25a1);
  const glyphOf = (codePoint: number): number => typeface.glyphOf(codePoint) || box;
  return { ...typeface, glyphOf, name, subset: await subsetterOf(code, bytes) };
}

let faces: Promise<Faces> | undefined;
/** Read at the first document and kept: the next ones take milliseconds. */
export const loadFaces = (): Promise<Faces> => {
  faces ??= Promise.all([load('400Regular', 'NotoSansSC-Regular'), load('700Bold', 'NotoSansSC-Bold')]).then(
    ([regular, bold]) => ({ regular, bold }),
  );
  return faces;
};
