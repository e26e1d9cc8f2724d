import { describe, expect, test } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import { entryIdOf, noteOf, START, underWay, upcoming } from '@shared/visits/factories';
import { sixFactsOf, visitSentence } from '@shared/visits/sentence';
import { shown, type Visit } from '@shared/visits/visit';
import type { WaitingCommand } from '@/platform/outbox/waiting';
import { type VisitDetail, withWaiting } from './with-waiting';

const service = { code: 'company', class: 'spirit', zh: '陪伴聊天', en: 'Company' } as const;
const detailOf = (visit: Visit): VisitDetail => ({
  visit: shown(visit),
  service,
  elder: { elderId: visit.elderId, callName: '王大娘', name: '王秀兰', villageName: '红光村' },
  sentence: visitSentence(shown(visit)),
  note: '',
  checklist: [{ zh: '聊聊天', en: 'Talk' }],
  facts: sixFactsOf(shown(visit), service, '王秀兰'),
  exceptions: [],
  entries: [],
  measures: [],
  history: [],
  can: ['check_in'],
  unreadable: [],
});
const command = (route: string, body: Record<string, unknown>, over: Partial<WaitingCommand> = {}) => ({
  commandId: `command_${route}`,
  personId: 'person_1',
  role: 'volunteer' as const,
  lane: upcoming().visitId,
  route,
  params: {},
  body,
  ...over,
});
const left = '2026-03-02T03:00:00.000Z' as Instant;

describe('a visit with what the phone has not sent yet', () => {
  test('nothing waits: it is as the server says', () => {
    const known = detailOf(upcoming());
    expect(withWaiting(known, [])).toEqual({ detail: known, waiting: new Set(), arrivalWaits: false });
  });
  test('a check-in without network lets the helper go on with the log', () => {
    const { detail, arrivalWaits } = withWaiting(detailOf(upcoming()), [command('checkIn', { at: START })]);
    expect(arrivalWaits).toBe(true);
    expect(detail.visit).toMatchObject({ status: 'checked_in', checkIn: { at: START } });
    expect(detail.can).toEqual(['log', 'check_out']);
  });
  test('what was noted is on the page, marked as waiting, and never twice', () => {
    const known = detailOf(underWay());
    const note = noteOf(1, 10);
    const task = { entryId: entryIdOf(2), at: START, kind: 'task', index: 0, done: true };
    const commands = [command('keepLog', { entries: [note] }), command('keepLog', { entries: [note, task] })];
    const { detail, waiting } = withWaiting(known, commands);
    expect(detail.entries.map((each) => each.sentence.zh)).toEqual(['第 1 条', '做好了：聊聊天']);
    expect(waiting).toEqual(new Set([entryIdOf(1), entryIdOf(2)]));
  });
  test('after a check-out nothing more can be done, and the page knows when it was', () => {
    const { detail, leftAt } = withWaiting(detailOf(underWay()), [command('checkOut', { at: left })]);
    expect({ can: detail.can, leftAt }).toEqual({ can: [], leftAt: left });
  });
  test('a check-in that was refused is not taken for one, but what was noted stays to be read', () => {
    const refused = { kind: 'refused', refusal: { code: 'visit_not_scheduled' } } as const;
    const { detail } = withWaiting(detailOf(upcoming()), [
      command('checkIn', { at: START }, { refused }),
      command('keepLog', { entries: [noteOf(1, 10)] }),
    ]);
    expect(detail.visit.status).toBe('scheduled');
    expect(detail.entries).toHaveLength(1);
  });
});
