import { spawnSync } from 'node:child_process';
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mutants } from './mutate/mutants';

/** Puts each bug of the list into the time bank in turn and asks whether the properties notice. */
const root = join(import.meta.dirname, '..');
const say = (line: string): void => void writeSync(1, `${line}\n`);
const test = (mutant?: object) =>
  spawnSync('npx', ['--no-install', 'jest', '-c', 'scripts/mutate/jest.config.cjs', '--silent', '--bail'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TIME_BANK_SEED: '7', ...(mutant ? { MUTANT: JSON.stringify(mutant) } : {}) },
  });

for (const { file, from } of mutants) {
  const times = readFileSync(join(root, file), 'utf8').split(from).length - 1;
  if (times !== 1) throw new Error(`${file} has the place of a mutant ${times} times: ${from}`);
}
if (test().status !== 0) throw new Error('the properties fail without any mutant');
const survived = mutants.filter((mutant) => {
  const noticed = test(mutant).status !== 0;
  say(`${noticed ? '✔ noticed ' : '✖ SURVIVED'} ${mutant.what} (${mutant.file})`);
  return !noticed;
});
say(`${mutants.length - survived.length} of ${mutants.length} bugs noticed`);
process.exit(survived.length === 0 ? 0 : 1);
