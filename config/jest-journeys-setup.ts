import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDataFolder } from '../scripts/start/county-data';
import { freePort } from '../scripts/start/ports';

/** The small county is written once; every journey's stack begins with a copy of it. */
const setup = async (): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), 'nuanlin-county-'));
  process.env.NUANLIN_COUNTY = data;
  await writeDataFolder({ data, size: 'small', port: await freePort() });
};

export default setup;
