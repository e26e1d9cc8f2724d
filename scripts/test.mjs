import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { resultsFolder, tally, tallyLine } from './tally.mjs';

install();

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
const inBackground = (command, args) =>
  new Promise((settle) => {
    spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
      .on('error', () => settle(false))
      .on('exit', (code) => settle(code === 0));
  });
const answer = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
const npx = (...args) => run('npx', ['--no-install', ...args]);
/** By itself jest leaves one core free, which of two cores is half of them. */
const jest = (...args) => npx('jest', '-c', 'config/jest.config.cjs', '--maxWorkers=100%', ...args);

const wanted = process.argv.slice(2);
if (wanted.length > 0) process.exit(jest(...wanted) ? 0 : 1);

const browserPackages = ['chromium', 'fonts-noto-cjk'];
const hasBrowser = () =>
  existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium') &&
  answer('fc-list', [':lang=zh', 'family']).trim() !== '';

/** The journeys need Chromium and Chinese fonts; installs them where that is ours to do. */
const provideBrowser = () => {
  if (hasBrowser()) return true;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  process.stdout.write(`安装浏览器和中文字体 installing ${browserPackages.join(' and ')} …\n`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...browserPackages]);
  return hasBrowser();
};

const withResults = (name) => ['--json', '--outputFile', join(resultsFolder, `${name}.json`)];

rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder, { recursive: true });

/** Each build is mostly one thread, so the two go side by side. */
const builds = async () => {
  const built = await Promise.all([
    inBackground('npm', ['run', '--silent', 'build:weapp']),
    inBackground('npx', ['--no-install', 'tsx', 'scripts/start/build-pages.ts']),
  ]);
  return built.every(Boolean);
};

const steps = [
  ['units', () => jest('--selectProjects', 'unit', ...withResults('unit'))],
  ['the mini-program, for WeChat and for the browser', builds],
];
const journeysFolder = join('miniapp', 'journeys');
/** The journeys in the browser are those with `./browser-phones`; the others run WeChat's own engine. */
const browserJourneys = () =>
  readdirSync(journeysFolder).filter(
    (file) =>
      file.endsWith('.test.ts') &&
      readFileSync(join(journeysFolder, file), 'utf8').includes("from './browser-phones'"),
  );
const browserReady = provideBrowser();
const skipped = browserReady ? [] : browserJourneys();
const skipping = skipped.flatMap((file) => ['--testPathIgnorePatterns', file.replaceAll('.', '\\.')]);
steps.push(['journeys', () => jest('--selectProjects', 'journeys', ...withResults('journeys'), ...skipping)]);

const failed = [];
for (const [name, step] of steps) {
  if (!(await step())) failed.push(name);
}

if (!browserReady) {
  process.stdout.write(
    `Skipped, for want of a browser or Chinese fonts: ${skipped.join(', ')}. This installs them: ` +
      `sudo apt-get install -y ${browserPackages.join(' ')}\n`,
  );
}
if (failed.length > 0) process.stdout.write(`Failed: ${failed.join(', ')}\n`);
process.stdout.write(`${tallyLine(tally())}\n`);
process.exit(failed.length === 0 ? 0 : 1);
