import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import { type VisitCard, visitCard } from '@shared/visits/card';
import { homeText } from './home.text';
import { nextVisit, type Today, todayPanel, waitingFor } from './today-view';

const zh = homeText['zh-CN'];
const now = '2026-11-24T06:00:00Z' as Instant;
const id = (prefix: string) => `${prefix}_01JABCDEFGHJKMNPQRSTVWXYZ0`;

const planned = {
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
};
const atDoor = (at: string) => ({
  at,
  receivedAt: at,
  proof: { kind: 'position', distanceMetres: 12, accuracyMetres: 10, verified: true },
});
const served = {
  checkIn: atDoor('2026-11-24T02:24:00Z'),
  checkOut: atDoor('2026-11-24T03:38:00Z'),
  summary: '心情不错。',
  minutesServed: 74,
  exceptions: [],
};
/** Parsed by the contract, so a card that the server could not send fails here. */
const card = (visit: object, service = '做午饭'): VisitCard =>
  visitCard.parse({
    visit: { ...planned, ...visit },
    service: { code: 'meal', class: 'life', zh: service, en: 'Cooking' },
    elder: { elderId: id('elder'), callName: '王大娘', name: '王秀兰', villageName: '红光村' },
    sentence: { zh: '', en: '' },
  });
const ended = card({ status: 'checked_out', ...served, confirmBy: '2026-11-27T03:38:00Z' });
const tomorrow = { startsAt: '2026-11-25T01:00:00Z', endsAt: '2026-11-25T03:30:00Z', status: 'scheduled' };

const today = (parts: Partial<Today>): Today => ({
  headline: { zh: '', en: '' },
  measures: [],
  awaitingConfirmation: [],
  openRequests: [],
  unreadable: [],
  ...parts,
});
const measure = (name: 'systolic' | 'diastolic', value: number, at: string): Today['measures'][number] => ({
  name,
  far: false,
  label: { zh: '', en: '' },
  value,
  unit: 'mmHg',
  at: at as Instant,
  sentence: { zh: '', en: '' },
});

describe('today in words', () => {
  it('says who came, when, what for, what was measured and what they said', () => {
    const measures = [
      measure('systolic', 132, '2026-11-24T02:31:00Z'),
      measure('diastolic', 84, '2026-11-24T02:31:00Z'),
    ];
    expect(todayPanel(today({ latest: ended, measures }), '王大娘', now, zh, 'zh-CN')).toEqual({
      tone: 'pine',
      title: '今天平安',
      body: '李桂芬 10:24 到访，心情不错。血压 132/84。',
    });
  });

  it('says that somebody is there now', () => {
    const current = card({ status: 'checked_in', checkIn: atDoor('2026-11-24T02:24:00Z') });
    expect(todayPanel(today({ current }), '王大娘', now, zh, 'zh-CN')).toMatchObject({
      title: '有人正在陪着',
      body: '李桂芬 10:24 到家，正在做午饭。',
    });
  });

  it('does not call a day well on which nobody has been, even if somebody came yesterday', () => {
    const later = '2026-11-25T06:00:00Z' as Instant;
    const panel = todayPanel(today({ latest: ended }), '王大娘', later, zh, 'zh-CN');
    expect([panel.tone, panel.title]).toEqual(['wheat', '今天还没有人去过']);
    expect(panel.body).toContain('昨天 10:24 李桂芬去过，心情不错。');
  });

  it('counts days as Beijing does, not as UTC does', () => {
    const beforeMidnight = '2026-11-24T15:59:00Z' as Instant;
    const afterMidnight = '2026-11-24T16:01:00Z' as Instant;
    const title = (at: Instant) => todayPanel(today({ latest: ended }), '王大娘', at, zh, 'zh-CN').title;
    expect([title(beforeMidnight), title(afterMidnight)]).toEqual(['今天平安', '今天还没有人去过']);
  });

  it('names the service where the helper left no words', () => {
    const silent = card({ status: 'checked_out', ...served, summary: '', confirmBy: '2026-11-27T03:38:00Z' });
    expect(todayPanel(today({ latest: silent }), '王大娘', now, zh, 'zh-CN').body).toBe(
      '李桂芬 10:24 到访，帮忙做午饭。',
    );
  });

  it('does not say that all is well when the log says that it is not', () => {
    const panel = todayPanel(today({ latest: ended, watch: 'unwell' }), '王大娘', now, zh, 'zh-CN');
    expect([panel.tone, panel.title]).toEqual(['wheat', '今天身体不太舒服']);
  });

  it('does not say that somebody is there who should be there but has not checked in', () => {
    const current = card({ status: 'scheduled', startsAt: '2026-11-24T06:10:00Z' });
    expect(todayPanel(today({ current }), '王大娘', now, zh, 'zh-CN')).toMatchObject({
      title: '今天有人会去',
      body: '李桂芬 14:10 会去做午饭。',
    });
    expect(nextVisit(today({ current }), now, 'zh-CN')?.title).toBe('今天 14:10　做午饭');
  });

  it('says so when the one who should have come is late', () => {
    const next = card({ status: 'scheduled', lateSince: '2026-11-24T02:50:00Z' });
    expect(todayPanel(today({ next }), '王大娘', now, zh, 'zh-CN')).toMatchObject({
      tone: 'wheat',
      title: '今天约好的人没有到',
    });
  });

  it('invites when there has never been a visit', () => {
    expect(todayPanel(today({}), '王大娘', now, zh, 'zh-CN').body).toBe('还没有记录。请人去看看王大娘？');
  });

  it('names the next visit by day, hour and service', () => {
    const next = card(tomorrow, '陪同去卫生院');
    expect(nextVisit(today({ next }), now, 'zh-CN')?.title).toBe('明天 9:00　陪同去卫生院');
    expect(nextVisit(today({}), now, 'zh-CN')).toBeUndefined();
  });
});

describe('what waits for the family', () => {
  it('puts confirmations first and says who found nobody', () => {
    const rows = waitingFor(
      today({
        awaitingConfirmation: [ended],
        openRequests: [
          {
            requestId: id('request') as Today['openRequests'][number]['requestId'],
            status: 'unmet',
            service: ended.service,
            startsAt: '2026-11-25T01:00:00Z' as Instant,
            minutes: 60 as Today['openRequests'][number]['minutes'],
            sentence: { zh: '', en: '' },
          },
        ],
      }),
      now,
      zh,
      'zh-CN',
      (minutes) => `${minutes} 分钟`,
    );
    expect(rows.map((row) => row.title)).toEqual(['今天的做午饭，请确认', '做午饭，还没有人接']);
    expect(rows[0]?.note).toBe('李桂芬 · 74 分钟');
  });
});
