import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { cityRules, firstVersion } from '../shared/src/time-bank/city-rules';
import { chart } from './timebank/chart';
import { assumptions, type Quarter, simulate } from './timebank/county-years';

/** A county over ten years under three cities' rules: `npm run simulate:timebank -- [seed]`. */
const seed = Number(process.argv[2] ?? 20261124);
const YEARS = 10;
const colours = ['#1f6650', '#d4532a', '#2a6a9e'];
const folder = join(import.meta.dirname, '..', 'docs', 'figures');

const runs = cityRules.map((city, n) => ({
  name: city.zh,
  colour: colours[n] ?? '#24211d',
  quarters: simulate(firstVersion(city, '2025-01-01'), YEARS, seed),
}));
const lines = (pick: (q: Quarter) => number) =>
  runs.map(({ name, colour, quarters }) => ({
    name,
    colour,
    points: quarters.map((q) => [q.year, pick(q)] as const),
  }));

mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'time-bank-simulation.svg'),
  chart('一个县的十年', [
    { title: '存着未用', unit: '小时', lines: lines((q) => q.outstandingHours) },
    { title: '累计兑付', unit: '小时', lines: lines((q) => q.redeemedHours) },
    { title: '季末还在等', unit: '次', lines: lines((q) => q.waiting) },
    { title: '保障金累计', unit: '元', lines: lines((q) => q.fundYuan) },
  ]),
);
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const last = (quarters: readonly Quarter[]): Quarter | undefined => quarters.at(-1);
const rows = runs.map(({ name, quarters }) => {
  const q = last(quarters);
  return `| ${name} | ${q?.outstandingHours} | ${q?.redeemedHours} | ${Math.max(...quarters.map((each) => each.waiting))} | ${q?.fundYuan} |`;
});
const text = `# The time bank over ten years

\`npm run simulate:timebank\` · seed ${seed} · commit ${commit} · ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}

One county by the very rules that the functions use (\`shared/src/time-bank\`): credits, caps, gifts from the city, the
pool, the fund. People and chance are invented; the rules of the cities are the examples of \`city-rules.ts\`, in which
what is reported and what is assumed is marked. Every run ends with the postings summing to zero.

![](time-bank-simulation.svg)

| Rules | Outstanding after ten years, hours | Redeemed, hours | Most waiting at the end of a quarter | Fund drawn, yuan |
|---|---|---|---|---|
${rows.join('\n')}

Assumed: ${Object.entries(assumptions)
  .map(([name, value]) => `${name} ${value}`)
  .join(', ')}.
`;
writeFileSync(join(folder, 'time-bank-simulation.md'), text);
writeSync(1, text);
