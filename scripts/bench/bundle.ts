import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions, type DeployedFunction, deployedFunctions } from '../bundles';
import { keepFigure, table } from './figures';
import { firstScreens } from './first-screens';

const BUNDLE_LIMIT_KB = 400;
const IMPORT_LIMIT_MS = 80;
const MAIN_PACKAGE_LIMIT_KB = 1_024;
const ROUNDS = 9;
const kb = (bytes: number): number => Math.round(bytes / 102.4) / 10;

async function bundle(entry: DeployedFunction, folder: string): Promise<string> {
  const outfile = join(folder, `${entry.name}.mjs`);
  await build({ ...bundleOptions(), outExtension: {}, entryPoints: [entry.file], outfile });
  return outfile;
}

const environment = {
  ...process.env,
  STAGE: 'local',
  TABLE_NAME: 'none',
  TOKEN_SECRET: 'a secret for measuring',
  WECHAT_APP_ID: 'none',
  WECHAT_APP_SECRET: 'none',
  WEBSOCKET_ENDPOINT: 'http://127.0.0.1:1',
  AWS_REGION: 'cn-northwest-1',
};

interface Took {
  /** Milliseconds on the clock. */
  readonly clock: number;
  /** Milliseconds of all of the process's threads, which the machine's other work does not lengthen. */
  readonly processor: number;
}

/** How long it takes to import a file, in a process that has loaded nothing else. */
function importOf(file: string): Took {
  const script = `const cpu = process.cpuUsage(); const from = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); const clock = performance.now() - from; const { user, system } = process.cpuUsage(cpu); console.log('took', clock, (user + system) / 1000)`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: environment,
    encoding: 'utf8',
  });
  const [, clock, processor] = /took ([\d.]+) ([\d.]+)/.exec(said) ?? [];
  if (clock === undefined || processor === undefined)
    throw new Error(`${file} did not say how long its import took`);
  return { clock: Number(clock), processor: Number(processor) };
}

const least = (values: readonly number[]): number => Math.min(...values);

const bytesUnder = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && !each.name.endsWith('.map'))
    .reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0);

/** Sizes of WeChat's packages: the main one is everything that is not in a sub-package. */
function weappPackages(): { readonly name: string; readonly bytes: number }[] {
  const root = join('dist', 'weapp');
  if (!existsSync(join(root, 'app.json'))) return [];
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
    subpackages?: { root: string }[];
  };
  const subs = (app.subPackages ?? app.subpackages ?? []).map(({ root: name }) => ({
    name,
    bytes: bytesUnder(join(root, name)),
  }));
  const inSubs = subs.reduce((sum, each) => sum + each.bytes, 0);
  return [{ name: 'main', bytes: bytesUnder(root) - inSubs }, ...subs];
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nuanlin-bundle-'));
  try {
    const bare = join(folder, 'bare.ts');
    writeFileSync(
      bare,
      `import middy from ${JSON.stringify(join(process.cwd(), 'node_modules/@middy/core'))};\nexport const handler = middy().handler(async () => ({ statusCode: 200, body: '{}' }));\n`,
    );
    const all = [{ name: 'bare middy handler', file: bare }, ...deployedFunctions()];
    const measured = [];
    for (const entry of all) {
      const file = await bundle(entry, folder);
      measured.push({ name: entry.name, file, bytes: statSync(file).size, times: [] as Took[] });
    }
    // Rounds over all files, so that a slow moment of the machine meets each of them.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const each of measured) each.times.push(importOf(each.file));
    }
    const timed = measured.map(({ name, bytes, times }) => ({
      name,
      bytes,
      clock: least(times.map(({ clock }) => clock)),
      processor: least(times.map(({ processor }) => processor)),
    }));
    const reference = timed[0]?.processor ?? Number.NaN;
    const rows = timed.map(({ name, bytes, clock, processor }) => [
      name,
      kb(bytes),
      clock.toFixed(1),
      processor.toFixed(1),
      `${(processor / reference).toFixed(1)}×`,
    ]);
    const functions = timed.slice(1);
    const fat = functions.filter(({ bytes }) => bytes > BUNDLE_LIMIT_KB * 1_024);
    const slow = functions.filter((each) => Math.min(each.clock, each.processor) > IMPORT_LIMIT_MS);
    const packages = weappPackages();
    const main = packages[0];
    const heavy = main !== undefined && main.bytes > MAIN_PACKAGE_LIMIT_KB * 1_024;
    const names = (each: readonly { name: string }[]): string => each.map(({ name }) => name).join(', ');
    const screens = await firstScreens();
    keepFigure('bundle', 'Sizes of what is shipped', 'npm run bench:bundle', [
      `Each function is one file with everything inside. Limits: ${BUNDLE_LIMIT_KB} KB and ${IMPORT_LIMIT_MS} ms; the fastest of ${ROUNDS} imports, each in a fresh process. Other work on the machine lengthens the clock and hardly the processor time (all threads), so an import is within its limit when either is.`,
      table(['function', 'KB', 'import ms', 'processor ms', 'to bare middy'], rows),
      `Over the size limit: ${fat.length === 0 ? 'none' : names(fat)}. Over the import limit: ${slow.length === 0 ? 'none' : names(slow)}.`,
      packages.length === 0
        ? 'The mini-program was not built in `dist/weapp`, so its packages were not weighed.'
        : table(
            ['WeChat package', 'KB'],
            packages.map(({ name, bytes }) => [name, kb(bytes)]),
          ),
      screens.text,
    ]);
    if (fat.length > 0 || slow.length > 0 || heavy || !screens.kept) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
