import { createHmac } from 'node:crypto';
import type { CodeCard } from '@shared/visits/code-card';

/** Four digits of one line, from our secret, the elder, the card and the line: nothing of it is stored. */
export function cardCode(
  secret: Uint8Array,
  { elderId, number }: Pick<CodeCard, 'elderId' | 'number'>,
  line: number,
): string {
  const digest = createHmac('sha256', secret).update(`code card ${elderId} ${number} ${line}`).digest();
  return String(digest.readUInt32BE(0) % 10_000).padStart(4, '0');
}
