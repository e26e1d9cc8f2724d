import { describe, expect, test } from '@jest/globals';
import type { WaitingCommand } from '@/platform/outbox/waiting';
import { stuckOf } from './stuck';

const command = (n: number, over: Partial<WaitingCommand> = {}): WaitingCommand => ({
  commandId: `command_${n}`,
  personId: 'person_1',
  role: 'volunteer',
  lane: 'visit_1',
  route: 'keepLog',
  params: { visitId: 'visit_1' },
  body: { entries: [{ at: '2026-11-24T01:30:00.000Z' }] },
  ...over,
});
const refused = { kind: 'refused', refusal: { code: 'door_code_wrong' } } as const;

describe('what a person has to see', () => {
  test('is the first of a visit that was refused, with how many wait behind it', () => {
    const checkIn = command(1, { route: 'checkIn', body: { at: '2026-11-24T01:00:00.000Z' }, refused });
    expect(stuckOf([checkIn, command(2), command(3), command(4, { lane: 'visit_2' })])).toEqual([
      {
        commandId: 'command_1',
        route: 'checkIn',
        at: '2026-11-24T01:00:00.000Z',
        failure: refused,
        behind: 2,
      },
    ]);
  });
  test('is nothing while all of it only waits for the network', () => {
    expect(stuckOf([command(1), command(2)])).toEqual([]);
  });
  test('a refusal that this version has no sentence for is told as unreadable', () => {
    const strange = { kind: 'refused', refusal: { code: 'from_another_version' } } as const;
    expect(stuckOf([command(1, { refused: strange })])[0]?.failure).toEqual({ kind: 'unreadable' });
  });
  test('a log entry was done when its first line was written', () => {
    expect(stuckOf([command(1, { refused })])[0]?.at).toBe('2026-11-24T01:30:00.000Z');
  });
});
