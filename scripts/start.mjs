import { spawn } from 'node:child_process';
import { install } from './install.mjs';

install();

const child = spawn(
  process.execPath,
  ['--import', 'tsx', 'scripts/start/main.ts', ...process.argv.slice(2)],
  {
    // The extra channel tells the stack when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  },
);

// Ctrl-C reaches the stack by itself; this process only waits for its orderly end.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
