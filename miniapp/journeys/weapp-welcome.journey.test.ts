import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '../../scripts/start/stack';
import { openWeapp, type Weapp, type WeappOptions } from '../weapp-harness/weapp';
import { startJourneyStack } from './journey-stack';

const dist = join(__dirname, '../../dist/weapp');
/** What a first screen may send to WeChat's renderer. */
const FIRST_SCREEN_BYTES = 30 * 1024;

describe('the first page, in the compiled mini-program against the whole stack', () => {
  let stack: Stack | undefined;
  let opened: Weapp | undefined;
  const open = async (options: Partial<WeappOptions> = {}): Promise<Weapp> => {
    if (stack === undefined) throw new Error('the stack did not start');
    opened = await openWeapp({ dist, apiBase: stack.apiUrl, ...options });
    return opened;
  };

  beforeAll(async () => {
    if (!existsSync(join(dist, 'app.json'))) throw new Error('Build it first: npm run build:weapp');
    stack = await startJourneyStack();
  }, 240_000);
  afterEach(() => opened?.close());
  afterAll(() => stack?.stop());

  test('says what it is for and offers four ways in, within the first screen of data', async () => {
    const app = await open();
    await app.see('演示身份');
    for (const words of ['家里的老人，有人照应', '我有老人在老家', '我来帮邻居', '我是老人', '工作人员']) {
      expect(app.text()).toContain(words);
    }
    expect(app.setDataBytes()).toBeLessThan(FIRST_SCREEN_BYTES);
  });

  test('a daughter who has never been here signs in with WeChat and is family', async () => {
    const app = await open({ loginCode: () => `new-daughter-${Date.now()}` });
    await app.tap('我有老人在老家');
    await app.see('我的');
    expect(app.page()).toBe('pages/family/home/index');
  });

  test('nobody makes themselves an elder: the page says who opens that role', async () => {
    const app = await open({ loginCode: () => `stranger-${Date.now()}` });
    await app.tap('我是老人');
    await app.see('请联系村里的养老协理员');
    expect(app.page()).toBe('pages/welcome/index');
  });

  test("WeChat's refusal of a code is said as a sentence", async () => {
    const app = await open({ loginCode: () => 'bad' });
    await app.tap('我有老人在老家');
    await app.see('微信登录没有成功，请再点一次登录');
  });

  test('the son steps in, reads in large type and in English, is still so next time, and signs out', async () => {
    const app = await open();
    await app.tap('王建国');
    await app.see('我的');
    await app.tap('我的');
    await app.tap('大字');
    await app.tap('English');
    await app.see('Acting as: Family');
    const kept = app.storage.get('nuanlin.session');
    expect(String(kept)).toContain('"mode":"large"');
    await app.tap('Sign out');
    await app.see('What brings you here');
    expect(String(app.storage.get('nuanlin.session'))).not.toContain('accessToken');
  });

  test('without a network the page stays, and the tap says so', async () => {
    const app = await open();
    await app.see('演示身份');
    app.setNetwork('none');
    await app.tap('王建国');
    await app.see('请检查手机网络');
    expect(app.page()).toBe('pages/welcome/index');
  });
});
