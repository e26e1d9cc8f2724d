import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { isFromWeChat, verdictIn } from './push';

const signed = (token: string, timestamp: string, nonce: string) => ({
  timestamp,
  nonce,
  signature: createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex'),
});

describe('what WeChat pushes', () => {
  test('is known by its signature and by nothing else', () => {
    expect(isFromWeChat('token', signed('token', '1772416800', '93'))).toBe(true);
    expect(isFromWeChat('token', signed('another', '1772416800', '93'))).toBe(false);
    expect(isFromWeChat('token', { ...signed('token', '1772416800', '93'), nonce: '94' })).toBe(false);
    expect(isFromWeChat('token', {})).toBe(false);
  });
  test('holds a verdict, or is about something else', () => {
    const event = {
      Event: 'wxa_media_check',
      trace_id: 't',
      errcode: 0,
      result: { suggest: 'risky', label: 1 },
    };
    expect(verdictIn(JSON.stringify(event))).toEqual({ traceId: 't', verdict: 'risky' });
    for (const other of ['', '<xml/>', '{}', JSON.stringify({ ...event, errcode: -1008 })])
      expect(verdictIn(other)).toBeUndefined();
  });
});
