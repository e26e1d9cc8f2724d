import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { listVideoCalls } from '@shared/video-calls/video-calls.contract';
import { type Person, personaOn } from '../../scripts/demo/actor';
import type { Weapp } from '../weapp-harness/weapp';
import { calledFrom, sentTo, startWeappPhones, type WeappPhones } from './weapp-phones';

jest.setTimeout(120_000);

interface Room {
  readonly roomType: string;
  readonly groupId: string;
  readonly nonceStr: string;
  readonly timeStamp: number;
  readonly signature: string;
}
const roomsOf = (phone: Weapp): Room[] =>
  phone.calls.flatMap(({ name, options }) => (name === 'joinVoIPChat' ? [options as Room] : []));

describe("a video call in WeChat's own room, with the compiled mini-program", () => {
  let phones: WeappPhones;
  let granny: Weapp;
  let son: Weapp;
  let sonBehind: Person;

  beforeAll(async () => {
    phones = await startWeappPhones();
    sonBehind = await personaOn(phones.stack.apiUrl, 'son-harbin', 'family');
    // WeChat gives a code to one phone, once; the server keeps count of those it has seen.
    let codes = 0;
    const of = (who: string) => ({ loginCode: () => `test-${who}-${++codes}` });
    granny = await phones.stepIn('红光村的老人，自己有手机', of('granny'));
    son = await phones.stepIn('王建国', of('son'));
  }, 240_000);
  afterAll(() => phones?.close());

  /** The documented signature, made again from what was sent and the key that WeChat gave for the code. */
  const expected = ({ groupId, nonceStr, timeStamp }: Room, phone: Weapp): string => {
    const { code } = JSON.parse(sentTo(phone, '/voip').at(-1) ?? '{}') as { code: string };
    const key = phones.stack.wechat.rules.sessionKeyOf(code) ?? '';
    const signed = [phones.stack.environment.WECHAT_APP_ID, groupId, nonceStr, String(timeStamp)];
    return createHmac('sha256', key).update(signed.sort().join('')).digest('hex');
  };

  test('one touch enters a room that the server named and signed, and the son’s phone rings', async () => {
    granny.answers.voipMembers = [];
    await granny.tap('看看孩子');
    await granny.see('正在叫王建国');
    await granny.until('the room', () => roomsOf(granny).length === 1);
    const [room] = roomsOf(granny) as [Room];
    expect(room).toMatchObject({ roomType: 'video', timeStamp: expect.any(Number) });
    expect(room.signature).toBe(expected(room, granny));
    await son.see('王大娘想和您视频');
  });

  test('he answers into the same room by a signature of his own, and sees a window for each', async () => {
    son.answers.voipMembers = ['openid-of-granny'];
    await son.tap('接听');
    await son.see('正在和王大娘视频');
    await son.until('the room', () => roomsOf(son).length === 1);
    const [hers] = roomsOf(granny) as [Room];
    const [his] = roomsOf(son) as [Room];
    expect(his.groupId).toBe(hers.groupId);
    expect(his.signature).toBe(expected(his, son));
    expect(his.signature).not.toBe(hers.signature);
    await son.until('two windows', () => son.attributes('voip-room', 'openid').length === 2);
    expect(son.attributes('voip-room', 'openid')[0]).toBe('openid-of-granny');
    expect(son.attributes('voip-room', 'mode')).toEqual(['video', 'camera']);
    await son.tap('静音');
    await son.tap('挂断');
    await son.see('和王大娘视频了');
    await granny.see('和王建国视频了');
    const made = son.calls.map(({ name }) => name);
    expect(made).toEqual(expect.arrayContaining(['updateVoIPChatMuteConfig', 'exitVoIPChat']));
    expect(granny.calls.map(({ name }) => name)).toContain('exitVoIPChat');
  });

  test('where the account may open no room, the telephone is offered, and the call is over', async () => {
    son.answers.voipMembers = undefined;
    await son.tap('再打');
    await son.see('微信没有打开视频');
    await son.tap('打电话');
    await son.until('the telephone', () => calledFrom(son).length > 0);
    expect(calledFrom(son)).toEqual(['13845550101']);
    await son.tap('挂断');
    await son.see('没有人接');
    const { calls } = await sonBehind.does(listVideoCalls);
    expect(calls.map(({ status }) => status)).toEqual(['missed', 'ended']);
  });
});
