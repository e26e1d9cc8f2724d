import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** Where and of what a figure was taken; absolute times mean little without it. */
export function provenance(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `commit ${commit} · Node ${process.version} · ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'} · ${memory} GB · load ${loadavg()[0]?.toFixed(1)} · ${new Date().toISOString().slice(0, 10)}`;
}

export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Prints a figure and keeps it in `docs/figures`. */
export function keepFigure(name: string, title: string, command: string, parts: readonly string[]): void {
  const text = [`# ${title}`, `\`${command}\` printed this.`, provenance(), ...parts].join('\n\n');
  mkdirSync(join('docs', 'figures'), { recursive: true });
  writeFileSync(join('docs', 'figures', `${name}.md`), `${text}\n`);
  console.log(text);
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** By the nearest-rank method. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('a percentile of nothing');
  return value;
}
