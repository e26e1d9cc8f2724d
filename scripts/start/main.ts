import { resetData } from './data-folder';
import { startFlags } from './options';
import { readyLine } from './personas';
import { Problem } from './problem';
import { startStack } from './stack';

const began = Date.now();
const say = (line: string): void => {
  process.stdout.write(`  ${((Date.now() - began) / 1000).toFixed(1).padStart(5)}s  ${line}\n`);
};

let stopStack: () => Promise<void> = async () => undefined;
let leaving = false;

const leave = async (code: number): Promise<void> => {
  if (leaving) return;
  leaving = true;
  await stopStack();
  process.exit(code);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
// `scripts/start.mjs` holds the other end; if it is killed outright, nothing may outlive it.
process.on('disconnect', () => void leave(1));

const run = async (): Promise<void> => {
  const flags = startFlags(process.argv.slice(2));
  if (flags.reset) resetData(flags.data);
  process.stdout.write('暖邻 Nuanlin\n');
  const stack = await startStack({
    port: flags.port,
    data: flags.data,
    web: flags.web,
    databaseEndpoint: process.env.DYNAMODB_ENDPOINT || undefined,
    seed: 'full',
    report: say,
    started: (stop) => {
      stopStack = stop;
    },
  });
  process.stdout.write(`${await readyLine(stack)}\n`);
  await stack.ended;
  if (!leaving) throw new Problem('The local API ended by itself.');
};

run().catch(async (error: Error) => {
  if (leaving) return;
  process.stderr.write(`${error instanceof Problem ? error.message : (error.stack ?? error.message)}\n`);
  await leave(1);
});
