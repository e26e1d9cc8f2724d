import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem';

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
