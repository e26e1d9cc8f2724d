import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem';

/**
 * Raise it whenever items already written would no longer be found or read: another key, another index, a field
 * without which a shape refuses. The demonstration county is then written afresh instead of half-working.
 */
export const dataVersion = 3;

const claimFile = (data: string): string => join(data, 'running');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const refuseIfInUse = (data: string): void => {
  const file = claimFile(data);
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Problem(`The data in ${data} are already in use by process ${holder}; stop that one first.`);
  }
};

/** Two stacks on one data file would corrupt it; the second is told who holds it. Gives the way to let go. */
export const claimData = (data: string): (() => void) => {
  refuseIfInUse(data);
  writeFileSync(claimFile(data), String(process.pid));
  return () => rmSync(claimFile(data), { force: true });
};

/** Forgets everything that was kept in this folder. */
export const resetData = (data: string): void => {
  refuseIfInUse(data);
  rmSync(data, { recursive: true, force: true });
};

const markFile = (data: string): string => join(data, 'seeded');

const versionIn = (mark: string): number => {
  try {
    const { version } = JSON.parse(mark) as { version?: unknown };
    return typeof version === 'number' ? version : 1;
  } catch {
    // The first version wrote a date alone.
    return 1;
  }
};

/** Whether the demonstration county was written here to its end; data of another version are refused. */
export const isSeeded = (data: string): boolean => {
  const file = markFile(data);
  if (!existsSync(file)) return false;
  const version = versionIn(readFileSync(file, 'utf8'));
  if (version !== dataVersion) {
    throw new Problem(
      `The data in ${data} were written by another version of Nuanlin (${version}, this one is ${dataVersion}). ` +
        'Keep a copy if you need them, then run `npm start -- --reset` to begin afresh.',
    );
  }
  return true;
};

/** A table without this mark was left half-filled by a start that was interrupted. */
export const markSeeded = (data: string): void =>
  writeFileSync(
    markFile(data),
    `${JSON.stringify({ version: dataVersion, at: new Date().toISOString() })}\n`,
  );
