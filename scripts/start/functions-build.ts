import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem';
import { start } from './processes';
import { hashOf } from './sources';

const shelf = join('.cache', 'functions');
const sources = [
  'functions/src',
  'shared/src',
  'config/functions',
  'config/esbuild.yml',
  'scripts/bundles.ts',
  'scripts/start/build-functions.ts',
  'package-lock.json',
];
const KEPT_MILLIS = 7 * 24 * 3_600_000;

/** Another start of this checkout may still load its functions from an older folder, so those stay for a while. */
const clearShelf = (current: string): void => {
  for (const name of readdirSync(shelf)) {
    const folder = join(shelf, name);
    if (folder !== current && Date.now() - statSync(folder).mtimeMs > KEPT_MILLIS)
      rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Bundles every function for the local gateway unless exactly these sources were bundled before; gives the folder.
 * It runs in a process of its own, because the bundler keeps half a gigabyte as long as its process lives.
 */
export const builtFunctions = async (options: {
  onStart(): void;
  started(stop: () => Promise<void>): void;
}): Promise<string> => {
  const folder = join(shelf, hashOf(sources).slice(0, 16));
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date());
    return folder;
  }
  options.onStart();
  mkdirSync(shelf, { recursive: true });
  // Complete or absent: two starts at the same moment each build, and the second leaves the first one's in place.
  const half = mkdtempSync(join(shelf, 'half-'));
  const build = start(process.execPath, ['--import', 'tsx', 'scripts/start/build-functions.ts', half]);
  options.started(() => build.stop());
  const code = await build.ended;
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Problem(`The functions could not be built:\n${build.tail()}`);
  }
  if (existsSync(folder)) rmSync(half, { recursive: true, force: true });
  else renameSync(half, folder);
  clearShelf(folder);
  return folder;
};
