import type { Table, Write } from '../../functions/src/table/port';

const TRANSACTION = 90;
const AT_ONCE = 6;

/** Writes everything in large transactions, a few at a time, and says how far it is. */
export async function writeAll(
  table: Table,
  writes: readonly Write[],
  report: (line: string) => void,
): Promise<void> {
  const batches: Write[][] = [];
  for (let start = 0; start < writes.length; start += TRANSACTION)
    batches.push(writes.slice(start, start + TRANSACTION));
  let next = 0;
  let told = 0;
  const worker = async (): Promise<void> => {
    for (let batch = batches[next++]; batch; batch = batches[next++]) {
      const result = await table.commit(batch);
      if (!result.ok) throw new Error('the table is not empty; begin afresh with --reset');
      const percent = Math.floor((100 * next) / batches.length);
      if (percent >= told + 20) {
        told = percent - (percent % 20);
        report(`写入演示数据 seeding ${Math.min(100, told)}%`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
