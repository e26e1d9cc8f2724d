import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nobodyCan } from '@shared/planning/instance/nobody-can';
import { readInstance } from '@shared/planning/instance/read-instance';
import { solutionOf } from '@shared/planning/instance/write-solution';
import { solve } from '@shared/planning/solve';
import { stepsFor } from '@shared/planning/steps';

/** Exit codes: the plan is whole; it leaves someone out; nothing could be planned. */
const WHOLE = 0;
const BAD_INPUT = 2;
const SOMEONE_LEFT_OUT = 3;

function stop(zh: string, en: string): never {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(BAD_INPUT);
}

function flags() {
  const usage = 'npm run plan -- --instance FILE [--seconds 60] [--seed 1] [--out FILE]';
  let values: { instance?: string; seconds?: string; seed?: string; out?: string };
  try {
    ({ values } = parseArgs({
      options: {
        instance: { type: 'string' },
        seconds: { type: 'string' },
        seed: { type: 'string' },
        out: { type: 'string' },
      },
    }));
  } catch (cause) {
    return stop(`用法：${usage}`, `${(cause as Error).message.split('\n')[0]} Usage: ${usage}`);
  }
  const { instance } = values;
  const seconds = Number(values.seconds ?? '60');
  const seed = Number(values.seed ?? '1');
  if (instance === undefined)
    return stop(`请用 --instance 指定文件。用法：${usage}`, `Name a file with --instance. Usage: ${usage}`);
  if (!(seconds > 0 && seconds <= 86_400))
    return stop(
      '--seconds 应为大于 0、不超过 86400 的数。',
      '--seconds takes a number above 0 and up to 86400.',
    );
  if (!Number.isSafeInteger(seed)) return stop('--seed 应为整数。', '--seed takes a whole number.');
  return { instance, seconds, seed, out: values.out };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return stop(`读不到文件 ${file}。`, `The file ${file} cannot be read.`);
  }
}

function main(): number {
  const began = performance.now();
  const { instance, seconds, seed, out } = flags();
  const read = readInstance(textOf(instance));
  if (!read.ok) return stop(read.problem.zh, read.problem.en);
  const { day } = read;
  const elapsed = (): number => (performance.now() - began) / 1000;
  const impossible = nobodyCan(day);
  const { plan, hurried } = solve(day, { seed, steps: stepsFor(seconds), hurry: () => elapsed() / seconds });
  const names = (visits: readonly number[]): string =>
    visits.map((visit) => day.visits[visit]?.id).join(', ');
  if (out !== undefined) {
    try {
      writeFileSync(out, `${JSON.stringify(solutionOf(day, plan))}\n`);
    } catch {
      return stop(`写不进文件 ${out}。`, `The file ${out} cannot be written.`);
    }
  }
  const others = plan.unmet.filter((visit) => !impossible.includes(visit));
  if (impossible.length > 0)
    process.stderr.write(
      `没有人能做：${names(impossible)}\nNobody of this day can do: ${names(impossible)}\n`,
    );
  if (others.length > 0)
    process.stderr.write(`没有排上：${names(others)}\nNot placed within these hours: ${names(others)}\n`);
  process.stdout.write(
    `${JSON.stringify({ ...plan.cost, visits: day.visits.length, unmet: plan.unmet.length, seed, seconds: Number(elapsed().toFixed(1)), repeatable: !hurried })}\n`,
  );
  return plan.unmet.length > 0 ? SOMEONE_LEFT_OUT : WHOLE;
}

process.exitCode = main();
