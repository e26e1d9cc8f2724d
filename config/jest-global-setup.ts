import { type Database, startEmbeddedDatabase } from '../scripts/start/embedded-database';
import { freePort } from '../scripts/start/ports';

declare global {
  var embeddedDatabase: Database | undefined;
}

/** One embedded database in memory for the whole run; a DYNAMODB_ENDPOINT that is already set wins. */
const setup = async (): Promise<void> => {
  process.env.AWS_REGION ??= 'cn-northwest-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
  if (process.env.DYNAMODB_ENDPOINT) return;
  globalThis.embeddedDatabase = await startEmbeddedDatabase({ port: await freePort() });
  process.env.DYNAMODB_ENDPOINT = globalThis.embeddedDatabase.endpoint;
};

export default setup;
