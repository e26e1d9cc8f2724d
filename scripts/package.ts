import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageFindings } from './package/findings';
import { start } from './start/processes';

const regions = ['cn-northwest-1', 'ap-east-1'];
const stage = 'production';

const osls = createRequire(join(process.cwd(), 'package.json')).resolve('serverless/bin/serverless.js');

/** Packaging asks AWS nothing, so it must work, and stay the same, on a machine without credentials. */
const withoutCredentials = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^AWS_/.test(name)),
);

const packageFor = async (region: string): Promise<string> => {
  const folder = join('dist', 'package', region);
  rmSync(folder, { recursive: true, force: true });
  const packaging = start(
    process.execPath,
    [osls, 'package', '--stage', stage, '--region', region, '--package', folder],
    {
      env: {
        ...withoutCredentials,
        NUANLIN_BUILD_FOLDER: join('.esbuild', `package-${region}`),
        NODE_NO_WARNINGS: '1',
        SLS_TELEMETRY_DISABLED: '1',
        SLS_NOTIFICATIONS_MODE: 'off',
      },
    },
  );
  if ((await packaging.ended) !== 0) throw new Error(`${region} could not be packaged:\n${packaging.tail()}`);
  return folder;
};

const run = async (): Promise<boolean> => {
  let sound = true;
  for (const region of regions) {
    const folder = await packageFor(region);
    const template = readFileSync(join(folder, 'cloudformation-template-update-stack.json'), 'utf8');
    const { bundles, faults } = packageFindings(template, (name) => {
      const file = join(folder, `${name}.zip`);
      return existsSync(file) ? readFileSync(file) : undefined;
    });
    process.stdout.write(`${region} → ${folder}\n`);
    for (const { name, kilobytes } of bundles) {
      process.stdout.write(`  ${name.padEnd(20)} ${kilobytes.toFixed(0).padStart(4)} KB\n`);
    }
    for (const fault of faults) process.stderr.write(`  ✖ ${fault}\n`);
    sound &&= faults.length === 0 && bundles.length > 0;
  }
  return sound;
};

run().then(
  (sound) => process.exit(sound ? 0 : 1),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
