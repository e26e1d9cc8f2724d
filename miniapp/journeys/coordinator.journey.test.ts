import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { changeMyHelper } from '@shared/helpers/helpers.contract';
import { newCommand, personaOn } from '../../scripts/demo/actor';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import { freeAllDay } from './day';
import type { Phone } from './phone';

jest.setTimeout(150_000);
/** The coordinator's phone is in Harbin this morning, far from every village. */
const IN_HARBIN = { latitude: 45.7355, longitude: 126.6688 };

/** What care workers can do is drawn by lot in the small county; this one can do what is asked for. */
async function mayBathe(apiUrl: string): Promise<void> {
  const careWorker = await personaOn(apiUrl, 'provider', 'provider');
  const changes = { skills: ['bathing' as const, 'escort' as const, 'measuring' as const] };
  await careWorker.does(changeMyHelper, { body: { commandId: newCommand(), changes } });
}

describe('the coordinator of the township and an elder, against the whole stack', () => {
  let phones: BrowserPhones;
  let sun: Phone;
  let elder: Phone;

  beforeAll(async () => {
    phones = await startBrowserPhones();
    await freeAllDay(phones.stack.apiUrl, ['neighbour', 'neighbour-2', 'provider']);
    await mayBathe(phones.stack.apiUrl);
    sun = await phones.open(IN_HARBIN);
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  test('sees how much waits and what, before anything is tapped', async () => {
    await sun.tap('孙丽');
    await sun.see('有 2 件事等您处理');
    await sun.see(/陈(大娘|奶奶) · 助浴/);
    await sun.see('刘晓红 · 女儿');
    await sun.keep('coordinator-home');
  });

  test('witnesses an elder saying yes to his daughter', async () => {
    await sun.tap('老人当面同意');
    await sun.see('有 1 件事等您处理');
    expect(await sun.text()).not.toContain('刘晓红');
  });

  test('reads how a request came to her, takes it over, and arranges who agreed by phone', async () => {
    await sun.tap(/陈(大娘|奶奶) · 助浴/);
    await sun.see('附近的人都没接上');
    await sun.see('要 2 位，已有 0 位');
    await sun.see('暂时没人能来，已转给协理员');
    await sun.press('我来跟进');
    await sun.see(/^您在跟进。/);
    await sun.see('赵敏');
    await sun.keep('coordinator-request');
    await sun.tap('看看为什么');
    await sun.see('不会这一项');
    await sun.tap('收起来');
    await sun.tap('安排这位');
    await sun.see(/和.+说好了吗？/);
    await sun.tapInSheet('家属点名要这位');
    await sun.keep('coordinator-assign');
    await sun.tapInSheet('说好了，安排');
    await sun.see('要 2 位，已有 1 位');
    await sun.see(/会来$/);
  });

  test('registers an elder without a phone; a place beyond the village is refused with how far it is', async () => {
    await sun.visit('coordinator/elders');
    await sun.tap('登记老人');
    await sun.write('姓名', '周桂兰');
    await sun.write('怎么称呼', '周大娘');
    await sun.write('出生年份', '1947');
    await sun.tap('县或区');
    await sun.tapInSheet('兰西县');
    await sun.tap('乡镇或街道');
    await sun.tapInSheet('红光镇');
    await sun.tap('村或社区');
    await sun.tapInSheet('红光村');
    await sun.see('还没标，先按红光村中心算');
    await sun.press('用我现在的位置');
    await sun.see(/这个位置离红光村中心 \d+ 公里，不在村里/);
    const land = sun.page.locator('.nl-map--land').filter({ visible: true });
    await land.click({ position: { x: 250, y: 100 } });
    await sun.see(/在红光村中心东北面 [\d.]+ (米|公里)/);
    expect(await sun.text()).not.toContain('不在村里');
    await sun.keep('coordinator-register');
    // As far out as the drawing goes is beyond what belongs to the village.
    await sun.tap(/^6 公里$/);
    await land.click({ position: { x: 12, y: 12 } });
    await sun.see(/这个位置离红光村中心 [\d.]+ 公里，不在村里/);
    await sun.see(/在红光村中心东北面/);
  });

  test('is told what is missing, and gets the number for the card', async () => {
    await sun.page.locator('.nl-actions').filter({ visible: true }).getByText('登记老人').click();
    await sun.see('请写住址，方便帮手上门');
    await sun.write('住址', '红光村5组3号');
    await sun.write('怎么走', '水塔西边第二家');
    await sun.page.locator('.nl-actions').filter({ visible: true }).getByText('登记老人').click();
    await sun.see('登记好了');
    await sun.see(/卡号 \d{6}，请写在老人的联系卡上/);
    await sun.keep('coordinator-registered');
  });

  test('books for the elder, under both names', async () => {
    await sun.tap('帮老人约');
    await sun.see('由您（孙丽）替周大娘约，记录里两个人的名字都在。');
    await sun.tap('劈柴烧炉');
    await sun.see(/寻找附近的人（\d+ 位可来）|交给协理员跟进/);
    await sun.keep('coordinator-book');
    await sun.tap(/寻找附近的人（\d+ 位可来）|交给协理员跟进/);
    await sun.see('您（孙丽）代老人约');
    await sun.see(/周桂兰　\d+岁/);
    await sun.see('协理员发起了求助');
    await sun.keep('coordinator-booked');
  });

  test('finds the elder again by how neighbours call her, where she was marked', async () => {
    await sun.visit('coordinator/elders');
    await sun.write('找名字', '周大娘');
    await sun.tap('周桂兰');
    await sun.see('老人资料');
    await sun.see(/在红光村中心东北面/);
    await sun.keep('coordinator-elder');
  });

  test('the elder reads who comes, in words said aloud, on a page of three buttons', async () => {
    elder = await phones.open();
    await elder.tap('红光村的老人，自己有手机');
    await elder.see(/^王大娘，/);
    await elder.see(/(李桂芬|张国强)/);
    await elder.see(/点.*来，/);
    await elder.keep('elder-home');
  });

  test('a button asks once whether it is meant, and then says that somebody is being looked for', async () => {
    await elder.tap('找人帮忙');
    await elder.tapInSheet('聊天陪伴');
    await elder.see('找人来聊天陪伴，对吗？');
    await elder.tap('不用了');
    await elder.tap('找人帮忙');
    await elder.see('想找人做什么？');
    await elder.keep('elder-help');
    await elder.tapInSheet('测血压血糖');
    await elder.see('找人来测血压血糖，对吗？');
    await elder.keep('elder-sure');
    await elder.tapTwice('对，去找人');
    await elder.see(/正在帮您找人：测血压血糖|那时候已经有人来了/);
  });

  test('whoever set the phone up finds the settings', async () => {
    await elder.tap('设置');
    await elder.see('我的');
  });

  test('looks in: who is late comes first, two taps when all is well, and the neighbour finds whom she was asked to see', async () => {
    const home = await phones.open();
    await home.tap('孙丽');
    await home.tap('探访关爱');
    await home.see(/今天该去 \d+/);
    await home.see('晚了 2 天');
    await home.keep('duty-list');
    await home.tap('各村探访率 · 天气提醒');
    await home.see('各村探访率');
    await home.see(/大雪/);
    await home.keep('duty-rate');
    const neighbour = await phones.open();
    await neighbour.tap('李桂芬');
    await neighbour.tap('有 1 位老人请您去看看');
    await neighbour.see('赵奶奶　81岁');
    await neighbour.keep('duty-helper');
    await neighbour.tap('见到了');
    await neighbour.keep('duty-seen');
    // In her yard there is no signal: it stays on the phone, and goes out by itself.
    await neighbour.page.context().setOffline(true);
    await neighbour.tapInSheet(/^都好$/);
    await neighbour.see('看到了，待传');
    await neighbour.page.context().setOffline(false);
    await neighbour.see('这两天没有该看望的老人');
    await home.page.goBack();
    expect([...home.complaints, ...neighbour.complaints]).toEqual([]);
  });

  test('nothing broke on the way', () => {
    for (const phone of [sun, elder]) expect(phone.complaints).toEqual([]);
  });
});
