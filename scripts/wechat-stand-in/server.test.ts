import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startWeChatStandIn, type WeChatStandIn } from './server';

let now = 1_800_000_000_000;
let wechat: WeChatStandIn;
const app = { appid: 'wx1', secret: 's1' };

beforeEach(async () => {
  now = 1_800_000_000_000;
  wechat = await startWeChatStandIn({ port: 0, appId: 'wx1', appSecret: 's1', now: () => now });
});
afterEach(() => wechat.stop());

/** What a test looks at in the answers. */
interface Answer {
  readonly errcode?: number;
  readonly openid?: string;
  readonly access_token: string;
  readonly result: { readonly suggest: string };
}

const login = async (code: string, more: Record<string, string> = {}): Promise<Answer> => {
  const query = new URLSearchParams({ ...app, js_code: code, grant_type: 'authorization_code', ...more });
  return (await fetch(`${wechat.baseUrl}/sns/jscode2session?${query}`)).json() as Promise<Answer>;
};
const post = async (path: string, body: unknown): Promise<Answer> =>
  (
    await fetch(wechat.baseUrl + path, { method: 'POST', body: JSON.stringify(body) })
  ).json() as Promise<Answer>;
const token = async (more: object = {}): Promise<string> =>
  (await post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...app, ...more })).access_token;

test('a login code gives an openid and a session key once, and is refused the second time', async () => {
  const session = await login('test-son-1');
  expect(session).toMatchObject({ openid: 'son', session_key: expect.stringMatching(/^[\w+/]{22}==$/) });
  expect(await login('test-son-1')).toEqual({ errcode: 40163, errmsg: 'code been used' });
});

test('the same person gets the same openid with every new code, another person another', async () => {
  const first = await login('test-son-harbin-1');
  const again = await login('test-son-harbin-2');
  expect(first.openid).toBe('son-harbin');
  expect(again.openid).toBe('son-harbin');
  expect((await login('0a1b2c')).openid).not.toBe((await login('0a1b2d')).openid);
});

test.each([
  ['busy', -1],
  ['bad', 40029],
  ['frequent', 45011],
  ['high-risk', 40226],
])('the code %s is refused with errcode %i', async (code, errcode) => {
  expect(await login(code)).toMatchObject({ errcode });
});

test('the hundred and first login of one person within a minute is refused, and allowed a minute later', async () => {
  for (let index = 0; index < 100; index += 1)
    expect(await login(`test-son-${index}`)).toHaveProperty('openid');
  expect(await login('test-son-100')).toMatchObject({ errcode: 45011 });
  now += 61_000;
  expect(await login('test-son-101')).toHaveProperty('openid');
});

test('a foreign application or a wrong secret is refused', async () => {
  expect(await login('test-a-1', { appid: 'wx2' })).toMatchObject({ errcode: 40013 });
  expect(await login('test-a-1', { secret: 'no' })).toMatchObject({ errcode: 40125 });
});

test('a token stays the same until five minutes before its end, and the old one lives on for five minutes', async () => {
  const first = await token();
  expect(await token()).toBe(first);
  now += 6_950_000;
  const second = await token();
  expect(second).not.toBe(first);
  const check = (t: string) => post(`/wxa/msg_sec_check?access_token=${t}`, { version: 2, content: '您好' });
  expect(await check(first)).toMatchObject({ errcode: 0 });
  now += 301_000;
  expect(await check(first)).toMatchObject({ errcode: 42001 });
  expect(await check(second)).toMatchObject({ errcode: 0 });
  expect(await check('made-up')).toMatchObject({ errcode: 40001 });
});

test('a phone code gives its number once, under the watermark of our application', async () => {
  const ask = async () =>
    post(`/wxa/business/getuserphonenumber?access_token=${await token()}`, { code: 'phone-13800001111-7' });
  expect(await ask()).toMatchObject({
    errcode: 0,
    phone_info: { purePhoneNumber: '13800001111', watermark: { appid: 'wx1' } },
  });
  expect(await ask()).toMatchObject({ errcode: 40029 });
});

test('one tap allows one message, and a long sentence is refused without using it up', async () => {
  const send = async (value: string) =>
    post(`/cgi-bin/message/subscribe/send?access_token=${await token()}`, {
      touser: 'son',
      template_id: 't1',
      data: { thing1: { value } },
    });
  expect(await send('有人接单了')).toMatchObject({ errcode: 43101 });
  wechat.rules.allowMessage('son', 't1');
  expect(await send('一'.repeat(21))).toMatchObject({ errcode: 47003 });
  expect(await send('有人接单了')).toEqual({ errcode: 0, errmsg: 'ok' });
  expect(await send('有人接单了')).toMatchObject({ errcode: 43101 });
  expect(wechat.rules.sent).toHaveLength(1);
});

test('text is passed, held for review or called risky, and too long a text is refused', async () => {
  const check = async (content: string) =>
    post(`/wxa/msg_sec_check?access_token=${await token()}`, {
      version: 2,
      scene: 1,
      openid: 'son',
      content,
    });
  expect((await check('今天大娘胃口不错')).result.suggest).toBe('pass');
  expect((await check('这里有违规内容')).result.suggest).toBe('risky');
  expect((await check('这里有待审内容')).result.suggest).toBe('review');
  expect(await check('长'.repeat(2_501))).toMatchObject({ errcode: 45002 });
});

test('malformed JSON and an unknown address get an errcode, not a broken connection', async () => {
  const reply = await fetch(`${wechat.baseUrl}/cgi-bin/stable_token`, { method: 'POST', body: '{' });
  expect(await reply.json()).toMatchObject({ errcode: 47001 });
  expect(await post('/nothing/here', {})).toMatchObject({ errcode: 40066 });
});
