import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const functionsFolder = join(__dirname, 'functions');
const sharedFolder = join(__dirname, '..', 'shared', 'src');

/** `GET /api/visits` → the file that deploys it. */
const deployed = (): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(functionsFolder)) {
    const text = readFileSync(join(functionsFolder, file), 'utf8');
    for (const [, route = ''] of text.matchAll(/httpApi: (\S+ \S+)/g)) {
      found.set(route, [...(found.get(route) ?? []), file.replace('.yml', '')]);
    }
  }
  return found;
};

const isRoute = (value: unknown): value is { method: string; path: string; access: unknown } =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;

/** `GET /api/visits` → the room whose contract says it. */
const promised = async (): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  const rooms = readdirSync(sharedFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: room } of rooms) {
    for (const file of readdirSync(join(sharedFolder, room)).filter((name) =>
      name.endsWith('.contract.ts'),
    )) {
      const contract: Record<string, unknown> = await import(join(sharedFolder, room, file));
      for (const route of Object.values(contract).filter(isRoute))
        found.set(`${route.method} ${route.path}`, room);
    }
  }
  return found;
};

test('every route of the contracts is deployed, each by exactly one function', async () => {
  const routes = await promised();
  const functions = deployed();
  expect(routes.size).toBeGreaterThan(0);
  const missing = [...routes.keys()].filter((route) => !functions.has(route));
  const twice = [...functions].filter(([, files]) => files.length > 1);
  expect({ missing, twice }).toEqual({ missing: [], twice: [] });
});

/** Called by WeChat's servers, in their words and not in ours. */
const CALLED_BY_WECHAT = ['GET /wechat/push', 'POST /wechat/push'];

test('nothing is deployed that no contract promises', async () => {
  const routes = await promised();
  expect([...deployed().keys()].filter((route) => !routes.has(route))).toEqual(CALLED_BY_WECHAT);
});
