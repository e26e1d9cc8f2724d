/** Signs that may not begin a line (避头), and those that may not end one (避尾): GB/T 15834. */
const NEVER_FIRST = /^[，。、；：？！％）》」』】〉’”…·,.;:?!%)\]}]/u;
const NEVER_LAST = /[（《「『【〈‘“([{]$/u;
const PIECE = /[\u0021-\u024f]+ *|[\s\S]/gu;

/** Pieces between which a line may end: a Chinese character each, a Latin word or a number as a whole. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    const last = found.at(-1);
    if (last !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(last)))
      found[found.length - 1] += piece;
    else found.push(piece);
  }
  return found;
}

/** Lines no wider than `most`; what has no place to break, a long number, is broken where it must be. */
export function breakLines(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    const put = (piece: string): void => {
      if (line !== '' && widthOf((line + piece).trimEnd()) > most) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += line === '' ? piece.trimStart() : piece;
    };
    for (const piece of pieces(paragraph)) {
      if (widthOf(piece.trimEnd()) <= most) put(piece);
      else for (const character of piece) put(character);
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
