import { describe, expect, test } from '@jest/globals';
import { addDays, addMinutes } from '../kernel/instant';
import { advance } from './answer';
import { confirmed, disputed, ended, START, underWay, upcoming } from './factories';
import { entrySentence, headline, lengthText, proofSentence, sixFactsOf, visitSentence } from './sentence';
import { shown, transitions, type Visit } from './visit';

const cancelled: Visit = {
  ...upcoming(),
  status: 'cancelled',
  cancelledAt: START,
  cancelledBy: { personId: confirmed().helperId as never, role: 'family' },
  reason: '住院了',
};
const resolved: Visit = {
  ...disputed(),
  status: 'resolved',
  resolvedAt: START,
  resolvedBy: disputed().disputedBy,
  outcome: 'void',
  minutesCredited: 0 as never,
  note: '没有来',
};
const missed = advance(upcoming(), addMinutes(START, 60));
const each: Visit[] = [
  upcoming(),
  underWay(),
  ended(),
  confirmed(),
  disputed(),
  resolved,
  cancelled,
  ...(missed === undefined ? [] : [missed]),
];

describe('sentences of a visit', () => {
  test('every state says something, and in Chinese no code or English word slips in', () => {
    expect(new Set(each.map((v) => v.status)).size).toBe(Object.keys(transitions).length);
    for (const v of each) {
      const { zh, en } = visitSentence(shown(v));
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(zh).not.toMatch(/[A-Za-z_]{2,}/);
      expect(en).not.toMatch(/_|undefined/);
    }
  });

  test('a visit that has ended says when it was and how long, in Beijing time', () => {
    expect(visitSentence(shown(ended(75))).zh).toBe('李桂芬 3月2日 10:00 到访 1 小时 15 分钟，等您确认');
  });

  test('the home of the elder is not in what is shown', () => {
    for (const v of each) expect(shown(v)).not.toHaveProperty('position');
  });

  test('lengths are said in hours and minutes', () => {
    expect(lengthText(0).zh).toBe('0 分钟');
    expect(lengthText(60).zh).toBe('1 小时');
    expect(lengthText(95).en).toBe('1 h 35 min');
  });

  test('a check-in from afar says how far and how exact', () => {
    expect(
      proofSentence({ kind: 'position', distanceMetres: 900, accuracyMetres: 30, verified: false }).zh,
    ).toBe('离老人家 900 米，定位误差 30 米');
  });

  test('entries speak: tasks by their name, pressure as people write it, glucose with its decimal', () => {
    const at = START;
    const entryId = 'entry_00000000000000000000000001' as never;
    const list = [{ zh: '量血压', en: 'Blood pressure' }];
    expect(entrySentence({ entry: { kind: 'task', index: 0, done: true, at, entryId } }, list).zh).toBe(
      '做好了：量血压',
    );
    expect(
      entrySentence(
        { entry: { kind: 'vitals', systolic: 128, diastolic: 76, glucose: 61, at, entryId } },
        list,
      ).zh,
    ).toBe('血压 128/76，血糖 6.1');
  });
});

describe('the six facts', () => {
  const service = { code: 'company', class: 'spirit', zh: '陪伴', en: 'Company' } as const;
  test('are complete after leaving and not before', () => {
    expect(sixFactsOf(shown(upcoming()), service, '王秀兰').complete).toBe(false);
    expect(sixFactsOf(shown(underWay()), service, '王秀兰')).toMatchObject({
      complete: false,
      startedAt: START,
    });
    expect(sixFactsOf(shown(ended()), service, '王秀兰')).toMatchObject({
      complete: true,
      day: '2026-03-02',
      place: { verified: true },
    });
  });
});

describe('the headline', () => {
  test('says that all is well only when someone was there today and found it so', () => {
    const latest = shown(ended());
    const now = addMinutes(START, 120);
    expect(headline('王大娘', now, { latest }).zh).toBe('今天平安 · 李桂芬 10:00 到访 1 小时');
    expect(headline('王大娘', now, { latest, watch: 'unwell' }).zh).toContain('今天身体不太舒服');
    expect(headline('王大娘', addDays(now, 1), { latest }).zh).toBe('今天还没有人去看王大娘');
  });

  test('puts a visit that is going on, or that nobody came to yet, first', () => {
    expect(headline('王大娘', START, { current: shown(underWay()), latest: shown(ended()) }).zh).toContain(
      '正在老人家',
    );
    expect(headline('王大娘', START, { current: shown(upcoming({ lateSince: START })) }).zh).toContain(
      '还没有签到',
    );
    expect(headline('王大娘', addMinutes(START, -60), { next: shown(upcoming()) }).zh).toBe(
      '今天 10:00 李桂芬 去看王大娘',
    );
  });
});
