import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import type { StatementLine } from '@shared/time-bank/time-bank.contract';
import { amountsOf, firstAmount, lineView, settledOnly } from './line-view';

const line = (effect: StatementLine['effect']): StatementLine => ({
  transferId: 'gift.command_1' as StatementLine['transferId'],
  at: '2026-11-18T02:00:00.000Z' as Instant,
  effect,
  minutes: 60,
  title: { zh: '转给 王秀兰', en: 'Given to 王秀兰' },
  story: { zh: '', en: '' },
});

describe('a line of the statement', () => {
  it('of something that has been settled stands alone, without what was set aside for it', () => {
    const of = (transferId: string) => ({
      ...line('out'),
      transferId: transferId as StatementLine['transferId'],
    });
    const ids = ['spend.request_1.0.closed', 'spend.request_1.0', 'spend.request_2.0', 'gift.command_1'];
    expect(settledOnly(ids.map(of)).map(({ transferId }) => transferId)).toEqual([ids[0], ids[2], ids[3]]);
  });

  it('shows what came in with a plus, what went out with a minus, and what is not settled in another colour', () => {
    expect(lineView(line('in'), 'zh-CN')).toMatchObject({
      minutes: '+ 60 分',
      tone: 'pine',
      note: '11月18日 周三',
    });
    expect(lineView(line('out'), 'zh-CN')).toMatchObject({ minutes: '− 60 分', tone: undefined });
    expect(lineView(line('set_aside'), 'en')).toMatchObject({ minutes: '− 60 min', tone: 'wheat' });
  });
});

describe('the amounts to give', () => {
  it('are round and there, with everything last; one begins with an hour', () => {
    expect(amountsOf(620)).toEqual([60, 120, 240, 620]);
    expect(amountsOf(60)).toEqual([30, 60]);
    expect(amountsOf(10)).toEqual([10]);
    expect(amountsOf(0)).toEqual([]);
    expect([firstAmount(620), firstAmount(45), firstAmount(0)]).toEqual([60, 30, 0]);
  });
});
