import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem';
import { start } from './processes';
import { hashOf } from './sources';

const output = join('dist', 'h5');
const record = join('.cache', 'h5-built-from');
const sources = [
  'miniapp/src',
  'shared/src',
  'config/index.ts',
  'config/taro',
  'babel.config.js',
  'package-lock.json',
];

/** Builds the pages for the browser unless exactly these sources were built last; gives their folder. */
export const builtPages = async (options: {
  onStart(): void;
  started(stop: () => Promise<void>): void;
}): Promise<string> => {
  const hash = hashOf(sources);
  const isCurrent =
    existsSync(join(output, 'index.html')) && existsSync(record) && readFileSync(record, 'utf8') === hash;
  if (!isCurrent) {
    options.onStart();
    const build = start('npm', ['run', '--silent', 'build:h5'], {
      env: { ...process.env, NODE_ENV: 'production' },
      shell: process.platform === 'win32',
    });
    options.started(() => build.stop());
    const code = await build.ended;
    if (code !== 0 || !existsSync(join(output, 'index.html'))) {
      throw new Problem(`The pages could not be built:\n${build.tail()}`);
    }
    mkdirSync('.cache', { recursive: true });
    writeFileSync(record, hash);
  }
  return join(process.cwd(), output);
};
