import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import fc from 'fast-check';
import { breakLines } from './break-lines';
import type { PdfDocument } from './document';
import { roundUp } from './draw-chart';
import { layOut } from './lay-out';
import { loadFaces } from './typefaces';
import { writePdf } from './write-pdf';

const document: PdfDocument = {
  title: '结案小结',
  subtitle: '王秀英 · 红光村',
  madeBy: '周敏',
  madeAt: '2026-11-25T08:05:00Z' as Instant,
  parts: [
    { kind: 'facts', facts: [{ label: '开案', value: '2026年3月1日' }] },
    { kind: 'heading', text: '目标' },
    { kind: 'paragraph', text: '每周有两个人来看她，䶮字也写得出。' },
    {
      kind: 'table',
      columns: [
        { title: '事', share: 3 },
        { title: '次数', share: 1, align: 'right' },
      ],
      rows: Array.from({ length: 60 }, (_, n) => [`第 ${n + 1} 次探访`, String(n)]),
    },
    {
      kind: 'chart',
      shape: 'bars',
      title: '前后',
      labels: ['日常生活', '情绪'],
      series: [
        { name: '开案时', values: [65, 12] },
        { name: '结案时', values: [80, null] },
      ],
    },
  ],
};

/** Every stream of a file, unpacked. */
const streams = (bytes: Buffer): Buffer[] =>
  [...bytes.toString('latin1').matchAll(/\/Length (\d+) [^>]*>>\nstream\n/g)].map((found) => {
    const from = found.index + found[0].length;
    return inflateSync(bytes.subarray(from, from + Number(found[1])));
  });

describe('a PDF', () => {
  it('has a table of objects that leads to each of them, and as many pages as are said at the foot', async () => {
    const bytes = Buffer.from(await writePdf(document));
    const text = bytes.toString('latin1');
    const start = Number(text.match(/startxref\n(\d+)/)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const rows = [...text.slice(start).matchAll(/(\d{10}) 00000 n/g)];
    for (const [index, row] of rows.entries())
      expect(text.slice(Number(row[1])).startsWith(`${index + 1} 0 obj`)).toBe(true);
    expect(rows.length).toBeGreaterThan(10);
    const pages = layOut(document, await loadFaces());
    expect(text).toContain(`/Count ${pages.length} `);
    const last = pages.at(-1)?.flatMap((mark) => (mark.draw === 'text' ? [mark.text] : []));
    expect(last).toContain(`第 ${pages.length} 页，共 ${pages.length} 页`);
  });

  it('says all its characters to who searches or has it read aloud', async () => {
    const unpacked = streams(Buffer.from(await writePdf(document))).map((each) => each.toString('latin1'));
    const meaning = unpacked.filter((each) => each.includes('beginbfchar')).join('\n');
    for (const character of '结案小结王秀英每周有两个人来看她䶮字也写得出')
      expect(meaning).toContain(`<${character.charCodeAt(0).toString(16).padStart(4, '0')}>`);
  });

  it('carries only the characters it uses, and is the same when made again', async () => {
    const [first, second] = [await writePdf(document), await writePdf(document)];
    expect(first.length).toBeLessThan(60_000);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  it('begins each page of a long table with its titles, and keeps every row', async () => {
    const pages = layOut(document, await loadFaces());
    const texts = pages.map((page) => page.flatMap((mark) => (mark.draw === 'text' ? [mark.text] : [])));
    const rows = texts.flat().filter((text) => /^第 \d+ 次探访$/.test(text));
    expect(rows).toHaveLength(60);
    for (const page of texts)
      if (page.some((text) => text.endsWith('次探访'))) expect(page).toContain('次数');
  });

  it('draws what was not measured as a dash and not as nothing', async () => {
    const texts = layOut(document, await loadFaces())
      .flat()
      .flatMap((mark) => (mark.draw === 'text' ? [mark.text] : []));
    expect(texts.filter((text) => text === '—')).toHaveLength(1);
  });

  it('leaves no few lines alone on a last page, and keeps them all', async () => {
    const faces = await loadFaces();
    const textsOf = (count: number) => {
      const parts = Array.from({ length: count }, (_, n) => ({
        kind: 'paragraph' as const,
        text: `第 ${n} 段`,
      }));
      return layOut({ ...document, parts }, faces).map((page) =>
        page.flatMap((mark) => (mark.draw === 'text' && mark.text.endsWith('段') ? [mark.text] : [])),
      );
    };
    for (let count = 10; count < 90; count += 1) {
      const pages = textsOf(count);
      expect(pages.flat()).toHaveLength(count);
      if (pages.length > 1) expect(pages.at(-1)?.length).toBeGreaterThan(3);
    }
  });

  it('draws nothing beyond the edges of the paper', async () => {
    const faces = await loadFaces();
    const name = fc.string({
      unit: fc.constantFrom('王', '，', 'a', ' ', '8', '（', '\u{20bb7}'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(name, name, (title, cell) => {
        const table = {
          kind: 'table' as const,
          columns: [
            { title: cell, share: 1 },
            { title: '', share: 5 },
          ],
          rows: [[cell, title]],
        };
        for (const mark of layOut({ ...document, title, parts: [table] }, faces).flat()) {
          if (mark.draw !== 'text') continue;
          expect(mark.x).toBeGreaterThanOrEqual(50);
          expect(mark.y).toBeGreaterThan(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('breaking lines', () => {
  const width = (text: string): number => [...text].length;
  const words = fc.string({
    unit: fc.constantFrom('老', '人', '，', '。', '（', '”', 'a', '7', ' '),
    maxLength: 80,
  });

  it('loses no character, and makes no line that is too wide', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 20 }), (text, most) => {
        const lines = breakLines(text, most, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });

  it('begins no line with a closing sign and ends none with an opening one', () => {
    expect(breakLines('她说今天很，明天（周四）', 5, width)).toEqual(['她说今天', '很，明天', '（周四）']);
  });

  it('keeps a number and a Latin word whole', () => {
    expect(breakLines('请打 0455-1234567 找刘芳', 13, width)).toEqual(['请打', '0455-1234567', '找刘芳']);
  });

  it('rounds the top of a chart to a plain number', () => {
    expect([0, 1, 7, 24, 101, 240].map(roundUp)).toEqual([1, 1, 8, 30, 200, 300]);
  });
});
