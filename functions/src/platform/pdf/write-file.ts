import { deflateSync } from 'node:zlib';
import type { Instant } from '@shared/kernel/instant';
import { colours, type Mark, PAPER, type Weight } from './page';
import type { Face, Faces } from './typefaces';

const hex = (n: number): string => n.toString(16).padStart(4, '0');
const utf16 = (text: string): string =>
  [...Array(text.length).keys()].map((n) => hex(text.charCodeAt(n))).join('');
const number = (n: number): string => String(Math.round(n * 100) / 100);
const rgb = (colour: keyof typeof colours): string =>
  [1, 3, 5].map((at) => number(Number.parseInt(colours[colour].slice(at, at + 2), 16) / 255)).join(' ');
const up = (y: number): number => PAPER.height - y;

/** One mark in the operators of a content stream (ISO 32000-2, annex A). */
function drawn(mark: Mark, glyphs: (text: string, weight: Weight) => string): string {
  switch (mark.draw) {
    case 'text':
      return `BT ${rgb(mark.colour)} rg /${mark.weight} ${mark.size} Tf ${number(mark.x)} ${number(up(mark.y))} Td <${glyphs(mark.text, mark.weight)}> Tj ET`;
    case 'box':
      return `${rgb(mark.colour)} rg ${number(mark.x)} ${number(up(mark.y + mark.height))} ${number(mark.width)} ${number(mark.height)} re f`;
    case 'line': {
      const path = mark.points.map(([x, y], n) => `${number(x)} ${number(up(y))} ${n === 0 ? 'm' : 'l'}`);
      return `${rgb(mark.colour)} RG ${number(mark.width)} w 1 j ${path.join(' ')} S`;
    }
  }
}

/** The objects of a file, numbered as they are put in. */
class Objects {
  private readonly bodies: Buffer[] = [];
  put(body: string | Buffer): number {
    return this.bodies.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'));
  }
  stream(content: Buffer, extra = ''): number {
    const packed = deflateSync(content);
    const head = `<< /Length ${packed.length} /Filter /FlateDecode ${extra}>>\nstream\n`;
    return this.put(
      Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream', 'latin1')]),
    );
  }
  /** Header, objects, and the table of where each begins. */
  file(root: number, info: number): Buffer {
    const chunks = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let at = chunks[0]?.length ?? 0;
    const offsets: string[] = [];
    for (const [index, body] of this.bodies.entries()) {
      offsets.push(`${String(at).padStart(10, '0')} 00000 n \n`);
      const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
      chunks.push(whole);
      at += whole.length;
    }
    const size = this.bodies.length + 1;
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
    chunks.push(
      Buffer.from(
        `${table}trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
      ),
    );
    return Buffer.concat(chunks);
  }
}

/** From a glyph back to what it says, so that text can be searched and read aloud. */
function toUnicode(used: ReadonlyMap<number, string>): Buffer {
  const all = [...used];
  const blocks = Array.from({ length: Math.ceil(all.length / 100) }, (_, n) =>
    all.slice(n * 100, n * 100 + 100),
  );
  const body = blocks.map(
    (block) =>
      `${block.length} beginbfchar\n${block.map(([glyph, text]) => `<${hex(glyph)}> <${utf16(text)}>`).join('\n')}\nendbfchar`,
  );
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Nuanlin def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${body.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`,
    'latin1',
  );
}

/** A typeface with the glyphs that are used and nothing else. */
function embed(objects: Objects, face: Face, used: ReadonlyMap<number, string>): number {
  const glyphs = [...used.keys()].sort((a, b) => a - b);
  // Six letters tell a subset from the whole typeface; one document has one of each.
  const name = `NUANLN+${face.name}`;
  const file = objects.stream(face.subset(glyphs));
  const descriptor = objects.put(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${face.box.join(' ')}] /ItalicAngle 0 /Ascent ${face.ascent} /Descent ${face.descent} /CapHeight ${face.ascent} /StemV 80 /FontFile2 ${file} 0 R >>`,
  );
  const widths = glyphs.map((glyph) => `${glyph} [${face.widthOf(glyph)}]`).join(' ');
  const descendant = objects.put(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [${widths}] /CIDToGIDMap /Identity >>`,
  );
  const meaning = objects.stream(toUnicode(used));
  return objects.put(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${meaning} 0 R >>`,
  );
}

/** The bytes of a file with these pages. The same pages make the same bytes. */
export function writeFile(
  pages: readonly (readonly Mark[])[],
  faces: Faces,
  about: { readonly title: string; readonly madeAt: Instant },
): Buffer {
  const used: Record<Weight, Map<number, string>> = { regular: new Map(), bold: new Map() };
  const glyphs = (text: string, weight: Weight): string =>
    [...text]
      .map((character) => {
        const glyph = faces[weight].glyphOf(character.codePointAt(0) ?? 0);
        used[weight].set(glyph, character);
        return hex(glyph);
      })
      .join('');
  const objects = new Objects();
  const contents = pages.map((marks) =>
    objects.stream(Buffer.from(marks.map((mark) => drawn(mark, glyphs)).join('\n'), 'latin1')),
  );
  const fonts = (['regular', 'bold'] as const).map(
    (each) => `/${each} ${embed(objects, faces[each], used[each])} 0 R`,
  );
  const resources = objects.put(`<< /Font << ${fonts.join(' ')} >> >>`);
  // The list of pages comes behind them, and each names it.
  const list = resources + pages.length + 1;
  const kids = contents.map((content) =>
    objects.put(
      `<< /Type /Page /Parent ${list} 0 R /MediaBox [0 0 ${PAPER.width} ${PAPER.height}] /Resources ${resources} 0 R /Contents ${content} 0 R >>`,
    ),
  );
  objects.put(`<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`);
  const root = objects.put(
    `<< /Type /Catalog /Pages ${list} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const stamp = about.madeAt.replace(/[-T:]/g, '').slice(0, 14);
  const info = objects.put(
    `<< /Title <feff${utf16(about.title)}> /Producer (Nuanlin) /CreationDate (D:${stamp}Z) >>`,
  );
  return objects.file(root, info);
}
