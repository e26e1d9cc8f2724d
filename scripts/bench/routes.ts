import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateInstance } from '@shared/planning/instance/generate';
import { readInstance } from '@shared/planning/instance/read-instance';
import { solutionOf } from '@shared/planning/instance/write-solution';
import { repair } from '@shared/planning/repair/repair';
import { solve } from '@shared/planning/solve';
import { stepsFor } from '@shared/planning/steps';
import { keepFigure, median, table } from './figures';

/** Instances, best-known costs and the checker are not part of this project: they are read from where one has them. */
const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    seeds: { type: 'string', default: '1,2,3,4,5' },
    sizes: { type: 'string' },
    /** Lets every run take all its steps, however slow the machine is just now. */
    patient: { type: 'boolean', default: false },
  },
});
const folder = values.folder ?? process.env.HHCRSP_FOLDER;
if (folder === undefined || !existsSync(join(folder, 'best-known.csv'))) {
  process.stderr.write(
    '找不到测试实例。Name the folder that holds best-known.csv, hhcrsp-check.mjs and the instances: npm run bench:routes -- --folder DIR, or HHCRSP_FOLDER.\n',
  );
  process.exit(2);
}
const seconds = Number(values.seconds);
const seeds = values.seeds.split(',').map(Number);
const sizes = values.sizes?.split(',').map(Number);

interface Known {
  readonly file: string;
  readonly patients: number;
  readonly best: number;
  readonly genetic: number;
  readonly geneticSeconds: number;
}
interface Result extends Known {
  readonly costs: readonly number[];
  readonly seconds: number;
  readonly hurried: boolean;
}

type Check = (instance: unknown, solution: unknown) => { ok: boolean; cost: number; err: readonly string[] };
function known(): Known[] {
  const [head = '', ...rows] = readFileSync(join(folder as string, 'best-known.csv'), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return {
      file: cell('instance'),
      patients: Number(cell('patients')),
      best: Number(cell('best_known_cost')),
      genetic: Number(cell('brkga2021_mean_cost_15runs')),
      geneticSeconds: Number(cell('brkga2021_mean_seconds_i7_930_4threads')),
    };
  });
}

function pathOf(file: string): string {
  const path = readdirSync(folder as string, { recursive: true, encoding: 'utf8' }).find((each) =>
    each.endsWith(file),
  );
  if (path === undefined) throw new Error(`${file} is in best-known.csv but not in ${folder}`);
  return join(folder as string, path);
}

interface Run {
  readonly cost: number;
  readonly seconds: number;
  readonly hurried: boolean;
}

const processorSeconds = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** Solves once; throws when the checker finds the plan infeasible or of another cost. Counts processor time only. */
function run(check: Check, text: string, seed: number): Run {
  const read = readInstance(text);
  if (!read.ok) throw new Error(read.problem.en);
  const began = process.cpuUsage();
  const hurry = values.patient ? () => 0 : () => processorSeconds(began) / seconds;
  const { plan, hurried } = solve(read.day, { seed, steps: stepsFor(seconds), hurry });
  const used = processorSeconds(began);
  const judged = check(JSON.parse(text), solutionOf(read.day, plan));
  if (!judged.ok || Math.abs(judged.cost - plan.cost.total) > 0.01)
    throw new Error(
      `the checker says ${judged.cost} and ${judged.err.join('; ')}, we say ${plan.cost.total}`,
    );
  return { cost: judged.cost, seconds: used, hurried };
}

/** The commit that last changed the planner; what is not committed has no name, and nothing of it is kept. */
function planner(): string | undefined {
  const git = (...line: readonly string[]): string =>
    execFileSync('git', [...line, '--', 'shared/src/planning'], { encoding: 'utf8' }).trim();
  return git('status', '--porcelain') === '' ? git('log', '-1', '--format=%h') : undefined;
}

