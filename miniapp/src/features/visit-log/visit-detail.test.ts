import { describe, expect, it } from '@jest/globals';
import { readVisit } from '@shared/visits/visits.contract';
import { boxesOf, isVerified, momentsOf, outcomeWords, type VisitDetail } from './visit-detail';
import { visitLogText } from './visit-log.text';

const zh = visitLogText['zh-CN'];
const id = (prefix: string, nth = 0) => `${prefix}_01JABCDEFGHJKMNPQRSTVWXYZ${nth}`;
const said = (text: string) => ({ zh: text, en: text });
const door = (at: string, proof: object) => ({ at, receivedAt: at, proof });
const near = { kind: 'position', distanceMetres: 12, accuracyMetres: 10, verified: true };
const entry = (nth: number, at: string, what: object) => ({
  visitId: id('visit'),
  elderId: id('elder'),
  receivedAt: at,
  entry: { entryId: id('entry', nth), at, ...what },
  sentence: said(''),
});
const service = { code: 'meal', class: 'life', zh: '做午饭', en: 'Lunch' };
const served = {
  status: 'checked_out',
  checkIn: door('2026-11-24T02:24:00Z', near),
  checkOut: door('2026-11-24T03:38:00Z', { kind: 'door_code', verified: true }),
  summary: '吃了一碗半。',
  minutesServed: 74,
  exceptions: [],
  confirmBy: '2026-11-27T03:38:00Z',
};
const detail = (visit: object = served, rest: object = {}): VisitDetail =>
  readVisit.reply.parse({
    note: '',
    visit: {
      visitId: id('visit'),
      requestId: id('request'),
      elderId: id('elder'),
      villageCode: '231222100201',
      helperId: id('helper'),
      helperName: '李桂芬',
      serviceCode: 'meal',
      startsAt: '2026-11-24T02:20:00Z',
      endsAt: '2026-11-24T03:40:00Z',
      minutes: 80,
      payBy: 'time',
      ...visit,
    },
    service,
    elder: { elderId: id('elder'), callName: '王大娘', name: '王秀兰', villageName: '红光村' },
    sentence: said(''),
    checklist: [said('做一顿热饭')],
    facts: { service, elderName: '王秀兰', helperName: '李桂芬', day: '2026-11-24', complete: true },
    exceptions: [],
    entries: [],
    measures: [],
    history: [],
    can: [],
    unreadable: [],
    ...rest,
  });

describe('a visit as the family reads it', () => {
  it('says when they came and left, how each was seen, and for how long', () => {
    expect(boxesOf(detail(), zh, 'zh-CN')).toEqual([
      { label: '到达', value: '10:24', note: '距家 12 米' },
      { label: '离开', value: '11:38', note: '门牌码核对' },
      { label: '时长', value: '74 分钟', note: '记时间 74 分钟' },
    ]);
    expect(isVerified(detail())).toBe(true);
  });

  it('says only what is planned before anybody came', () => {
    const boxes = boxesOf(detail({ status: 'scheduled' }), zh, 'zh-CN');
    expect(boxes.map(({ value, note }) => [value, note])).toEqual([
      ['10:20', '约定'],
      ['11:40', '约定'],
      ['80 分钟', '记时间 80 分钟'],
    ]);
  });

  it('does not call a visit verified of which one end has no position', () => {
    const unseen = door('2026-11-24T03:38:00Z', { kind: 'none', reason: '手机没电', verified: false });
    expect(isVerified(detail({ ...served, checkOut: unseen }))).toBe(false);
  });

  it('tells it in the order in which it happened, whatever the order it arrived in', () => {
    const at = '2026-11-24T02:31:00Z';
    const moments = momentsOf(
      detail(served, {
        entries: [
          entry(1, '2026-11-24T02:40:00Z', { kind: 'task', index: 0, done: true }),
          entry(2, at, { kind: 'vitals', systolic: 132, diastolic: 84, pulse: 76 }),
        ],
        measures: [
          {
            name: 'systolic',
            label: said('收缩压'),
            value: 132,
            unit: 'mmHg',
            at,
            usual: 138,
            far: false,
            sentence: said('比平时低 6。'),
          },
        ],
      }),
      zh,
      'zh-CN',
    );
    expect(moments.map(({ title }) => title)).toEqual([
      '10:24 进门',
      '10:31 血压 132/84　心率 76',
      '10:40 做一顿热饭',
      '11:38 离开',
    ]);
    expect(moments[1]?.note).toBe('比平时低 6');
    expect(moments[3]?.note).toBe('吃了一碗半。');
  });

  it('says why there was no place at leaving, beside the farewell and without one', () => {
    const unseen = door('2026-11-24T03:38:00Z', { kind: 'none', reason: '手机没电', verified: false });
    const leaving = (summary: string) =>
      momentsOf(detail({ ...served, checkOut: unseen, summary }), zh, 'zh-CN').at(-1)?.note;
    expect(leaving('吃了一碗半')).toBe('吃了一碗半 · 没有定位：手机没电');
    expect(leaving('')).toBe('没有定位：手机没电');
  });

  it('says when nobody answered and it confirmed itself', () => {
    const { confirmBy: _due, ...rest } = served;
    const confirmed = detail({
      ...rest,
      status: 'confirmed',
      confirmedAt: '2026-11-27T03:38:00Z',
      confirmedBy: 'system',
    });
    expect(outcomeWords(confirmed, zh, () => '今天')).toBe('三天没有回应，系统已代为确认');
  });
});
