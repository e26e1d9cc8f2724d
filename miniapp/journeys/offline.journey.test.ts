import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { VisitId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { readVisit } from '@shared/visits/visits.contract';
import { personaOn } from '../../scripts/demo/actor';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import { askForMeal, freeAllDay, untilOneMayCheckIn } from './day';
import type { Phone } from './phone';

jest.setTimeout(150_000);

/** A toast would otherwise lie over the picture. */
const TOAST_MILLIS = 2_500;
const API = '**/api/**';
/** No signal: the program itself is on the phone, but nothing answers. */
const loseSignal = (phone: Phone) => phone.page.route(API, (route) => route.abort('internetdisconnected'));
const findSignal = (phone: Phone) => phone.page.unroute(API);

describe('a visit in a yard without a signal', () => {
  let phones: BrowserPhones;
  let son: Phone;
  let guifen: Phone;
  let startsAt: Instant;
  let visitId: string;

  beforeAll(async () => {
    phones = await startBrowserPhones();
    await freeAllDay(phones.stack.apiUrl, ['neighbour']);
    son = await phones.open();
    guifen = await phones.open();
    await son.tap('王建国');
    await guifen.tap('李桂芬');
    await guifen.see(/(好|夜深了)，桂芬/);
    const whoFirst = { name: '李桂芬', persona: 'neighbour' };
    startsAt = await askForMeal(son, phones.stack.apiUrl, { whom: '妈妈', whoFirst, note: '热饭一份' });
    await guifen.press('接单');
    await guifen.see('红光村3组12号');
    visitId = new URL(guifen.page.url().replace('#/', '')).searchParams.get('visitId') ?? '';
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  test('the day, the address and the checklist open without one, even after the program was closed', async () => {
    await guifen.visit('helper/home');
    await guifen.see('送餐');
    await guifen.page.waitForLoadState('networkidle');
    await loseSignal(guifen);
    await guifen.page.reload();
    await guifen.see('现在没有网络，显示的是上次看到的内容');
    await guifen.page.goto(`${phones.stack.url}/#/pages/helper/visit/index?visitId=${visitId}`);
    await guifen.see('红光村3组12号');
    await guifen.see('打电话 13845550101');
  });

  test('she checks in with the code on the door, ticks, measures and leaves; all of it waits on the phone', async () => {
    await untilOneMayCheckIn(startsAt);
    await guifen.press('到了，签到');
    await guifen.see('没有定位到');
    await guifen.write('门牌码', '3012');
    await guifen.tapInSheet('记下来');
    await guifen.see('已服务');
    await guifen.see('1 条待传');
    await guifen.tap('饭菜还热');
    await guifen.see('做好了：饭菜还热');
    await guifen.tap('量血压');
    await guifen.write('高压', '128');
    await guifen.write('低压', '80');
    await guifen.tapInSheet('记下来');
    await guifen.see(/128\/80/);
    await guifen.see('3 条待传');
    await guifen.page.waitForTimeout(TOAST_MILLIS);
    await guifen.keep('offline-visit');
    await guifen.page.reload();
    await guifen.see('已服务');
    await guifen.see('3 条待传');
    await guifen.press('离开签退');
    await guifen.tapInSheet('吃得香');
    await guifen.tapInSheet('离开签退');
    await guifen.see('没有定位到');
    await guifen.write('门牌码', '3012');
    await guifen.tapInSheet('记下来');
    await guifen.see(/记在手机里了/);
    await guifen.see('4 条待传');
    await guifen.page.waitForTimeout(TOAST_MILLIS);
    await guifen.keep('offline-left');
  });

  test('with a signal it goes out by itself, in order, once, and the son reads it', async () => {
    await findSignal(guifen);
    await guifen.see(/记录已经交给家里人/);
    expect(await guifen.text()).not.toContain('待传');
    const family = await personaOn(phones.stack.apiUrl, 'son-harbin', 'family');
    const told = await family.does(readVisit, { params: { visitId: visitId as VisitId } });
    expect(told.visit.status).toBe('checked_out');
    expect(told.entries.map(({ entry }) => entry.kind)).toEqual(['task', 'vitals']);
    await son.page.goto(`${phones.stack.url}/#/pages/family/visit/index?visitId=${visitId}`);
    await son.see('128/80');
    await son.see('吃得香');
  });

  test('nothing broke on the way', () => {
    expect(guifen.complaints).toEqual([]);
    expect(son.complaints).toEqual([]);
  });
});
