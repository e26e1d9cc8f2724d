import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { assign, type Choice } from '@shared/matching/assign';
import loadHighs from 'highs';
import { linearSumAssignment } from 'linear-sum-assignment';
import { minimumWeightBipartiteMatch } from 'min-cost-flow';
import { munkres } from 'munkres';
import { mulberry32 } from '../../functions/src/table/memory-table';
import { keepFigure, table } from './figures';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { solver: { type: 'string' }, size: { type: 'string' } },
});
const seed = Number(positionals[0] ?? '1');
/** What a solver is given for a size, making the graph included; whoever has not answered by then is stopped. */
const PATIENCE_SECONDS = 40;
const SIZES = [100, 300, 1_000] as const;
const NEAREST = 20;
/** Above every edge: to leave a request without anybody is the last way out. */
const UNMET = 100_000;
const SIDE_METRES = 30_000;
const TIMES = 3;

type Rows = readonly (readonly Choice[])[];

/** Requests and helpers thrown on a square; each request may go to its nearest helpers, by whole metres. */
function county(requests: number, helpers: number): Rows {
  const random = mulberry32(seed + requests + helpers);
  const points = (count: number) =>
    Array.from({ length: count }, () => ({ x: random() * SIDE_METRES, y: random() * SIDE_METRES }));
  const homes = points(helpers);
  // Nobody farther than this is among the nearest: a quarter of such a circle, at a corner, holds three times as many.
  const far = SIDE_METRES * Math.sqrt((3 * 4 * NEAREST) / (Math.PI * helpers));
  return points(requests).map(({ x, y }) =>
    homes
      .map((home, column) => ({ column, cost: Math.round(Math.hypot(home.x - x, home.y - y)) }))
      .filter(({ cost }) => cost <= far)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, NEAREST),
  );
}

const costOf = (rows: Rows, given: readonly (number | undefined)[]): number =>
  given.reduce<number>(
    (sum, column, row) => sum + (rows[row]?.find((each) => each.column === column)?.cost ?? UNMET),
    0,
  );
const matrixOf = (rows: Rows, columns: number): number[][] =>
  rows.map((row) => {
    const line = new Array<number>(columns).fill(UNMET);
    for (const { column, cost } of row) line[column] = cost;
    return line;
  });

interface Solver {
  readonly name: string;
  /** The cost that it finds, and the processor time of the solving alone. */
  readonly solve: (rows: Rows, columns: number) => { cost: number; ms: number };
}
/** Least of several, so that a busy machine falsifies it less. */
function timed<T>(work: () => T, times = TIMES): { answer: T; ms: number } {
  let ms = Number.POSITIVE_INFINITY;
  let answer = work();
  for (let time = 0; time < times; time += 1) {
    const began = process.cpuUsage();
    answer = work();
    const { user, system } = process.cpuUsage(began);
    ms = Math.min(ms, (user + system) / 1000);
  }
  return { answer, ms };
}

const ours: Solver = {
  name: 'ours, sparse Jonker–Volgenant',
  solve: (rows, columns) => {
    const { answer, ms } = timed(() => assign(rows, columns, UNMET));
    return { cost: costOf(rows, answer), ms };
  },
};

async function others(): Promise<readonly Solver[]> {
  const highs = await loadHighs();
  return [
    {
      name: 'munkres 2.0.4',
      solve: (rows, columns) => {
        const matrix = matrixOf(rows, columns);
        const { answer, ms } = timed(() => munkres(matrix), 1);
        return { cost: answer.reduce((sum, [row, column]) => sum + (matrix[row]?.[column] ?? 0), 0), ms };
      },
    },
    {
      name: 'linear-sum-assignment 1.0.9',
      solve: (rows, columns) => {
        const matrix = matrixOf(rows, columns);
        const { answer, ms } = timed(() => linearSumAssignment(matrix, { maximaze: false }), 1);
        return { cost: answer.gain, ms };
      },
    },
    {
      name: 'highs 1.15.3 (WebAssembly), sparse',
      solve: (rows, columns) => {
        const problem = programOf(rows, columns);
        const { answer, ms } = timed(() => highs.solve(problem), 1);
        return { cost: answer.ObjectiveValue, ms };
      },
    },
    {
      name: 'min-cost-flow 2.1.0, sparse',
      solve: (rows) => {
        const edges = rows.flatMap((row, index) => [
          ...row.map(({ column, cost }) => ({ left: `r${index}`, right: `h${column}`, weight: cost })),
          { left: `r${index}`, right: `n${index}`, weight: UNMET },
        ]);
        const began = process.cpuUsage();
        const answer = minimumWeightBipartiteMatch(edges);
        const { user, system } = process.cpuUsage(began);
        return { cost: answer.reduce((sum, { weight }) => sum + weight, 0), ms: (user + system) / 1000 };
      },
    },
  ];
}

