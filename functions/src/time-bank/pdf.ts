/**
 * A PDF of lines of Chinese text, a few kilobytes long. It names the standard Song typeface of Adobe's GB1 character
 * collection and embeds nothing: every reader in China has a typeface for it, while an embedded one of a few thousand
 * characters weighs megabytes (docs/decisions). Coordinates are points from the top left of A4.
 */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** x is where the text ends. */
  readonly right?: true;
  readonly grey?: true;
}

export const A4 = { width: 595, height: 842 };

const isWide = (char: string): boolean => (char.codePointAt(0) ?? 0) > 0x2e7f;
/** In thousandths of the size: Latin letters of this typeface are half as wide as Chinese ones. */
export const widthOf = (text: string, size: number): number =>
  ([...text].reduce((sum, char) => sum + (isWide(char) ? 1000 : 500), 0) * size) / 1000;

/** As much of a text as fits, with an ellipsis where something is missing. */
export function fitted(text: string, size: number, most: number): string {
  if (widthOf(text, size) <= most) return text;
  let kept = '';
  for (const char of text) {
    if (widthOf(`${kept}${char}…`, size) > most) break;
    kept += char;
  }
  return `${kept}…`;
}

const hex = (text: string): string =>
  [...Array(text.length).keys()].map((n) => text.charCodeAt(n).toString(16).padStart(4, '0')).join('');

const drawn = ({ x, y, size, text, right, grey }: PdfText): string => {
  const left = right ? x - widthOf(text, size) : x;
  return `BT ${grey ? '0.42 0.4 0.36' : '0.14 0.13 0.11'} rg /F ${size} Tf ${left.toFixed(1)} ${(A4.height - y).toFixed(1)} Td <${hex(text)}> Tj ET`;
};

const FONTS = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
];

/** The bytes of a document with these pages, in Latin-1. */
export function pdf(pages: readonly (readonly PdfText[])[], title: string): Buffer {
  const first = 3 + FONTS.length;
  const pageIds = pages.map((_, index) => first + index * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>',
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ...FONTS,
    ...pages.flatMap((page, index) => {
      const content = page.map(drawn).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    `<< /Title <feff${hex(title)}> /Producer (Nuanlin) >>`,
  ];
  let text = '%PDF-1.5\n';
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
