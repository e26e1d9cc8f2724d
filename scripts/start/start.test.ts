import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { claimData, isSeeded, markSeeded, resetData } from './data-folder';
import { startEmbeddedDatabase } from './embedded-database';
import { startFlags } from './options';
import { freePort, isPortFree } from './ports';
import { Problem } from './problem';
import { start } from './processes';
import { startStack } from './stack';

const folder = (): string => mkdtempSync(join(tmpdir(), 'nuanlin-start-'));

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('the flags of npm start are read, and a mistake is answered with what is possible', () => {
  expect(startFlags([])).toEqual({ port: 4600, data: '.data', reset: false, web: true });
  expect(startFlags(['--port', '5000', '--reset', '--no-web', '--data', 'x'])).toEqual({
    port: 5000,
    data: 'x',
    reset: true,
    web: false,
  });
  expect(() => startFlags(['--prot', '5000'])).toThrow(/Unknown option '--prot'.*--port 4600/);
  expect(() => startFlags(['--port', 'no'])).toThrow(Problem);
  expect(() => startFlags(['--port', '65533'])).toThrow(Problem);
});

test('a taken port is named together with the way out, before anything is started', async () => {
  const server = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const data = folder();
  await expect(startStack({ port: port - 2, data })).rejects.toThrow(/taken.*--port/s);
  expect(await isPortFree(port + 2)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
});

test('a data file that is no database gets one sentence that names it and the way to begin afresh', async () => {
  const file = join(folder(), 'nuanlin.db');
  writeFileSync(file, 'this is not a database, however one looks at it');
  const starting = startEmbeddedDatabase({ port: await freePort(), file });
  await expect(starting).rejects.toThrow(Problem);
  await expect(starting).rejects.toThrow(new RegExp(`${file}.*--reset`));
});

test('data of another version are refused in one sentence, and kept', () => {
  const data = folder();
  expect(isSeeded(data)).toBe(false);
  markSeeded(data);
  expect(isSeeded(data)).toBe(true);
  for (const older of ['2026-11-24T05:00:00.000Z', '{"version":1}', '{"version":99}', '']) {
    writeFileSync(join(data, 'seeded'), older);
    expect(() => isSeeded(data)).toThrow(Problem);
    expect(() => isSeeded(data)).toThrow(/another version.*--reset/);
  }
});

test('stopping a program also stops what it started', async () => {
  const lines: string[] = [];
  const running = start('sh', ['-c', 'sleep 60 & echo $!; wait'], { onLine: (line) => lines.push(line) });
  while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const grandchild = Number(lines[0]);
  expect(isAlive(grandchild)).toBe(true);
  await running.stop();
  expect(isAlive(grandchild)).toBe(false);
});

test('a program that cannot be found ends at once and says why', async () => {
  const running = start('no-such-program-anywhere', []);
  expect(await running.ended).toBeNull();
  expect(running.tail()).toMatch(/ENOENT/);
});

test('data in use are neither shared nor reset, and a claim left by a dead process is no claim', () => {
  const data = folder();
  writeFileSync(join(data, 'running'), String(process.ppid));
  expect(() => claimData(data)).toThrow(/already in use/);
  expect(() => resetData(data)).toThrow(/already in use/);
  writeFileSync(join(data, 'running'), '4194999');
  claimData(data)();
  resetData(data);
});
