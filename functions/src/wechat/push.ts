import { createHash, timingSafeEqual } from 'node:crypto';
import type { Verdict } from '@shared/media/media';
import * as z from 'zod';

/** Whether what comes says the token that only WeChat and we know: sha1 of token, time and nonce, sorted and joined. */
export function isFromWeChat(
  token: string,
  { signature = '', timestamp = '', nonce = '' }: Readonly<Record<string, string | undefined>>,
): boolean {
  const expected = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const mediaVerdict = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().min(1).max(200),
  errcode: z.int().optional(),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
});

/** The verdict in a pushed event, or nothing: WeChat pushes other things to the same address. */
export function verdictIn(body: string): { readonly traceId: string; readonly verdict: Verdict } | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  const read = mediaVerdict.safeParse(parsed);
  // A check that broke off says nothing about the file: the sweep asks again.
  if (!read.success || (read.data.errcode ?? 0) !== 0 || read.data.result === undefined) return undefined;
  return { traceId: read.data.trace_id, verdict: read.data.result.suggest };
}
