import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import type { Phone } from './phone';

jest.setTimeout(120_000);

describe("tomorrow's routes, from the coordinator's page to a helper's phone", () => {
  let phones: BrowserPhones;
  let sun: Phone;

  beforeAll(async () => {
    phones = await startBrowserPhones();
    sun = await phones.open();
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  test('are drawn when the coordinator comes: who goes where in which order, and who has nobody', async () => {
    await sun.tap('孙丽');
    await sun.tap('明天的路线');
    await sun.see('排好了，还没发给大家。先看看合不合适');
    await sun.see(/没排上的 \d+ 家/);
    await sun.see(/\d+ 家 · 路上/);
    await sun.keep('plan-list');
    await sun.tap('看图');
    await sun.see('按远近画的草图，不是街道图。点名字换一位');
    await sun.page.locator('.nl-plan-map').scrollIntoViewIfNeeded();
    await sun.keep('plan-map');
  });

  test('a locked stop stays when they are drawn anew, and one step leads back', async () => {
    await sun.tap('按顺序看');
    await sun.tap('待发');
    await sun.tapInSheet('锁住，重排时不动');
    await sun.see('已锁住');
    await sun.press('重新排');
    await sun.see('撤回上一步');
    await sun.see('已锁住');
    await sun.tap('撤回上一步');
    await sun.see('已经退回上一次的安排');
  });

  test('are told to everybody after one question', async () => {
    await sun.tap(/^发给大家（\d+ 家）$/);
    await sun.tap(/^发$/);
    await sun.see('已经发给大家，帮手手机上都有自己的路线');
    await sun.keep('plan-published');
  });

  test('are mended when a helper is ill: what moves is read before it does', async () => {
    await sun.tap('这位有变');
    await sun.tapInSheet('病了，来不了');
    await sun.see(/要动 \d+ 家，其余照旧/);
    await sun.keep('plan-repair');
    await sun.tapInSheet('就这样改');
    await sun.see(/改好了，有关的人手机上都看得到|下面这些没改成，请打电话/);
    expect(sun.complaints).toEqual([]);
  });
});
