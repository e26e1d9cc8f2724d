import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import type { Phone } from './phone';

jest.setTimeout(120_000);

describe('an elder who presses 紧急求助, her son and the coordinator, each on a phone of their own', () => {
  let phones: BrowserPhones;
  let granny: Phone;
  let son: Phone;
  let coordinator: Phone;

  beforeAll(async () => {
    phones = await startBrowserPhones();
    granny = await phones.stepIn('红光村的老人，自己有手机');
    son = await phones.stepIn('王建国');
    coordinator = await phones.stepIn('孙丽');
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  test('she has five seconds to take it back, and 120 beside them', async () => {
    await granny.press('紧急求助');
    await granny.see('马上通知家人和邻居');
    await granny.see('打 120');
    await granny.keep('sos-count');
    await granny.press('取消');
    await granny.see('找人帮忙');
  });

  test('she presses again, and is told that people know', async () => {
    await granny.press('紧急求助');
    await granny.see('已告诉家人和村里');
    await granny.see('我没事，按错了');
    await granny.keep('sos-elder');
  });

  test('her son sees it without doing anything, opens it and says that he sees to it', async () => {
    await son.see('王大娘按了紧急求助');
    await son.keep('sos-strip');
    await son.tap('王大娘按了紧急求助');
    await son.press('我来联系');
    await son.see('王建国看到了，正在联系');
    await son.keep('sos-family');
    await granny.see('王建国看到了，正在联系');
  });

  test('the coordinator reads who was told and who answered, and settles it for everybody', async () => {
    await coordinator.tap('王大娘按了紧急求助');
    await coordinator.see('经过');
    await coordinator.see(/通知家属.*短信/);
    await coordinator.keep('sos-coordinator');
    await coordinator.press('已处理');
    await coordinator.write('写一句，让大家放心', '扶起来了，没有受伤');
    await coordinator.tapInSheet('处理好了');
    await coordinator.see('已结束');
    await son.see(/处理好了：扶起来了，没有受伤/);
    for (const phone of [granny, son, coordinator]) expect(phone.complaints).toEqual([]);
  });
});
