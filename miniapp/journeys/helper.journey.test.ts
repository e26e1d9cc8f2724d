import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import { listElders, readElder } from '@shared/people/people.contract';
import { personaOn } from '../../scripts/demo/actor';
import { aPhotoOfLunch } from './a-photo';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import { askForMeal, freeAllDay, untilOneMayCheckIn } from './day';
import type { Phone } from './phone';

jest.setTimeout(150_000);

const guoqiang = { name: '张国强', persona: 'neighbour-2' };
/** A page as tall as what a keyboard leaves of the screen. */
const ABOVE_KEYBOARD = { width: 390, height: 500 };
const WHOLE = { width: 390, height: 844 };

/** Where the mother lives, so that the neighbour's phone can stand at her door. */
async function homeOfMother(apiUrl: string) {
  const son = await personaOn(apiUrl, 'son-harbin', 'family');
  const { elders } = await son.does(listElders, { query: {} });
  const mother = elders.find(({ gender }) => gender === 'female');
  if (!mother) throw new Error('the son does not see his mother');
  const { elder } = await son.does(readElder, { params: { elderId: mother.elderId } });
  return { latitude: elder.position.lat, longitude: elder.position.lng };
}

/** Frames of the page's WebSocket, as they come. */
function framesOf(phone: Phone): string[] {
  const frames: string[] = [];
  phone.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(String(payload))),
  );
  return frames;
}

const visitIdOn = (phone: Phone): string =>
  new URL(phone.page.url().replace('#/', '')).searchParams.get('visitId') ?? '';

