import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { changeMyHelper, readMyHelper } from '@shared/helpers/helpers.contract';
import type { VisitId } from '@shared/kernel/ids';
import {
  addDays,
  addMinutes,
  beijing,
  beijingInstant,
  type Instant,
  instantOf,
} from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import { acceptOffer, listOffers } from '@shared/offers/offers.contract';
import { listElders, readElder } from '@shared/people/people.contract';
import { makeRequest, readRequest } from '@shared/service-requests/requests.contract';
import { proposeRules, publishRules, readRules } from '@shared/time-bank/rules.contract';
import { giveTime, readAccount, readStatement } from '@shared/time-bank/time-bank.contract';
import { checkIn, checkOut, confirmVisit } from '@shared/visits/visits.contract';
import { newCommand, type Person, personaOn } from '../../scripts/demo/actor';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import { freeAllDay, soonOnOneDay } from './day';
import type { Phone } from './phone';

jest.setTimeout(120_000);
/** How long somebody has been there, by a clock that is put back for the arrival; one may arrive half an hour early. */
const CHATTED_MINUTES = 24;
const STAYED_MINUTES = 14;
const AHEAD_MINUTES = 5;
const doorCodeOf = (code: string) => ({ kind: 'door_code' as const, code });
const now = (): Instant => instantOf(Date.now());

/** Asks for help that begins in a while, for the only or the female one of somebody's elders. */
async function ask(
  person: Person,
  gender: 'male' | 'female',
  serviceCode: string,
  minutes: number,
  wishes = {},
) {
  const { elders } = await person.does(listElders, { query: {} });
  const elderId = elders.find((each) => each.gender === gender)?.elderId;
  if (elderId === undefined) throw new Error(`${person.name} sees no elder`);
  const startsAt = soonOnOneDay(minutes, AHEAD_MINUTES);
  const body = { commandId: newCommand(), elderId, serviceCode, startsAt, minutes: minutes as Minutes };
  const more = {
    urgency: 'routine' as const,
    payBy: 'time' as const,
    note: '',
    confirmedNight: true as const,
  };
  await person.does(makeRequest, { body: { ...body, ...more, wishes } });
  return elderId;
}

