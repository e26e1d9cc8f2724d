import { describe, expect, it } from '@jest/globals';
import { issuanceAccount } from './account';
import type { Amount } from './amount';
import { AT, holding, mothers, moved, setAside } from './factories';
import { post, release } from './pending';
import { lineOf, reasonWords, storyOf, titleOf } from './story';

const mother = mothers(100);
const mine = holding(100);
const issuance = issuanceAccount('231222', 'x');
const how = { at: AT, by: 'system' as const, rules: 'county@1' };
const service = { zh: '陪同看病', en: 'Escort to the clinic' };
const pending = setAside(60, mother, issuance);
const settled = post(pending, 45 as Amount, how);
const freed = release(pending, 'void', how);

describe('a line of a statement', () => {
  it('reads differently on both sides of one transfer, with the same minutes', () => {
    const gift = moved(60, mine.accountId, mother.accountId);
    expect([lineOf(gift, mine.accountId), lineOf(gift, mother.accountId)]).toEqual([
      { effect: 'out', minutes: 60 },
      { effect: 'in', minutes: 60 },
    ]);
    expect(titleOf(gift, mine.accountId, { other: '王秀兰' }).zh).toBe('转给 王秀兰');
    expect(titleOf(gift, mother.accountId, { other: '王建国' }).zh).toBe('王建国 转来');
  });

  it('says what is set aside and why, what was used of it, and what came back', () => {
    expect(lineOf(pending, mother.accountId)).toEqual({ effect: 'set_aside', minutes: 60 });
    expect(storyOf(pending, mother.accountId, {}).zh).toBe('已预留，到访确认后才用');
    expect(settled.ok && storyOf(settled.value, mother.accountId, {}).zh).toBe('预留 60 分钟，退回 15 分钟');
    expect(freed.ok && storyOf(freed.value, mother.accountId, {}).zh).toBe('已退回');
    expect(titleOf(pending, mother.accountId, { service, helper: '李桂芬' }).zh).toBe('陪同看病 · 李桂芬');
  });

  it('of an earning says whom it was for, how long, and which cap cut it', () => {
    const earned = {
      ...moved(120, issuance, mine.accountId),
      code: 'earn' as const,
      about: { servedMinutes: 180, weightPercent: 100, cutBy: 'day' as const, cutMinutes: 60 },
    };
    expect(titleOf(earned, mine.accountId, { service, elder: '赵奶奶' }).zh).toBe('给赵奶奶陪同看病');
    expect(storyOf(earned, mine.accountId, { place: '南岗区花园社区' }).zh).toBe(
      '服务 180 分钟 · 已到每天上限，少记 60 分钟 · 南岗区花园社区 · 已核验',
    );
    const waiting = { ...earned, step: 'pending' as const };
    expect(storyOf(waiting, mine.accountId, {}).zh).toContain('待核实');
  });

  it('gives each reason of a flag in both languages', () => {
    expect(reasonWords({ code: 'cycle', count: 3 })).toEqual({
      zh: '3 个人互相绕圈确认',
      en: '3 people confirm each other in a ring',
    });
  });
});