describe('two neighbours and a son, each with a phone, against the whole stack', () => {
  let phones: BrowserPhones;
  let son: Phone;
  let guifen: Phone;
  let other: Phone;
  let coordinator: Phone;
  let startsAt: Instant;
  let sonFrames: readonly string[];

  beforeAll(async () => {
    phones = await startBrowserPhones();
    await freeAllDay(phones.stack.apiUrl, ['neighbour', 'neighbour-2']);
    son = await phones.open();
    sonFrames = framesOf(son);
    guifen = await phones.open(await homeOfMother(phones.stack.apiUrl));
    // This one's phone gives no position.
    other = await phones.open();
    await son.tap('王建国');
    await guifen.tap('李桂芬');
    await other.tap('张国强');
    await guifen.see(/(好|夜深了)，桂芬/);
    await other.see(/(好|夜深了)，国强/);
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  test('the son asks, and the one he named reads why it is him, and declines with a reason', async () => {
    startsAt = await askForMeal(son, phones.stack.apiUrl, {
      whom: '妈妈',
      whoFirst: guoqiang,
      note: '送一份热饭，妈妈爱吃小米粥',
    });
    await other.see('点名想请您');
    await other.see('家里人说：送一份热饭，妈妈爱吃小米粥');
    const shown = await other.text();
    expect(shown).toContain('生活照料 · 送餐');
    expect(shown).not.toContain('13845550101');
    expect(shown).not.toContain('3组12号');
    await other.tap('不方便');
    await other.tapInSheet('那时候有事');
    await other.tapInSheet('这次不去');
    await other.see('现在没有新的邀请');
  });

  test('the next one reads the invitation and its reasons, and takes it with two quick taps', async () => {
    await guifen.see('生活照料 · 送餐');
    await guifen.see(/您去过 \d+ 次/);
    await guifen.keep('helper-home');
    await guifen.pressTwice('接单');
    // All of it stands on the page of the visit, which comes in over the list.
    for (const line of ['红光村3组12号', '村委会往东第三趟房，蓝铁门', '打电话 13845550101'])
      await guifen.see(line);
    const page = await guifen.text();
    expect(page).toContain('门口有狗，先打电话');
    expect(page).toContain('家里人说：送一份热饭');
    await guifen.keep('helper-visit');
  });

  test('checks in at the door, and the home page of the son says so by itself', async () => {
    await son.visit('family/home');
    await son.tap('妈妈');
    await son.see('下一次到访');
    expect(await son.text()).not.toContain('有人正在陪着');
    const visitId = visitIdOn(guifen);
    const before = sonFrames.length;
    await son.page.evaluate('window.nobodyReloadedMe = true');

    await untilOneMayCheckIn(startsAt);
    await guifen.press('到了，签到');
    await guifen.see('已服务');
    await guifen.see(/到达 · 地点已核验/);

    await son.see('有人正在陪着');
    expect(sonFrames.slice(before).some((frame) => frame.includes(visitId))).toBe(true);
    expect(await son.page.evaluate('window.nobodyReloadedMe')).toBe(true);
  });

  test('ticks things off, measures, and notes what she sees, each once', async () => {
    await guifen.tapTwice('饭菜还热');
    await guifen.see(/\d+:\d\d 做好了：饭菜还热/);
    await guifen.tap('量血压');
    await guifen.write('高压', '132');
    await guifen.write('低压', '84');
    await guifen.write('心率', '76');
    await guifen.tapInSheet('记下来');
    await guifen.see(/132\/84/);
    await guifen.tap(/^心情$/);
    await guifen.tapInSheet('愉快');
    await guifen.tapInSheet('记下来');
    await guifen.see(/\d+:\d\d 心情很好/);
    await guifen.tap('发现需要');
    await guifen.write('老人还需要什么？', '家里煤棚需要修');
    await guifen.tapInSheet('记下来');
    await guifen.see(/煤棚需要修/);
    expect((await guifen.text()).match(/\d+:\d\d 做好了：饭菜还热/g)).toHaveLength(1);
    await guifen.page.getByText('已服务').filter({ visible: true }).first().scrollIntoViewIfNeeded();
    await guifen.keep('helper-live');
  });

  test('takes a photo, which the son sees once its content was checked, and opens in large', async () => {
    const photo = await aPhotoOfLunch(guifen);
    const chooser = guifen.page.waitForEvent('filechooser');
    await guifen.tap(/^拍照$/);
    await (await chooser).setFiles({ name: 'lunch.jpg', mimeType: 'image/jpeg', buffer: photo });
    await guifen.see('这张可以吗？');
    await guifen.keep('helper-photo');
    await guifen.tapInSheet('记下这张');
    await guifen.see(/\d+:\d\d 拍了一张照片/);
    const drawn = (phone: Phone) =>
      phone.page.getByRole('button', { name: /拍的照片/ }).filter({ visible: true });
    await drawn(guifen).waitFor();

    await son.tap('有人正在陪着');
    await drawn(son).waitFor();
    await son.page.waitForLoadState('networkidle');
    await son.keep('family-photo');
    await drawn(son).click();
    await son.page.locator('img[src*="-large.jpg"]').first().waitFor();
    expect(phones.stack.files.keys().filter((key) => key.startsWith('in/'))).toEqual([]);
    await son.page.goBack();
    await son.visit('family/home');
  });

  test('what is impossible is refused in the sheet, which stays above the keyboard', async () => {
    await guifen.tap('量血压');
    await guifen.write('高压', '999');
    await guifen.write('低压', '84');
    await guifen.tapInSheet('记下来');
    await guifen.see('这个数不太可能，请再量一次');
    await guifen.page.setViewportSize(ABOVE_KEYBOARD);
    const button = guifen.page.getByRole('dialog').getByText('记下来');
    const box = await button.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(ABOVE_KEYBOARD.height);
    await guifen.page.setViewportSize(WHOLE);
    await guifen.page.getByRole('button', { name: '关闭' }).filter({ visible: true }).click();
  });

  test('leaves with a sentence for the family, who read it all and give five stars', async () => {
    await guifen.press('离开签退');
    await guifen.tapInSheet('吃得香');
    await guifen.tapInSheet('离开签退');
    await guifen.see(/记录已经交给家里人/);
    await guifen.keep('helper-left');

    await son.visit('family/home');
    await son.tap('妈妈');
    await son.tap(/送餐，请确认$/);
    await son.see('六项核对');
    const log = await son.text();
    for (const words of ['李桂芬', '饭菜还热', '132/84', '愉快', '煤棚需要修', '吃得香'])
      expect(log).toContain(words);
    await son.tap('确认并评价');
    await son.page.getByRole('radio', { name: '5 颗星' }).filter({ visible: true }).click();
    await son.tap(/^确认$/);
    await son.see(/已确认/);
    // The neighbour's page says so without being touched.
    await guifen.see(/家里人已经确认/);
  });

  test('without a position the code on the door is asked for, and a wrong one can be put right', async () => {
    const asked = await askForMeal(son, phones.stack.apiUrl, { whom: '爸爸', whoFirst: guoqiang, note: '' });
    await other.press('接单');
    await other.see('红光村3组12号');
    await untilOneMayCheckIn(asked);
    await other.press('到了，签到');
    await other.see('没有定位到');
    await other.write('门牌码', '9999');
    await other.tapInSheet('记下来');
    await other.see('门牌码不对，请看老人家门口卡片上的数字。');
    await other.keep('helper-door');
    await other.write('门牌码', '3012');
    await other.tapInSheet('记下来');
    await other.see('已服务');
    await other.press('离开签退');
    await other.tapInSheet('离开签退');
    await other.see('没有定位到');
    await other.tapInSheet('写原因');
    await other.tapInSheet('手机没有信号');
    await other.tapInSheet('记下来');
    await other.see(/记录已经交给家里人/);
  });

  test('the son calls it into question, the coordinator reads both sides and settles it', async () => {
    await son.visit('family/home');
    await son.tap('爸爸');
    // Shortly before midnight the half hour that was agreed on is tomorrow's.
    await son.tap(/(今天|明天)的送餐，请确认$/);
    await son.see('需要留意');
    await son.tap(/^有问题$/);
    await son.tapInSheet('时间对不上');
    await son.tapInSheet('交给协理员核实');
    await son.see('家里反映：时间对不上');
    await other.see(/家里人反映：时间对不上/);

    coordinator = await phones.open();
    await coordinator.tap('孙丽');
    await coordinator.see('等您处理');
    await coordinator.tap(/^留意$/);
    await coordinator.see('家属说：时间对不上');
    await coordinator.keep('coordinator-attention');
    await coordinator.tap(/送餐$/);
    await coordinator.see('六项核对');
    await coordinator.tap(/^处理$/);
    // Not a minute was served in this story, so there is no part of it to count.
    await coordinator.tapInSheet('属实，算数');
    await coordinator.write('给双方的说明', '饭送到了，时间短，和双方都说好了');
    await coordinator.keep('coordinator-settle');
    await coordinator.tapInSheet(/^处理$/);
    await coordinator.see('协理员答复：饭送到了');
    await son.see('协理员答复：饭送到了');
    await other.see(/协理员已经处理/);
  });

  test("moves tomorrow's visit and then calls it off, each with a reason that the son reads", async () => {
    await other.visit('helper/route');
    await other.tap(/^9:00 王大娘/);
    await other.see(/起可以签到/);
    await other.keep('helper-tomorrow');
    await other.tap('改时间');
    await other.tapInSheet(/^10:00$/);
    await other.tapInSheet('和老人商量好了');
    await other.keep('helper-move');
    await other.tapInSheet('改到 明天 10:00');
    await other.see(/明天 10:00 – /);
    await son.visit('family/messages');
    await son.tap('妈妈');
    await son.see(/改了上门的时间：和老人商量好了/);

    await other.tap('去不了了');
    await other.tapInSheet('天气路况不好');
    await other.tapInSheet('这次去不了');
    await other.see('这次不去了：天气路况不好');
    expect(await other.text()).not.toContain('13845550101');
    await son.see(/取消了这次到访：天气路况不好/);
    await son.visit('family/schedule');
    await son.see(/正在匹配|还没有人接|协理员在跟进/);
  });

  test('keeps two quick taps on her skills, and rests and comes back with one tap each', async () => {
    await guifen.visit('helper/availability');
    await guifen.see('会做什么');
    const chosen = () => guifen.page.locator('.nl-chip--chosen').filter({ visible: true }).allInnerTexts();
    await guifen.tap('会打扫');
    await guifen.tap('会理发');
    await guifen.tap('先休息');
    await guifen.see('休息着，不会来问您');
    await guifen.visit('helper/home');
    await guifen.see('休息中');
    await guifen.visit('helper/availability');
    await guifen.tap('可接单');
    await guifen.see('附近有人需要时会来问您');
    expect(await chosen()).toEqual(expect.arrayContaining(['会打扫', '会理发', '会做饭']));
    await guifen.keep('helper-availability');
  });

  test('the son sees how his mother has been, and what one reading was', async () => {
    await son.visit('family/home');
    await son.tap('妈妈');
    await son.tap('王秀兰');
    await son.tap('身体情况');
    await son.see('王大娘的身体情况');
    await son.see(/按最近几次算，平时多在 \d+ 到 \d+ 之间/);
    await son.see(/132 mmHg/);
    await son.keep('family-health');
    await son.page.locator('.health-chart__touch').filter({ visible: true }).first().click();
    await son.see(/看那次到访/);
  });

  test('nothing broke on the way', () => {
    for (const phone of [son, guifen, other, coordinator]) expect(phone?.complaints).toEqual([]);
  });
});
