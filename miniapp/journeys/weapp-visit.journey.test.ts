import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { VisitId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { readVisitMedia } from '@shared/media/media.contract';
import { listElders } from '@shared/people/people.contract';
import { readVisit } from '@shared/visits/visits.contract';
import { aPhoto, aVoice } from '../../functions/src/media/test-files';
import { type Person, personaOn } from '../../scripts/demo/actor';
import type { Weapp } from '../weapp-harness/weapp';
import { freeAllDay, nextHalfHour, untilOneMayCheckIn } from './day';
import { calledFrom, sentTo, startWeappPhones, tapOnTheRoad, type WeappPhones } from './weapp-phones';

jest.setTimeout(120_000);

describe('a visit from the request to the stars, on three phones with the compiled mini-program', () => {
  let phones: WeappPhones;
  /** The same people over HTTP, to see what is kept behind the pages. */
  let sonBehind: Person;
  let neighbourBehind: Person;
  let son: Weapp;
  let other: Weapp;
  let neighbour: Weapp;
  let startsAt: Instant;
  let visitId: VisitId;
  const visitBehind = () => sonBehind.does(readVisit, { params: { visitId } });

  beforeAll(async () => {
    phones = await startWeappPhones();
    const { apiUrl } = phones.stack;
    await freeAllDay(apiUrl, ['neighbour', 'neighbour-2']);
    sonBehind = await personaOn(apiUrl, 'son-harbin', 'family');
    neighbourBehind = await personaOn(apiUrl, 'neighbour', 'volunteer');
  }, 240_000);
  afterAll(() => phones?.close());

  test('the son says on one page what is needed, when, how often, by whom and for what', async () => {
    son = await phones.stepIn('王建国');
    await son.tap('妈妈');
    await son.see('王秀兰');
    await son.tap('请人帮忙');
    await son.see('先选一项服务');
    await son.tap('生活照料');
    await son.tap('送餐');
    await son.tap('什么时候');
    await son.tap('后天');
    await son.tap('14:00');
    await son.tap('20 分钟');
    await son.tap('尽快');
    await son.tap('好了');
    await son.tap('重复');
    await son.tap('每周');
    await son.see('哪几天');
    await son.tap('共 2 次');
    await son.tap('好了');
    await son.see('共 2 次');
    await son.tap('重复');
    await son.tap('只这一次');
    await son.tap('好了');
    await son.tap('希望谁来');
    await son.tap('张国强');
    await son.tap('好了');
    await son.see('优先张国强');
    await son.tap('免费帮忙');
    await son.see('请邻里义务来帮忙');
    await son.tap('用时间');
    await son.type('还有什么要告诉来的人', '妈妈爱吃小米粥');
    await son.see('妈妈爱吃小米粥');
    await son.see(/寻找附近的人（\d+ 位可来）/);
  });

  test('a late hour is asked about first, and taking it back asks nobody', async () => {
    await son.tap('什么时候');
    await son.tap('22:00');
    await son.tap('好了');
    await son.see('老人可能已经休息');
    son.answers.modal = false;
    await son.tap('寻找附近的人');
    await son.until('the question', () => son.calls.some(({ name }) => name === 'showModal'));
    await son.settle();
    expect(son.page()).toBe('pages/family/request/index');
    son.answers.modal = true;
  });

  test('what was filled in is still there when the phone comes back to it', async () => {
    const { storage } = son;
    son.close();
    const { elders } = await sonBehind.does(listElders, { query: {} });
    const mother = elders.find(({ gender }) => gender === 'female');
    if (mother === undefined) throw new Error('the son does not see his mother');
    // At night no page offers the next half hour, so the kept draft is moved to it: then somebody can check in.
    const { day, minuteOfDay, startsAt: soon } = nextHalfHour();
    startsAt = soon;
    moveDraft(storage, mother.elderId, { day, minuteOfDay });
    son = await phones.open({ storage });
    await son.until('his own page', () => son.page() === 'pages/family/home/index');
    await son.tap('妈妈');
    await son.see('王秀兰');
    await son.tap('请人帮忙');
    await son.see('上次没填完的内容还在');
    await son.see('优先张国强');
    await son.see('妈妈爱吃小米粥');
  });

  test('he sees who is asked and why', async () => {
    await son.tap('寻找附近的人');
    await son.see('张国强');
    await son.see('已邀请');
    expect(son.page()).toBe('pages/family/matching/index');
    expect(son.text()).toMatch(/\d (米|公里)/);
    await son.see('妈妈爱吃小米粥');
    expect(String(son.storage.get(DRAFTS))).not.toContain('小米粥');
  });

  test('the one who was wished for declines with a reason, and the son sees it without a touch', async () => {
    other = await phones.stepIn('张国强');
    await other.see('点名想请您');
    await other.see('家里人说：妈妈爱吃小米粥');
    await other.tap('不方便');
    await other.see('会马上去问下一位');
    await other.tap('那时候有事');
    await other.tap('这次不去');
    await other.see('现在没有新的邀请');
    await son.see('这次不方便');
  });

  test('the neighbour reads the offer without an address, accepts, and reads the address', async () => {
    neighbour = await phones.stepIn('李桂芬');
    await neighbour.see('生活照料 · 送餐');
    await neighbour.see(/您去过 \d+ 次/);
    expect(neighbour.text()).not.toContain('3组12号');
    expect(neighbour.text()).not.toContain('13845550101');
    await neighbour.tap('接单');
    await neighbour.see('红光村3组12号');
    await neighbour.see('门口有狗，先打电话');
    await neighbour.see('村委会往东第三趟房');
    expect(neighbour.page()).toBe('pages/helper/visit/index');
    await neighbour.tap('13845550101');
    await neighbour.until('the telephone', () => calledFrom(neighbour).length > 0);
    expect(calledFrom(neighbour)).toEqual(['13845550101']);
    await son.see('已经约好');
    await son.see('李桂芬会来');
    visitId = visitIdOf(neighbour);
  });

  test('she checks in at the door; the answer is lost on the way, and it is one check-in all the same', async () => {
    await son.back();
    await son.see('下一次到访');
    expect(son.page()).toBe('pages/family/home/index');
    await son.settle();
    await son.until('an open socket', () => son.sockets.at(-1)?.isOpen() ?? false);
    const before = son.calls.length;

    const { home } = await neighbourBehind.does(readVisit, { params: { visitId } });
    neighbour.answers.position = home?.position;
    await untilOneMayCheckIn(startsAt);
    neighbour.setNetwork('answers_lost');
    await neighbour.tap('到了，签到');
    await neighbour.see(/请检查手机网络|条待传/);
    neighbour.setNetwork('good');
    await neighbour.see('地点已核验');
    await neighbour.seeNoMore('条待传');
    expect(neighbour.calls.some(({ name }) => name === 'getLocation')).toBe(true);
    expect(new Set(sentTo(neighbour, '/check-in')).size).toBe(1);
    const { history, visit } = await visitBehind();
    expect(history.filter(({ entry }) => entry.action === 'visit_checked_in')).toHaveLength(1);
    expect(visit.status).toBe('checked_in');

    // The son's page changed because the socket said so, and by nothing else.
    await son.see('有人正在陪着');
    expect(son.calls[before]?.name).toBe('onSocketMessage');
  });

  test('she keeps the log, part of it without a network: everything is there, once', async () => {
    await neighbour.tap('饭菜还热');
    await neighbour.see('做好了：饭菜还热');
    await neighbour.tap('量血压');
    await neighbour.type('高压', '132');
    await neighbour.type('低压', '84');
    await neighbour.type('心率', '76');
    await neighbour.see('132');
    await neighbour.tap('记下来');
    await neighbour.see('132/84');
    await neighbour.tap('心情');
    await neighbour.tap('愉快');
    await neighbour.tap('记下来');
    await neighbour.see('心情很好');
    await neighbour.tap('发现需要');
    await neighbour.see('例如：家里煤棚需要修');
    await neighbour.type('老人还需要什么？', '煤棚漏雨');
    await tapOnTheRoad(neighbour, '记下来', 'none');
    await neighbour.see('煤棚漏雨');
    await neighbour.tap('记一句');
    await neighbour.type('看到了什么、说了什么？', '喝了两碗粥');
    await tapOnTheRoad(neighbour, '记下来', 'answers_lost');
    await neighbour.see('喝了两碗粥');
    const { entries } = await visitBehind();
    expect(entries.map(({ entry }) => entry.kind).sort()).toEqual(['mood', 'need', 'note', 'task', 'vitals']);
  });

  test('she takes a photo where there is no signal, and says a word; both are there once there is one', async () => {
    neighbour.answers.photo = aPhoto(320, 240);
    neighbour.answers.voice = aVoice(4);
    neighbour.setNetwork('none');
    await neighbour.tap('拍照');
    await neighbour.see('这张可以吗？');
    await neighbour.tap('记下这张');
    await neighbour.see('拍了一张照片');
    await neighbour.see('2 条待传');
    await neighbour.tap('说一句');
    await neighbour.tap('开始说');
    await neighbour.tap('说完了');
    await neighbour.see('4 秒');
    await neighbour.tap('记下这段');
    await neighbour.see('4 条待传');
    expect(neighbour.calls.filter(({ name }) => name === 'saveFile')).toHaveLength(2);
    neighbour.setNetwork('good');
    await neighbour.seeNoMore('条待传');
    // Kept on the phone until it had been sent, and no longer.
    expect(neighbour.calls.filter(({ name }) => name === 'unlink')).toHaveLength(2);
    expect(neighbour.calls.find(({ name }) => name === 'chooseMedia')?.options).toEqual({
      sizeType: ['compressed'],
    });
    await neighbour.see('听一听 · 4 秒');
    await neighbour.tap('听一听');
    await neighbour.until('the sound', () => neighbour.calls.some(({ name }) => name === 'playSound'));
    const { media } = await sonBehind.does(readVisitMedia, { params: { visitId } });
    expect(media.map(({ kind, status }) => [kind, status])).toEqual([
      ['photo', 'ready'],
      ['voice', 'ready'],
    ]);
    expect(neighbour.calls.filter(({ name }) => name === 'uploadFile')).toHaveLength(2);
  });

  test("the son's socket is cut; it comes back by itself, and what he missed is on the page", async () => {
    await son.tap('有人正在陪着');
    await son.see('喝了两碗粥');
    expect(son.page()).toBe('pages/family/visit/index');
    const opened = son.sockets.length;
    son.cutSockets();
    await neighbour.tap('看着吃上');
    await neighbour.see('做好了：看着吃上');
    await son.until(
      'another socket',
      () => son.sockets.length > opened && (son.sockets.at(-1)?.isOpen() ?? false),
    );
    await son.see('看着吃上');
  });

  test('she leaves where her phone gives no place, says why, and the son is asked to confirm', async () => {
    neighbour.answers.position = undefined;
    await neighbour.tap('离开签退');
    await neighbour.type('给家里人的一句话', '吃了一碗半，精神不错');
    await neighbour.tap('离开签退');
    await neighbour.see('没有定位到');
    await neighbour.tap('写原因');
    await neighbour.type('没有定位的原因', '手机没有信号');
    await neighbour.tap('记下来');
    await neighbour.see('记录已经交给家里人');
    await son.see('确认并评价');
    await son.see('没有定位：手机没有信号');
  });

  test('the son reads the log, confirms and gives five stars, and her page says so by itself', async () => {
    for (const words of ['血压 132/84', '心情：愉快', '需要：煤棚漏雨', '喝了两碗粥', '六项核对', '李桂芬'])
      await son.see(words);
    await son.tap('确认并评价');
    await son.see('这次到访怎么样？');
    await son.tap('5 颗星');
    await son.see('很满意');
    await son.tap('很准时');
    await son.type('想对帮手说的话', '很准时，谢谢李姨');
    await son.tap('确认');
    await son.see('您的评价：很满意');
    expect(son.page()).toBe('pages/family/visit/index');
    const { visit } = await visitBehind();
    expect(visit).toMatchObject({ status: 'confirmed', rating: 5, comment: '很准时，谢谢李姨' });
    await neighbour.see('家里人已经确认');
  });
});

/** The visit that the phone's last page is about. */
const visitIdOf = (phone: Weapp): VisitId => {
  const opened = phone.calls.filter(({ name }) => name === 'navigateTo' || name === 'redirectTo').at(-1);
  const [, id] = /visitId=([^&]+)/.exec(String(opened?.options)) ?? [];
  if (id === undefined) throw new Error('the phone opened no visit');
  return id as VisitId;
};

const DRAFTS = 'nuanlin.request-drafts';

function moveDraft(storage: Map<string, unknown>, elderId: string, to: object): void {
  const kept = JSON.parse(String(storage.get(DRAFTS))) as { state: { byElder: Record<string, object> } };
  const draft = kept.state.byElder[elderId];
  if (draft === undefined) throw new Error('nothing was kept for this elder');
  kept.state.byElder[elderId] = { ...draft, ...to };
  storage.set(DRAFTS, JSON.stringify(kept));
}
