/** Four small charts of lines in one SVG: no library, since this is all there is to draw. */
export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly {
    readonly name: string;
    readonly colour: string;
    readonly points: readonly (readonly [number, number])[];
  }[];
}

const WIDTH = 440;
const HEIGHT = 250;
const LEFT = 62;
const TOP = 40;
const RIGHT = 14;
const BOTTOM = 34;

const short = (value: number): string =>
  value >= 10_000 ? `${(value / 10_000).toFixed(value >= 100_000 ? 0 : 1)} 万` : String(Math.round(value));

function panel({ title, unit, lines }: Panel, at: number): string {
  const all = lines.flatMap((line) => line.points);
  const [from, to] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const most = Math.max(1, ...all.map(([, y]) => y));
  const x = (value: number): number => LEFT + ((value - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM);
  const grid = [0, 0.5, 1]
    .map((share) => {
      const at_ = y(most * share).toFixed(1);
      return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at_}" y2="${at_}" stroke="#ece5da"/><text x="${LEFT - 8}" y="${Number(at_) + 4}" text-anchor="end">${short(most * share)}</text>`;
    })
    .join('');
  const years = [Math.ceil(from), Math.round((from + to) / 2), Math.floor(to)]
    .map((year) => `<text x="${x(year).toFixed(1)}" y="${HEIGHT - 12}" text-anchor="middle">${year}</text>`)
    .join('');
  const drawn = lines
    .map(
      (line) =>
        `<polyline fill="none" stroke="${line.colour}" stroke-width="2" points="${line.points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(' ')}"/>`,
    )
    .join('');
  const place = `translate(${(at % 2) * WIDTH},${Math.floor(at / 2) * HEIGHT + 36})`;
  return `<g transform="${place}"><text x="${LEFT}" y="22" font-size="15" font-weight="600" fill="#24211d">${title}（${unit}）</text>${grid}${years}${drawn}</g>`;
}

export function chart(title: string, panels: readonly Panel[]): string {
  const [first] = panels;
  const legend = (first?.lines ?? [])
    .map(
      ({ name, colour }, n) =>
        `<g transform="translate(${LEFT + 250 + n * 180},22)"><rect width="18" height="4" y="-6" fill="${colour}"/><text x="24">${name}</text></g>`,
    )
    .join('');
  const height = Math.ceil(panels.length / 2) * HEIGHT + 44;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * 2}" height="${height}" font-family="Noto Sans CJK SC, sans-serif" font-size="12" fill="#6b655c"><rect width="100%" height="100%" fill="#ffffff"/><text x="${LEFT}" y="24" font-size="17" font-weight="600" fill="#24211d">${title}</text>${legend}${panels.map(panel).join('')}</svg>\n`;
}