/** A finished run is kept by instance, seed, budget and planner, so that a long measure goes on where it ended. */
function keptRun(check: Check, text: string, seed: number, commit: string | undefined): Run {
  if (commit === undefined) return run(check, text, seed);
  const name = createHash('sha256')
    .update(JSON.stringify([text, seed, seconds, values.patient]))
    .digest('hex')
    .slice(0, 24);
  const folderOfRuns = join('.cache', 'bench-routes', commit);
  const file = join(folderOfRuns, `${name}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Run;
  const made = run(check, text, seed);
  mkdirSync(folderOfRuns, { recursive: true });
  writeFileSync(file, JSON.stringify(made));
  return made;
}

const REPAIR_VISITS = 300;

/** Processor seconds to mend a made-up day of 300 visits after each of its first helpers falls ill in turn. */
function repairSeconds(): readonly number[] {
  const made = generateInstance({
    seed: 1,
    patients: REPAIR_VISITS,
    caregivers: 40,
    pairs: 0.3,
    village: true,
  });
  const read = readInstance(JSON.stringify(made));
  if (!read.ok) throw new Error(read.problem.en);
  const { plan } = solve(read.day, { seed: 1, steps: stepsFor(5) });
  return Array.from({ length: 10 }, (_, helper) => {
    const began = process.cpuUsage();
    repair(read.day, plan, { kind: 'sick', helper }, 0);
    return processorSeconds(began);
  });
}

function gap(cost: number, best: number): string {
  return `${(100 * (cost / best - 1)).toFixed(2)}%`;
}
const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;
const percent = (rows: readonly Result[], of: (row: Result) => number): number =>
  mean(rows.map((row) => 100 * (of(row) / row.best - 1)));

async function measure(): Promise<void> {
  const { check } = (await import(pathToFileURL(resolve(folder as string, 'hhcrsp-check.mjs')).href)) as {
    check: Check;
  };
  const commit = planner();
  const results = known()
    .filter(({ patients }) => sizes === undefined || sizes.includes(patients))
    .map((one): Result => {
      const text = readFileSync(pathOf(one.file), 'utf8');
      const runs = seeds.map((seed) => keptRun(check, text, seed, commit));
      const costs = runs.map(({ cost }) => cost);
      process.stderr.write(`${one.file} ${median(costs).toFixed(2)} ${gap(median(costs), one.best)}\n`);
      return {
        ...one,
        costs,
        seconds: median(runs.map((each) => each.seconds)),
        hurried: runs.some((each) => each.hurried),
      };
    });

  const mended = repairSeconds();
  const bySize = [...new Set(results.map(({ patients }) => patients))].map((patients) => {
    const rows = results.filter((each) => each.patients === patients);
    return [
      patients,
      mean(rows.map(({ costs }) => median(costs))).toFixed(2),
      mean(rows.map(({ best }) => best)).toFixed(2),
      mean(rows.map(({ genetic }) => genetic)).toFixed(2),
      `${percent(rows, ({ costs }) => median(costs)).toFixed(2)}%`,
      `${percent(rows, ({ genetic }) => genetic).toFixed(2)}%`,
      `${Math.max(...rows.map(({ costs, best }) => 100 * (median(costs) / best - 1))).toFixed(2)}%`,
      mean(rows.map((row) => row.seconds)).toFixed(1),
      mean(rows.map(({ geneticSeconds }) => geneticSeconds)).toFixed(0),
    ];
  });
  const flags = `--seconds ${seconds} --seeds ${seeds.join(',')}${sizes ? ` --sizes ${sizes.join(',')}` : ''}${values.patient ? ' --patient' : ''}`;
  keepFigure(
    'routes',
    "Tomorrow's routes: home health care routing and scheduling",
    `npm run bench:routes -- --folder DIR ${flags}`,
    [
      `${results.length} instances of Mankowska, Meisel and Bierwirth (2014) as published by iolab-uniud/hhcrsp. Median of seeds ${seeds.join(', ')}, ${stepsFor(seconds)} steps a run, one core, planner at ${commit ?? 'uncommitted'}. Every plan was checked by the benchmark's own checker. Best known: that repository; BRKGA-MP-IPR: Kummer et al. (2021), mean of 15 runs on four threads of an i7-930. Seconds are processor time.${results.some(({ hurried }) => hurried) ? ' Some runs were out of time before they were out of steps.' : ''}`,
      table(
        [
          'patients',
          'ours',
          'best known',
          'BRKGA 2021',
          'our gap',
          'BRKGA gap',
          'our worst gap',
          'our seconds',
          'BRKGA seconds',
        ],
        bySize,
      ),
      `A made-up day of ${REPAIR_VISITS} visits and 40 helpers, mended after one helper falls ill: median ${median(mended).toFixed(2)} s, longest ${Math.max(...mended).toFixed(2)} s of processor time over ${mended.length} helpers (aim: 1 s).`,
      table(
        ['instance', 'best known', 'ours, median', 'gap', 'ours, best'],
        results.map(({ file, best, costs }) => [
          file.replace('.json', ''),
          best.toFixed(2),
          median(costs).toFixed(2),
          gap(median(costs), best),
          Math.min(...costs).toFixed(2),
        ]),
      ),
    ],
  );
}

void measure();
