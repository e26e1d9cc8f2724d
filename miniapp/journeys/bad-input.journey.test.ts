import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readMe, renameMe, stepIn } from '@shared/identity/identity.contract';
import { type RefusalCode, spoken } from '@shared/kernel/refusal';
import type { Stack } from '../../scripts/start/stack';
import { startJourneyStack } from './journey-stack';

/** The same refusals over the real gateway; what goes over the wire in each room is tested in functions. */
let stack: Stack;
let authorization: string;

beforeAll(async () => {
  stack = await startJourneyStack();
  const body = JSON.stringify({ persona: 'son-harbin' });
  const opened = await fetch(`${stack.apiUrl}${stepIn.path}`, { method: 'POST', body, headers: json });
  authorization = `Bearer ${((await opened.json()) as { accessToken: string }).accessToken}`;
}, 300_000);
afterAll(() => stack?.stop());

const json = { 'content-type': 'application/json' };
const ask = async (
  method: string,
  path: string,
  more: { body?: string; type?: string; as?: string } = {},
) => {
  const reply = await fetch(`${stack.apiUrl}${path}`, {
    method,
    headers: {
      authorization: more.as ?? authorization,
      ...(more.body === undefined ? {} : { 'content-type': more.type ?? json['content-type'] }),
    },
    ...(more.body === undefined ? {} : { body: more.body }),
  });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
};
const commandId = `command_${'0'.repeat(25)}1`;
const rename = (body: string, type?: string) =>
  ask(renameMe.method, renameMe.path, type === undefined ? { body } : { body, type });
const refused = (code: RefusalCode, field?: string) =>
  JSON.stringify({ refusal: spoken(field === undefined ? { code } : { code, field }) });

test('a body that is too large, not JSON, of another type or in other bytes is refused at once', async () => {
  const large = JSON.stringify({ commandId, name: '好'.repeat(40_000) });
  expect(await rename(large)).toMatchObject({ status: 413, text: refused('body_too_large') });
  const huge = await rename('x'.repeat(12 * 1024 * 1024)).catch(() => ({ status: 413 }));
  expect(huge.status).toBe(413);
  for (const body of ['{', 'null}', '<a/>'])
    expect(await rename(body)).toMatchObject({ status: 400, text: refused('body_not_json') });
  const fine = JSON.stringify({ commandId, name: '好' });
  expect(await rename(fine, 'text/plain')).toMatchObject({ status: 400, text: refused('body_not_json') });
});

test('an unknown key, a wrong type and a foreign id are refused with the field', async () => {
  expect(await rename(JSON.stringify({ commandId, name: '好', admin: true }))).toMatchObject({
    status: 400,
    text: refused('input_unknown_key', 'body.admin'),
  });
  expect(await rename(JSON.stringify({ commandId, name: 7 }))).toMatchObject({
    status: 400,
    text: refused('input_invalid', 'body.name'),
  });
  for (const id of [`elder_${'0'.repeat(26)}`, 'x', '%2e%2e%2fetc', "1'%20OR%201=1"])
    expect(await ask('GET', `/api/elders/${id}`)).toMatchObject({ status: 404, text: refused('not_found') });
  expect(await ask('GET', `${readMe.path}?all=1`)).toMatchObject({ status: 400 });
});

test('an address that nobody serves, and a method that it does not have, answer 404 and no stack', async () => {
  for (const [method, path] of [
    ['GET', '/api/nowhere'],
    ['GET', '/'],
    ['DELETE', readMe.path],
    ['PUT', '/api/health'],
  ] as const) {
    const answer = await ask(method, path);
    expect([method, path, answer.status]).toEqual([method, path, 404]);
    expect(answer.text).not.toMatch(/\.m?[jt]s:\d+/);
  }
});

test('a forged token is no token', async () => {
  expect(await ask('GET', readMe.path, { as: 'Bearer e30.e30.x' })).toMatchObject({
    status: 401,
    text: refused('sign_in_needed'),
  });
});

test('after all of that the person is called as before', async () => {
  const me = JSON.parse((await ask('GET', readMe.path)).text) as { name: string };
  expect(me.name).not.toBe('好');
});
