import { build } from 'esbuild';
import { bundleOptions, deployedFunctions } from '../bundles';

const [outdir] = process.argv.slice(2);
if (outdir === undefined) throw new Error('build-functions needs the folder to write to');

/** All in one run: each source is read once, where the deployment's tool reads it once for every function. */
const run = async (): Promise<void> => {
  await build({
    ...bundleOptions(),
    entryPoints: deployedFunctions().map(({ file }) => file),
    outbase: '.',
    outdir,
  });
};

run().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