/** The same as a linear program in CPLEX's format; its corners are whole. */
function programOf(rows: Rows, columns: number): string {
  const byColumn = Array.from({ length: columns }, (): string[] => []);
  const goal = rows.flatMap((row, index) => [
    ...row.map(({ column, cost }) => `${cost} x${index}_${column}`),
    `${UNMET} u${index}`,
  ]);
  const limits = rows.map((row, index) => {
    const names = row.map(({ column }) => {
      const name = `x${index}_${column}`;
      byColumn[column]?.push(name);
      return name;
    });
    return ` r${index}: ${[...names, `u${index}`].join(' + ')} = 1`;
  });
  const once = byColumn.flatMap((names, column) =>
    names.length === 0 ? [] : [` h${column}: ${names.join(' + ')} <= 1`],
  );
  return `Minimize\n obj: ${goal.join('\n + ')}\nSubject To\n${[...limits, ...once].join('\n')}\nEnd`;
}

/** Whoever asks first gets the nearest who is left. */
function firstCome(rows: Rows): readonly (number | undefined)[] {
  const taken = new Set<number>();
  return rows.map((row) => {
    const free = row.find(({ column }) => !taken.has(column))?.column;
    if (free !== undefined) taken.add(free);
    return free;
  });
}

interface Answer {
  readonly cost: number;
  readonly ms: number;
}

const solvers = async (): Promise<readonly Solver[]> => [ours, ...(await others())];

/** One solver on one size in this process: what `inTime` starts. */
async function solveOne(name: string, size: number): Promise<void> {
  const solver = (await solvers()).find((each) => each.name === name);
  if (solver === undefined) throw new Error(`no solver ${name}`);
  process.stdout.write(JSON.stringify(solver.solve(county(size, size), size)));
}

/** The answer of a solver in a process of its own; nothing where it has none within the time. */
function inTime(name: string, size: number): Answer | undefined {
  const one = [
    '--import',
    'tsx',
    'scripts/bench/assign.ts',
    String(seed),
    '--solver',
    name,
    '--size',
    String(size),
  ];
  const done = spawnSync(process.execPath, one, { timeout: PATIENCE_SECONDS * 1000, encoding: 'utf8' });
  if (done.error !== undefined) return undefined;
  if (done.status !== 0) throw new Error(`${name} at ${size}: ${done.stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(done.stdout) as Answer;
}

const stopped = `not in ${PATIENCE_SECONDS} s`;

/** A row a solver: milliseconds and the ratio to ours for each size, until it does not end in time. */
function compared(names: readonly string[], own: readonly Answer[]): string[][] {
  return names.map((name) => {
    let isOver = false;
    const cells = SIZES.flatMap((size, index) => {
      if (isOver) return ['not tried', ''];
      const reference = own[index] as Answer;
      const answer = name === ours.name ? reference : inTime(name, size);
      if (answer === undefined) {
        isOver = true;
        return [stopped, ''];
      }
      if (Math.abs(answer.cost - reference.cost) > 0.5)
        throw new Error(`${name} finds ${answer.cost} for ${size}, ours finds ${reference.cost}`);
      process.stderr.write(`${name} ${size} ${answer.ms.toFixed(1)} ms\n`);
      return [answer.ms.toFixed(1), `×${(answer.ms / reference.ms).toFixed(1)}`];
    });
    return [name, ...cells];
  });
}

async function measure(): Promise<void> {
  const references = SIZES.map((size) => ours.solve(county(size, size), size));
  const own = references.at(-1) as Answer;
  const rows = compared(
    (await solvers()).map(({ name }) => name),
    references,
  );
  const large = [2_000, 5_000, 10_000].map((size) => {
    const { ms } = ours.solve(county(size, size), size);
    return [size.toLocaleString('en'), ms.toFixed(1), `×${(ms / own.ms).toFixed(1)}`];
  });
  const scarce = [1, 2, 5].map((each) => {
    const list = county(2_000, 2_000 * each);
    const [greedy, best] = [firstCome(list), assign(list, 2_000 * each, UNMET)];
    const unmet = (given: readonly unknown[]) => given.filter((column) => column === undefined).length;
    const metres = (given: readonly (number | undefined)[]) =>
      (costOf(list, given) - UNMET * unmet(given)) / (given.length - unmet(given));
    return [
      each,
      unmet(greedy),
      unmet(best),
      metres(greedy).toFixed(0),
      metres(best).toFixed(0),
      `×${(metres(greedy) / metres(best)).toFixed(2)}`,
    ];
  });
  keepFigure(
    'assign',
    'Several requests at once: who is asked first for which',
    `npm run bench:assign -- ${seed}`,
    [
      `Seed ${seed}. Requests and helpers at random on 30 × 30 km, each request with its ${NEAREST} nearest helpers; one without anybody costs more than any way. Milliseconds of processor time, the least of ${TIMES} runs for ours and of one for the others after a first that is not counted (min-cost-flow: its only run). Each of the others runs in a process of its own and is stopped after ${PATIENCE_SECONDS} s; larger sizes are then not tried. Every answer has the same least cost, or the measurement ends.`,
      `## As many requests as helpers\n\n${table(['solver', ...SIZES.flatMap((size) => [`${size.toLocaleString('en')}, ms`, 'to ours'])], rows)}`,
      `## Larger, ours\n\n${table(['requests and helpers', 'ms', 'to 1,000'], large)}`,
      `## Against first come, nearest first: 2,000 requests\n\n${table(['helpers a request', 'nobody, first come', 'nobody, together', 'metres a visit, first come', 'metres, together', 'ratio'], scarce)}`,
    ],
  );
}

void (values.solver === undefined ? measure() : solveOne(values.solver, Number(values.size)));
