import { describe, expect, test } from '@jest/globals';
import { addMinutes } from '../kernel/instant';
import { checkIn, checkOut, servedMinutes } from './arrive';
import { homeDoor, START, underWay, upcoming } from './factories';
import type { Evidence } from './proof';
import { visit } from './visit';

const code: Evidence = { kind: 'door_code', code: '4821' };
const arriving = (after: number, sentAfter = after, evidence: Evidence = code) => ({
  at: addMinutes(START, after),
  receivedAt: addMinutes(START, sentAfter),
  evidence,
});
const refusalOf = (result: ReturnType<typeof checkIn> | ReturnType<typeof checkOut>) =>
  result.ok ? undefined : result.refusal;

describe('arriving', () => {
  test.each([
    [-31, 'check_in_too_early'],
    [-30, undefined],
    [60 + 120, undefined],
    [60 + 121, 'check_in_too_late'],
  ])('%i minutes after the start answers %s', (after, expected) => {
    expect(refusalOf(checkIn(upcoming(), arriving(after), homeDoor))?.code).toBe(expected);
  });

  test('keeps the time of the phone beside that of the server', () => {
    const result = checkIn(upcoming(), arriving(2, 40), homeDoor);
    expect(result).toMatchObject({
      ok: true,
      value: { checkIn: { at: addMinutes(START, 2), receivedAt: addMinutes(START, 40) } },
    });
  });

  test('a record made in time without network is still taken a day later, and not after that', () => {
    expect(checkIn(upcoming(), arriving(0, 180 + 24 * 60), homeDoor).ok).toBe(true);
    expect(refusalOf(checkIn(upcoming(), arriving(0, 181 + 24 * 60), homeDoor))?.code).toBe(
      'check_in_too_late',
    );
  });

  test('a phone whose clock is ahead cannot check in before its time', () => {
    expect(refusalOf(checkIn(upcoming(), arriving(0, -60), homeDoor))?.code).toBe('check_in_too_early');
  });

  test('a wrong door code is refused and the right one is not kept', () => {
    const wrong = checkIn(upcoming(), arriving(0, 0, { kind: 'door_code', code: '1111' }), homeDoor);
    expect(refusalOf(wrong)).toEqual({ code: 'door_code_wrong', field: 'evidence.code' });
    expect(JSON.stringify(checkIn(upcoming(), arriving(0), homeDoor))).not.toContain('4821');
  });

  test('without a position a reason has to be said', () => {
    const silent = checkIn(upcoming(), arriving(0, 0, { kind: 'none', reason: '  ' }), homeDoor);
    expect(refusalOf(silent)?.code).toBe('evidence_needs_reason');
    expect(checkIn(upcoming(), arriving(0, 0, { kind: 'none', reason: '没有信号' }), homeDoor).ok).toBe(true);
  });

  test('a position is weighed against the home by distance and is itself not kept', () => {
    const near = { lat: homeDoor.position.lat + 0.001, lng: homeDoor.position.lng };
    const evidence: Evidence = { kind: 'position', position: near, accuracyMetres: 20 };
    const result = checkIn(upcoming(), arriving(0, 0, evidence), homeDoor);
    expect(result).toMatchObject({
      ok: true,
      value: { checkIn: { proof: { kind: 'position', distanceMetres: 111, verified: true } } },
    });
    expect(result.ok && result.value.checkIn).not.toHaveProperty('proof.position');
  });

  test('one who is there already cannot arrive again', () => {
    expect(refusalOf(checkIn(underWay(), arriving(5), homeDoor))?.code).toBe('visit_not_scheduled');
  });
});

describe('leaving', () => {
  const leave = (after: number, evidence: Evidence = code, sentAfter = after) =>
    checkOut(underWay(), { ...arriving(after, sentAfter, evidence), summary: '好' }, homeDoor, true);

  test('completes the visit with whole minutes and three days to answer', () => {
    const result = leave(59.6);
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'checked_out', minutesServed: 60, exceptions: [] },
    });
    expect(result.ok && result.value.confirmBy).toBe(addMinutes(START, 59.6 + 3 * 24 * 60));
    expect(result.ok && visit.safeParse(result.value).success).toBe(true);
  });

  test('is refused before the arrival', () => {
    expect(refusalOf(leave(-1))?.code).toBe('check_out_before_check_in');
  });

  test('of a clock that is ahead is never put before its own arrival', () => {
    const early = checkIn(upcoming(), { ...arriving(4, 0) }, homeDoor);
    if (!early.ok) throw new Error('the arrival was refused');
    const result = checkOut(early.value, { ...arriving(7, 1), summary: '' }, homeDoor, true);
    expect(result.ok && result.value.minutesServed).toBe(0);
    expect(result.ok && result.value.exceptions.map((each) => each.code)).toContain('clock_differs');
  });

  test('is refused for one who never arrived', () => {
    const never = checkOut(upcoming(), { ...arriving(60), summary: '' }, homeDoor, true);
    expect(refusalOf(never)?.code).toBe('visit_not_checked_in');
  });

  test('from far away is an exception to acknowledge, not a refusal', () => {
    const far: Evidence = { kind: 'position', position: { lat: 46.3, lng: 126.27 }, accuracyMetres: 10 };
    const result = leave(60, far);
    expect(result.ok && result.value.exceptions).toEqual([
      { code: 'place_differs', kind: 'acknowledge', at: 'check_out' },
    ]);
  });

  test('names what was short, late in coming or sent later', () => {
    const late = checkOut(underWay(20), { ...arriving(40, 90), summary: '' }, homeDoor, false);
    expect(late.ok && late.value.exceptions.map((each) => `${each.kind}:${each.code}`)).toEqual([
      'acknowledge:sent_later',
      'acknowledge:began_late',
      'acknowledge:shorter_than_planned',
      'must_fix:service_not_listed',
    ]);
  });

  test('a forgotten check-out credits at most half as much again as was planned', () => {
    expect(servedMinutes(600, 60)).toBe(90);
    const result = leave(600);
    expect(result.ok && result.value.exceptions.map((each) => each.code)).toEqual(['longer_than_planned']);
  });
});
