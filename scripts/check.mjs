import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { install } from './install.mjs';

install();

const openapi = 'docs/openapi.json';
const openapiText = () => (existsSync(openapi) ? readFileSync(openapi, 'utf8') : '');

const run = (command, args) =>
  spawnSync('npx', ['--no-install', command, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status === 0;

const isOpenapiCurrent = () => {
  const committed = openapiText();
  if (!run('tsx', ['scripts/openapi.ts'])) return false;
  if (openapiText() === committed) return true;
  process.stderr.write(`${openapi} was out of date and has been written anew; commit it.\n`);
  return false;
};

const checks = [
  ['format and lint', () => run('biome', ['check', '.'])],
  // What has not changed since the last check is not looked at again; CI begins without the cache.
  [
    'types',
    () =>
      run('tsc', [
        '-p',
        'tsconfig.json',
        '--incremental',
        '--tsBuildInfoFile',
        '.cache/tsconfig.tsbuildinfo',
      ]),
  ],
  [
    'boundaries',
    () =>
      run('depcruise', [
        '--config',
        'config/dependency-cruiser.cjs',
        'shared',
        'functions',
        'scripts',
        'miniapp',
      ]),
  ],
  ['dead code', () => run('knip', ['--config', 'config/knip.json', '--no-config-hints'])],
  ['OpenAPI up to date', isOpenapiCurrent],
];

const failed = checks
  .filter(([name, check]) => {
    const began = Date.now();
    const passed = check();
    process.stdout.write(`${passed ? '✔' : '✖'} ${name}  ${((Date.now() - began) / 1000).toFixed(1)}s\n`);
    return !passed;
  })
  .map(([name]) => name);

if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(', ')}\n`);
  process.exit(1);
}
