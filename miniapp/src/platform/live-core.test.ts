import { describe, expect, test } from '@jest/globals';
import { readChanged, reconnectDelayMillis } from './live-core';

describe('what the server pushes', () => {
  test('a change is read with what it is about', () => {
    expect(readChanged('{"type":"changed","elderId":"elder_1","visitId":"visit_2"}')).toEqual({
      type: 'changed',
      elderId: 'elder_1',
      visitId: 'visit_2',
    });
  });
  test.each(['', 'pong', '{"type":"hello"}', 'null', '[1]'])('the frame %j is passed over', (frame) => {
    expect(readChanged(frame)).toBeUndefined();
  });
  test('an id that is no text is left out', () => {
    expect(readChanged('{"type":"changed","elderId":7}')).toEqual({ type: 'changed' });
  });
  test('the wait before the next try doubles up to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((failures) => reconnectDelayMillis(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(reconnectDelayMillis(1, 0)).toBe(500);
  });
});
