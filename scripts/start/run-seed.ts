import { createDynamoTable } from '../../functions/src/table/dynamo-table';
import { seed } from '../seed';

/** Runs in a process of its own, so that writing the county does not hold up the stack's other work. */
const run = async (): Promise<void> => {
  const table = createDynamoTable({
    tableName: process.env.TABLE_NAME ?? '',
    endpoint: process.env.DYNAMODB_ENDPOINT ?? '',
  });
  const size = process.argv[2] === 'small' ? 'small' : 'full';
  await seed({ table, size }, (line: string) => process.stdout.write(`${line}\n`));
};

run().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
