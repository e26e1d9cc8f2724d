import { describe, expect, it } from '@jest/globals';
import { beijingInstant, type Day } from '@shared/kernel/instant';
import { elderModeText } from './elder-mode.text';
import { spokenClock, whoComes } from './who-comes';

const zh = elderModeText['zh-CN'];
const at = (minuteOfDay: number, day = '2026-11-24') => beijingInstant(day as Day, minuteOfDay);
const now = at(9 * 60);
type Today = NonNullable<Parameters<typeof whoComes>[0]>;
const card = (status: string, startsAt = at(10 * 60 + 20)) =>
  ({
    visit: { status, helperName: '李桂芬', startsAt },
    service: { zh: '做饭', en: 'Cooking' },
  }) as unknown as NonNullable<Today['current']>;
const told = (today: Partial<Today>) => {
  const { who = '', words } = whoComes({ openRequests: [], ...today }, now, zh, 'zh-CN');
  return `${who}${words}`;
};

describe("the one sentence of the elder's page", () => {
  it('says who comes and when, as one says it aloud', () => {
    expect(told({ next: card('scheduled') })).toBe('李桂芬今天上午 10 点 20 分来，做饭');
    expect(told({ next: card('scheduled', at(14 * 60, '2026-11-25')) })).toBe('李桂芬明天下午 2 点来，做饭');
    expect(spokenClock(at(12 * 60 + 30), 'zh-CN')).toBe('中午 12 点 30 分');
    expect(spokenClock(at(20 * 60), 'zh-CN')).toBe('晚上 8 点');
  });

  it('says who is here before who comes', () => {
    expect(told({ current: card('checked_in'), next: card('scheduled') })).toBe('李桂芬来了，正在做饭');
  });

  it('says that somebody is being looked for, when that comes first', () => {
    const openRequests = [
      { startsAt: at(11 * 60), service: { zh: '聊天陪伴', en: 'Company' } },
    ] as unknown as Today['openRequests'];
    expect(told({ openRequests })).toBe('正在帮您找人：聊天陪伴，今天上午 11 点');
    expect(told({ openRequests, next: card('scheduled') })).toContain('李桂芬');
    expect(told({})).toBe('今天没有人来');
  });
});
