import { createDynamoTable } from '../../functions/src/table/dynamo-table';
import { countiesOf } from '../../functions/src/time-bank/reconcile';
import { keepSolvency, measure } from '../../functions/src/time-bank/report-solvency';
import { instantOf } from '../../shared/src/kernel/instant';
import { seed } from '../seed';

/** Runs in a process of its own, so that writing the county does not hold up the stack's other work. */
const run = async (): Promise<void> => {
  const table = createDynamoTable({
    tableName: process.env.TABLE_NAME ?? '',
    endpoint: process.env.DYNAMODB_ENDPOINT ?? '',
  });
  const size = process.argv[2] === 'small' ? 'small' : 'full';
  const now = Date.now();
  await seed({ table, size, now }, (line: string) => process.stdout.write(`${line}\n`));
  // As the night before would have left it, for the two sentences that members read of the time bank.
  const deps = { table, clock: () => instantOf(now) };
  for (const county of await countiesOf(deps)) await keepSolvency(deps, await measure(deps, county));
};

run().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
