import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWeChatStandIn, type WeChatStandIn } from '../../../scripts/wechat-stand-in/server';
import { httpWeChat } from './http-wechat';

let standIn: WeChatStandIn;
const adapter = (over: { secret?: string } = {}) =>
  httpWeChat({ baseUrl: standIn.baseUrl, appId: 'wx1', secret: 's1', ...over });

beforeEach(async () => {
  standIn = await startWeChatStandIn({ port: 0, appId: 'wx1', appSecret: 's1', now: Date.now });
});
afterEach(() => standIn.stop());

describe("WeChat's server over HTTP", () => {
  it('trades a login code for an openid once', async () => {
    const wechat = adapter();
    expect(await wechat.signIn('test-son-1')).toMatchObject({ ok: true, value: { openid: 'son' } });
    expect(await wechat.signIn('test-son-1')).toMatchObject({ refusal: { code: 'wechat_code_invalid' } });
  });

  it.each([
    ['busy', 'wechat_busy'],
    ['bad', 'wechat_code_invalid'],
    ['frequent', 'wechat_rate_limited'],
    ['high-risk', 'wechat_user_blocked'],
  ])('says for the code %s that it is %s', async (code, refusal) => {
    expect(await adapter().signIn(code)).toMatchObject({ ok: false, refusal: { code: refusal } });
  });

  it('trades a phone code for the number, with a token it fetches itself', async () => {
    const wechat = adapter();
    const { openid } = ((await wechat.signIn('test-son-1')) as { value: { openid: string } }).value;
    expect(await wechat.phoneNumber('phone-13912345678-1', openid)).toEqual({
      ok: true,
      value: '13912345678',
    });
    expect(await wechat.phoneNumber('phone-13912345678-1', openid)).toMatchObject({
      refusal: { code: 'wechat_code_invalid' },
    });
  });

  it('takes the new token when somebody else had it replaced, and the phone number is given all the same', async () => {
    await standIn.stop();
    let now = Date.now();
    standIn = await startWeChatStandIn({ port: 0, appId: 'wx1', appSecret: 's1', now: () => now });
    const wechat = adapter();
    const first = ((await wechat.signIn('test-son-1')) as { value: { openid: string } }).value.openid;
    expect(await wechat.phoneNumber('phone-13912345678-1', first)).toMatchObject({ ok: true });
    // The console, or another service of the same account, asks for a fresh one; the old one lasts five minutes more.
    standIn.rules.stableToken({
      grant_type: 'client_credential',
      appid: 'wx1',
      secret: 's1',
      force_refresh: true,
    });
    now += 6 * 60_000;
    expect(await wechat.phoneNumber('phone-13912345678-2', first)).toEqual({
      ok: true,
      value: '13912345678',
    });
  });

  it('is busy when its own secret is not taken or nobody answers', async () => {
    expect(await adapter({ secret: 'wrong' }).phoneNumber('phone-13912345678-2', 'son')).toMatchObject({
      refusal: { code: 'wechat_busy' },
    });
    const nobody = httpWeChat({ baseUrl: 'http://127.0.0.1:1', appId: 'wx1', secret: 's1' });
    expect(await nobody.signIn('test-son-2')).toMatchObject({ refusal: { code: 'wechat_busy' } });
  });
});
