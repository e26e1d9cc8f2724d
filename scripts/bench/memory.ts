import { execFileSync } from 'node:child_process';

/** Resident megabytes of a process and everything below it, as `ps` sees them. */
export function treeMegabytes(root: number): { readonly total: number; readonly processes: number } {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .map(([pid, parent, kilobytes, name]) => ({
      pid: Number(pid),
      parent: Number(parent),
      kilobytes: Number(kilobytes),
      name,
    }))
    .filter(({ name }) => name !== 'ps');
  const tree = new Set([root]);
  for (let grew = true; grew; ) {
    const before = tree.size;
    for (const { pid, parent } of rows) if (tree.has(parent)) tree.add(pid);
    grew = tree.size > before;
  }
  const mine = rows.filter(({ pid }) => tree.has(pid));
  const kilobytes = mine.reduce((sum, each) => sum + each.kilobytes, 0);
  return { total: Math.round(kilobytes / 1_024), processes: mine.length };
}