/** Waits until a read says what is expected: the ledger follows the table's stream. */
async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await read();
    if (holds(value)) return value;
    if (tries > 60) throw new Error(`it never came: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** While something is set aside, civil affairs changes what everything is worth: for the past it cannot, from tomorrow it can. */
async function changeRulesFromTomorrow(apiUrl: string): Promise<void> {
  const official = await personaOn(apiUrl, 'official', 'official');
  const { current } = await official.does(readRules, { query: { county: '231222' } });
  const { version: _, ...old } = current;
  const body = (days: number) => ({
    commandId: newCommand(),
    county: '231222',
    why: '送餐按两倍记',
    rules: {
      ...old,
      weightPercent: [{ serviceCode: 'meal-delivery', percent: 200 }],
      validFrom: beijing(addDays(now(), days)).day,
    },
  });
  expect((await official.isRefused(proposeRules, { body: body(0) })).code).toBe('time_rules_date');
  const { proposedAt } = await official.does(proposeRules, { body: body(1) });
  const which = () => ({ body: { commandId: newCommand(), county: '231222', proposedAt } });
  expect((await official.isRefused(publishRules, which())).code).toBe('time_rules_second_official');
  const second = await personaOn(apiUrl, 'official-2', 'official');
  expect((await second.does(publishRules, which())).version).toBe(2);
}

describe('an hour given in Harbin and an hour received in the village', () => {
  let phones: BrowserPhones;
  let son: Phone;
  let daughter: Phone;
  let sonHimself: Person;
  let otherFamily: Person;
  let guifen: Person;
  let motherId: string;
  let strangerId: string;
  let sun: Phone;

  beforeAll(async () => {
    phones = await startBrowserPhones();
    await freeAllDay(phones.stack.apiUrl, ['son-harbin', 'neighbour']);
    const asVolunteer = await personaOn(phones.stack.apiUrl, 'son-harbin', 'volunteer');
    const changes = { skills: ['company' as const, 'errands' as const] };
    await asVolunteer.does(changeMyHelper, { body: { commandId: newCommand(), changes } });
    sonHimself = await personaOn(phones.stack.apiUrl, 'son-harbin', 'family');
    otherFamily = await personaOn(phones.stack.apiUrl, 'daughter-harbin', 'family');
    guifen = await personaOn(phones.stack.apiUrl, 'neighbour', 'volunteer');
    const fatherId = await ask(otherFamily, 'male', 'company', 30);
    strangerId = fatherId;
    const { elder } = await otherFamily.does(readElder, { params: { elderId: fatherId } });
    son = await phones.open({ latitude: elder.position.lat, longitude: elder.position.lng });
    daughter = await phones.open();
    await son.tap('王建国');
    await daughter.tap('周倩');
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  test('the son opens his time, and from it finds who could use an hour where he is now', async () => {
    await son.see('时间银行');
    await son.tap('时间银行');
    await son.see('可用时间');
    await son.see('社区食堂帮厨');
    await son.tap('去做志愿');
    await son.see('聊天陪伴');
    await son.see(/花园街道花园社区/);
    expect(await son.text()).not.toContain('花园街12号');
    await son.keep('time-bank-near');
    await son.press('我可以去');
    await son.tap(/周大爷/);
    await son.see('花园街12号3单元201');
  });

  test('he goes there, stays, and leaves; the other family confirms it, since he cannot', async () => {
    // The clock of the page is put back for the arrival, so that he has stayed a while when he leaves.
    const back = `(() => { const real = Date.now.bind(Date); window.realNow = real; Date.now = () => real() - ${CHATTED_MINUTES * 60_000}; })()`;
    await son.page.evaluate(back);
    await son.press('到了，签到');
    await son.see(/到达 · 地点已核验/);
    await son.page.evaluate('Date.now = window.realNow');
    await son.press('离开签退');
    await son.tapInSheet('离开签退');
    await son.see(/记录已经交给家里人/);

    await daughter.visit('family/home');
    await daughter.tap(/聊天陪伴，请确认$/);
    await daughter.see('六项核对');
    await daughter.tap('确认并评价');
    await daughter.page.getByRole('radio', { name: '5 颗星' }).filter({ visible: true }).click();
    await daughter.tap(/^确认$/);
    await daughter.see(/已确认/);
  });

  test('his minutes are there with their story, and three taps from his home page they are his mother’s', async () => {
    const read = () => sonHimself.does(readStatement, { query: {} });
    await until(read, ({ lines }) => lines.some(({ title }) => title.zh === '给周大爷聊天陪伴'));
    // He has come as a volunteer; his mother's page is a tap away.
    await son.visit('helper/home');
    await son.tap('时间银行');
    await son.see('给周大爷聊天陪伴');
    await son.tap('转给家里的老人');
    await son.see(/^妈妈的$/);
    await son.visit('family/home');
    await son.tap('时间银行');
    await son.see('给周大爷聊天陪伴');
    await son.see(/大家一共存着 \d+ 小时/);
    expect(await son.text()).toMatch(/服务 2[345] 分钟 · 花园街道花园社区 · 已核验/);
    await son.press('转给妈妈');
    await son.see('转多少给妈妈？');
    await son.keep('time-bank-give');
    await son.tapInSheet(/^转 .+ 给妈妈$/);
    await son.see('转给 王秀兰');
    await son.keep('time-bank-given');
  });

  test('at home she spends them: set aside when it is arranged, taken when the visit is confirmed', async () => {
    const offers = await guifen.does(listOffers);
    expect(offers.offers).toEqual([]);
    const { helperId } = await guifen.does(readMyHelper);
    motherId = await ask(sonHimself, 'female', 'meal-delivery', 20, { preferHelperId: helperId });
    const { offers: asked } = await until(
      () => guifen.does(listOffers),
      (answer) => answer.offers.length > 0,
    );
    const offer = asked[0]?.offer;
    if (!offer) throw new Error('nobody was asked');
    const { requestId, offerId } = offer;
    const accepted = await guifen.does(acceptOffer, {
      params: { requestId, offerId },
      body: { commandId: newCommand() },
    });
    const query = { elderId: motherId as never };
    await until(
      () => sonHimself.does(readAccount, { query }),
      ({ held }) => held.some((each) => each.requestId === requestId),
    );
    // Read once more: a balance and what is held are two reads, and the first pair may lie on both sides of the hold.
    const before = await sonHimself.does(readAccount, { query });
    await son.tap(/^妈妈的$/);
    await son.see('预留着的');
    await son.see(/到访确认后才用/);
    await son.keep('time-bank-held');

    await changeRulesFromTomorrow(phones.stack.apiUrl);
    const visitId = accepted.visitId as VisitId;
    const params = { visitId };
    const evidence = doorCodeOf('3012');
    await guifen.does(checkIn, {
      params,
      body: { commandId: newCommand(), at: addMinutes(now(), -STAYED_MINUTES), evidence },
    });
    await guifen.does(checkOut, {
      params,
      body: { commandId: newCommand(), at: now(), evidence, summary: '' },
    });
    await sonHimself.does(confirmVisit, {
      params,
      body: { commandId: newCommand(), rating: 5, comment: '' },
    });
    await until(
      () => sonHimself.does(readAccount, { query }),
      ({ held }) => held.every((each) => each.requestId !== requestId),
    );
    const after = await sonHimself.does(readAccount, { query });
    const set = before.held.find((each) => each.requestId === requestId)?.minutes ?? 0;
    expect([set, after.outMinutes - before.outMinutes]).toEqual([20, STAYED_MINUTES]);
    expect(after.availableMinutes - before.availableMinutes).toBe(20 - STAYED_MINUTES);
    // Confirmed once more it is neither taken nor credited a second time.
    const again = { params, body: { commandId: newCommand(), rating: 5 as const, comment: '' } };
    expect((await sonHimself.isRefused(confirmVisit, again)).zh).not.toBe('');
    expect(await sonHimself.does(readAccount, { query })).toEqual(after);
    await son.visit('family/home');
    await son.tap('时间银行');
    await son.tap(/^妈妈的$/);
    await son.see(/预留 20 分钟，退回 6 分钟/);
    await son.keep('time-bank-mother');
  });

  test('what he gave is what she received, the same transfer on both statements', async () => {
    const his = await sonHimself.does(readStatement, { query: {} });
    const hers = await sonHimself.does(readStatement, { query: { elderId: motherId as never } });
    const gifts = (lines: typeof his.lines) =>
      lines
        .filter(({ transferId, title }) => transferId.startsWith('gift.') && !title.zh.includes('王守田'))
        .map(({ transferId, minutes }) => [transferId, minutes]);
    expect(gifts(his.lines).length).toBeGreaterThanOrEqual(2);
    expect(gifts(hers.lines)).toEqual(gifts(his.lines));
    expect(his.lines.filter(({ title }) => title.zh === '转给 王秀兰').map(({ effect }) => effect)).toEqual(
      gifts(his.lines).map(() => 'out'),
    );
    const account = await sonHimself.does(readAccount, { query: {} });
    expect(account.inMinutes - account.outMinutes).toBe(account.availableMinutes + account.heldMinutes);
  });

  test('the statement can be kept as a table and on paper', async () => {
    const kept = async (button: string) => {
      const download = son.page.waitForEvent('download');
      await son.tap(button);
      const file = await download;
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    const table = await kept('表格（CSV）');
    expect(table.name).toMatch(/^时间银行-王秀兰-.+\.csv$/);
    expect(table.bytes.toString('utf8')).toContain('退回 6 分钟');
    const paper = await kept('打印版（PDF）');
    expect(paper.name).toMatch(/^时间银行对账单-王秀兰-.+\.pdf$/);
    expect(paper.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(paper.bytes.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true);
  });

  test('what cannot be given is refused by its name, and nothing moves', async () => {
    const query = { elderId: motherId as never };
    const accounts = () =>
      Promise.all([sonHimself.does(readAccount, { query: {} }), sonHimself.does(readAccount, { query })]);
    const before = await accounts();
    const refusal = async (person: Person, minutes: number, elderId: string) => {
      const body = {
        commandId: newCommand(),
        minutes,
        to: { kind: 'elder' as const, elderId: elderId as never },
        why: '',
      };
      return (await person.isRefused(giveTime, { body })).code;
    };
    for (const minutes of [0, -30, 1.5, 1e9])
      expect(await refusal(sonHimself, minutes, motherId)).toBe('time_amount_invalid');
    expect(await refusal(sonHimself, 500_000, motherId)).toBe('time_region_limit');
    expect(await refusal(sonHimself, 3_000, motherId)).toBe('time_not_enough');
    expect(await refusal(sonHimself, 10, strangerId)).toBe('time_not_kin');
    const herself = await personaOn(phones.stack.apiUrl, 'elder', 'elder');
    expect(await refusal(herself, 10, motherId)).toBe('time_to_self');
    expect(await accounts()).toEqual(before);
  });

  test('where nobody can come, the coordinator lets the county fund pay', async () => {
    const { elders } = await sonHimself.does(listElders, { query: {} });
    const father = elders.find((each) => each.gender === 'male');
    if (!father) throw new Error('the son does not see his father');
    // At three in the night nobody has hours.
    const startsAt = beijingInstant(beijing(addDays(now(), 2)).day, 3 * 60);
    const { requestId } = await sonHimself.does(makeRequest, {
      body: {
        commandId: newCommand(),
        elderId: father.elderId,
        serviceCode: 'haircut',
        startsAt,
        minutes: 30 as Minutes,
        urgency: 'routine',
        payBy: 'time',
        note: '',
        confirmedNight: true,
        wishes: {},
      },
    });
    await until(
      () => sonHimself.does(readRequest, { params: { requestId } }),
      ({ request }) => request.status === 'unmet',
    );
    sun = await phones.open();
    await sun.tap('孙丽');
    await sun.tap('王大爷 · 理发');
    await sun.press('请保障金来付');
    await sun.write('为什么没人能来', '夜里问过三位邻居，都去不了');
    await sun.keep('time-bank-fund');
    await sun.tapInSheet('由保障金来付');
    await sun.page
      .getByRole('button', { name: '请保障金来付' })
      .filter({ visible: true })
      .waitFor({ state: 'hidden' });
    const { request } = await sonHimself.does(readRequest, { params: { requestId } });
    expect(request.payBy).toBe('money');
  });

  test('the coordinator and the social worker together decide minutes that wait', async () => {
    await sun.visit('coordinator/home');
    await sun.tap(/时间银行：/);
    await sun.see('两位工作人员意见一致');
    await sun.toTop();
    await sun.keep('time-bank-flags');
    await sun.write('为什么这样判断', '给老人打过电话，确实来过');
    await sun.press('可以记入');
    await sun.see('您已经看过，等另一位。');
    await sun.tap('时间银行的家底');
    await sun.see('大家一共存着');
    const lin = await phones.open();
    await lin.tap('林晓');
    await lin.tap(/时间核实：/);
    await lin.see('孙丽：可以记（给老人打过电话，确实来过）');
    await lin.write('为什么这样判断', '到村里问过邻居');
    await lin.keep('time-bank-second');
    await lin.press('可以记入');
    await lin.page.getByText('孙丽：可以记（给老人打过电话，确实来过）').waitFor({ state: 'hidden' });
    expect([...sun.complaints, ...lin.complaints]).toEqual([]);
  });

  test('civil affairs reads what the bank owes, and grants minutes to the pool of a village', async () => {
    const official = await phones.open();
    await official.tap('何科长');
    await official.tap('时间银行的家底');
    await official.see('大家一共存着');
    await official.keep('time-bank-solvency');
    await official.visit('official/pools');
    await official.see(/最困难、最离不开人的排在前面/);
    await official.keep('time-bank-pools');
    await official.tap('红光村');
    await official.write('拨几小时', '2.5');
    await official.write('为什么拨', '冬季基本时间');
    await official.see(/何科长 批/);
    await official.keep('time-bank-grant');
    await official.tapInSheet(/^拨 2 小时 30 分 给红光村$/);
    await official.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await official.tap('红光村');
    await official.see('县里拨的 2 小时 30 分');
    expect(official.complaints).toEqual([]);
  });

  test('new rules are proposed by one official, begun from a city’s, and published by another', async () => {
    const official = await phones.open();
    await official.tap('何科长');
    await official.tap('时间银行的规则');
    await official.see('现在的规则');
    await official.keep('time-bank-rules');
    await official.press('拿来改');
    await official.see(/从“南京办法/);
    await official.write('每人每天最多', '-5');
    await official.see('请填数字');
    await official.write('每人每天最多', '4');
    await official.keep('time-bank-rules-new');
    await official.write('为什么改', '照南京的办法试一年');
    await official.press('交给另一位公布');
    await official.see('您提出的，等另一位公布');
    const second = await phones.open();
    await second.tap('秦科长');
    await second.tap('时间银行的规则');
    await second.see('等另一位公布');
    await second.see('何科长 在今天提出');
    await second.keep('time-bank-rules-second');
    await second.press('公布');
    await second.see(/按原来的规则，不会改/);
    await second.tap('确定公布');
    await second.see(/第 3 版/);
    expect([...official.complaints, ...second.complaints]).toEqual([]);
  });

  test('a family without minutes asks the village, which looks and records; and an estate is handed on', async () => {
    const zhao = await phones.open();
    await zhao.tap('赵丽');
    await zhao.see('请人帮忙');
    await zhao.visit('family/time-bank');
    await zhao.tap(/^妈妈的$/);
    await zhao.see(/已经请村里看/);
    await zhao.toTop();
    await zhao.keep('time-bank-standing');
    await sun.visit('coordinator/time-bank');
    await sun.tap('村时间池和困难人家');
    await sun.see('妈妈吃低保，我在大庆打工，还没攒下时间');
    await sun.keep('time-bank-asks');
    await sun.press('看过了，登记');
    await sun.write('看到了什么', '看过低保证');
    await sun.tapInSheet(/^登记$/);
    await sun.see('没有人家在等');
    await zhao.visit('family/home');
    await zhao.visit('family/time-bank');
    await zhao.tap(/^妈妈的$/);
    await zhao.see('村里登记：低保（看过低保证）');
    await sun.visit('coordinator/elders');
    await sun.tap('王秀兰');
    await sun.see(/每月最多/);
    await sun.tap('老人已经去世，办理身后转赠');
    await sun.see(/剩下的时间/);
    await sun.see(/还预留着|留给红光村的时间池/);
    await sun.toTop();
    await sun.keep('time-bank-estate');
    expect([...sun.complaints, ...zhao.complaints]).toEqual([]);
  });

  test('a line of the statement leads to the visit behind it', async () => {
    await son.visit('family/home');
    await son.tap('时间银行');
    await son.tap(/^妈妈的$/);
    await son.tap(/退回 6 分钟/);
    await son.see('六项核对');
  });

  test('nothing broke on the way', () => {
    for (const phone of [son, daughter]) expect(phone.complaints).toEqual([]);
  });
});
