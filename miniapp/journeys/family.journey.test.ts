import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { stepIn } from '@shared/identity/identity.contract';
import type { RequestId } from '@shared/kernel/ids';
import { commandId } from '@shared/kernel/ids';
import { acceptOffer, listOffers } from '@shared/offers/offers.contract';
import { ulid } from '../src/platform/random-id';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import type { Phone } from './phone';

const newCommand = () => commandId.parse(`command_${ulid(Date.now(), Math.random)}`);

/** A neighbour somewhere else, whose phone is not looked at here: what it would send is sent. */
async function neighbourOf(apiUrl: string, persona: string) {
  const post = async (path: string, body: unknown, token?: string): Promise<unknown> => {
    const reply = await fetch(`${apiUrl}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const answer: unknown = await reply.json();
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const session = stepIn.reply.parse(await post(stepIn.path, { persona }));
  const role = session.person.grants.find(
    (grant) => grant.role === 'volunteer' || grant.role === 'provider',
  )?.role;
  return {
    offersFor: async (requestId: RequestId) => {
      const reply = await fetch(`${apiUrl}${listOffers.path}`, {
        headers: { authorization: `Bearer ${session.accessToken}`, 'nuanlin-role': role ?? '' },
      });
      const { offers } = listOffers.reply.parse(await reply.json());
      return offers.filter(({ offer }) => offer.requestId === requestId);
    },
    accept: async (requestId: RequestId, offerId: string) => {
      const path = acceptOffer.path.replace('{requestId}', requestId).replace('{offerId}', offerId);
      return acceptOffer.reply.parse(await post(path, { commandId: newCommand() }, session.accessToken));
    },
  };
}

// The pages may have to be built first, on a machine that does other things too.
jest.setTimeout(90_000);

describe('a son in Harbin, on his phone, against the whole stack', () => {
  let phones: BrowserPhones;
  let son: Phone;

  beforeAll(async () => {
    phones = await startBrowserPhones();
    son = await phones.open();
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  test('steps in and reads in words how his mother is today', async () => {
    await son.see('演示身份');
    await son.keep('welcome');
    await son.tap('王建国');
    await son.see('等您处理');
    await son.tap('妈妈');
    await son.see('王秀兰');
    await son.see('下一次到访');
    expect(await son.text()).toMatch(/今天|有人正在陪着|还没有记录/);
    await son.keep('family-home');
  });

  test('says what is needed and reads how many could come before anybody is asked', async () => {
    await son.tap('请人帮忙');
    await son.see('需要什么帮助？');
    await son.tap('精神慰藉');
    await son.tap('聊天陪伴');
    // Tomorrow at nine somebody already takes her to the clinic; the page says so beside the time.
    await son.see('那段时间已经有安排了');
    await son.tap(/^改到 \d+:\d\d，老人有空$/);
    await son.see(/寻找附近的人（\d+ 位可来）/);
    await son.tap('什么时候');
    await son.tap('14:00');
    await son.tap('好了');
    await son.see(/寻找附近的人（\d+ 位可来）/);
    await son.keep('family-request');
  });

  test('is told at the button, and can still send it, when the hour is late: it asks first', async () => {
    await son.tap('什么时候');
    await son.tap('22:00');
    await son.tap('好了');
    await son.see('老人可能已经休息');
    await son.tap('什么时候');
    await son.tap('14:00');
    await son.tap('好了');
    await son.see(/寻找附近的人（\d+ 位可来）/);
  });

  test('sees who is asked and why, and that somebody said yes, without touching the page', async () => {
    await son.tap(/寻找附近的人（\d+ 位可来）/);
    await son.see('已邀请');
    await son.see(/未应答会自动邀请下一位/);
    expect(await son.text()).toMatch(/米|公里/);
    await son.keep('family-match');

    const requestId = new URL(son.page.url().replace('#/', '')).searchParams.get('requestId') as RequestId;
    const accepted = await firstToAccept(phones.stack.apiUrl, requestId);
    await son.see('已经约好');
    await son.see(/会来$/);
    await son.keep('family-scheduled');
    expect(accepted.requestId).toBe(requestId);
  });

  test('finds it in the schedule and in the messages', async () => {
    await son.page.goto(`${phones.stack.url}/#/pages/family/schedule/index`);
    await son.see('已经约好');
    await son.keep('family-schedule');
    await son.tap('消息');
    await son.see(/求助|上门/);
    await son.keep('family-messages');
  });

  test('reads what waits for him, down to the six facts, confirms it and thanks the neighbour', async () => {
    await son.tap('首页');
    await son.tap('爸爸');
    await son.see('等您处理');
    await son.tap(/请确认$/);
    await son.see('六项核对');
    await son.see(/进门$/);
    await son.keep('family-visit');
    await son.tap('确认并评价');
    await son.see('这次到访怎么样？');
    await son.page.getByRole('radio', { name: '5 颗星' }).filter({ visible: true }).click();
    await son.tap('很准时');
    await son.keep('family-confirm');
    await son.tap(/^确认$/);
    await son.see(/已确认 · 您的评价：很满意/);
    expect(await son.text()).not.toContain('请确认');
  });

  test('finds the card number and who may see his mother in her profile', async () => {
    await son.page.goto(`${phones.stack.url}/#/pages/family/home/index`);
    await son.tap('妈妈');
    await son.tap('王秀兰');
    await son.see('200301');
    await son.see('老人已同意');
    await son.keep('family-elder');
  });

  test('nothing broke on the way', () => {
    expect(son.complaints).toEqual([]);
  });
});

/** Whoever of the demonstration's helpers was asked says yes. */
async function firstToAccept(apiUrl: string, requestId: RequestId) {
  for (const persona of ['neighbour', 'neighbour-2', 'provider']) {
    const neighbour = await neighbourOf(apiUrl, persona);
    const [offered] = await neighbour.offersFor(requestId);
    if (offered) return neighbour.accept(requestId, offered.offer.offerId);
  }
  throw new Error('None of the demonstration helpers was asked.');
}
