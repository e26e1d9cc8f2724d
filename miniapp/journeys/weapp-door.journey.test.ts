import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import type { Weapp } from '../weapp-harness/weapp';
import { askWithoutPage, freeAllDay, nextHalfHour, untilOneMayCheckIn } from './day';
import { sentTo, startWeappPhones, type WeappPhones } from './weapp-phones';

jest.setTimeout(120_000);

describe('phones that give less than they should, with the compiled mini-program', () => {
  let phones: WeappPhones;
  let son: Weapp;
  let neighbour: Weapp;
  let startsAt: Instant;

  beforeAll(async () => {
    phones = await startWeappPhones();
    const { apiUrl } = phones.stack;
    await freeAllDay(apiUrl, ['neighbour-2']);
    startsAt = nextHalfHour().startsAt;
    const whoFirst = { name: '张国强', persona: 'neighbour-2' };
    await askWithoutPage(apiUrl, { whom: '爸爸', whoFirst, note: '' }, startsAt);
  }, 240_000);
  afterAll(() => phones?.close());

  test('without a position the code on the door is asked for, a wrong one is put right, and the son reads it', async () => {
    son = await phones.stepIn('王建国');
    await son.tap('爸爸');
    await son.see('下一次到访');
    neighbour = await phones.stepIn('张国强');
    await neighbour.see('点名想请您');
    await neighbour.tap('接单');
    await neighbour.see('红光村3组12号');
    await untilOneMayCheckIn(startsAt);
    await neighbour.tap('到了，签到');
    await neighbour.see('没有定位到');
    await neighbour.type('门牌码', '9999');
    await neighbour.tap('记下来');
    await neighbour.see('门牌码不对，请看老人家门口卡片上的数字。');
    // Whoever looks at the card again is slower than the page, whose button rests while it is being read anew.
    await neighbour.settle();
    await neighbour.type('门牌码', '3012');
    await neighbour.tap('记下来');
    await neighbour.see('已服务');
    expect(sentTo(neighbour, '/check-in').at(-1)).toContain('"code":"3012"');
    await son.see('有人正在陪着');
    await son.tap('有人正在陪着');
    await son.see('门口卡片上的号码一致');
  });

  test('WeChat gives no login, then one that is refused, and the third try goes in', async () => {
    const codes: (string | undefined)[] = [undefined, 'bad', `daughter-${Date.now()}`];
    const phone = await phones.open({ loginCode: () => codes.shift() });
    await phone.tap('我有老人在老家');
    await phone.see('请再点一次登录');
    expect(sentTo(phone, '/wechat')).toEqual([]);
    await phone.tap('我有老人在老家');
    await phone.until('the second refusal', () => sentTo(phone, '/wechat').length === 1);
    await phone.settle();
    await phone.see('请再点一次登录');
    expect(phone.page()).toBe('pages/welcome/index');
    await phone.tap('我有老人在老家');
    await phone.see('添加老人');
    expect(phone.page()).toBe('pages/family/home/index');
  });
});
