import { describe, expect, it } from '@jest/globals';
import { type ToldEntry, toldEntry } from '@shared/history/history.contract';
import type { Instant } from '@shared/kernel/instant';
import { messagesByDay } from './messages-view';

const now = '2026-11-24T06:00:00Z' as Instant;
const entry = (action: string, at: string, zh: string, nth: number): ToldEntry =>
  toldEntry.parse({
    entry: {
      historyId: `history_01JABCDEFGHJKMNPQRSTVWXYZ${nth}`,
      at,
      by: { kind: 'system' },
      subject: { kind: 'visit', id: 'visit_01JABCDEFGHJKMNPQRSTVWXYZ0' },
      action,
    },
    byName: '暖邻',
    sentence: { zh, en: 'Something happened.' },
  });

describe('the messages of an elder', () => {
  const told = [
    entry('visit_checked_in', '2026-11-24T02:24:00Z', '志愿者李桂芬到了老人家。', 1),
    entry('offer_made', '2026-11-24T01:00:00Z', '暖邻发出了邀请。', 2),
    entry('request_made', '2026-11-23T03:00:00Z', '家属王建国发起了求助。', 3),
  ];

  it('stand under their day, without the steps that nobody needs to be told', () => {
    const days = messagesByDay(told, now, 'zh-CN');
    expect(days.map(({ day, messages }) => [day, messages.map((one) => one.title)])).toEqual([
      ['今天', ['志愿者李桂芬到了老人家']],
      ['昨天', ['家属王建国发起了求助']],
    ]);
  });

  it('open what they are about', () => {
    expect(messagesByDay(told, now, 'zh-CN')[0]?.messages[0]?.opens).toEqual({
      kind: 'visit',
      id: 'visit_01JABCDEFGHJKMNPQRSTVWXYZ0',
    });
  });
});
