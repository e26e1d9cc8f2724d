import { createHash } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id made of its cause: whoever notices the same thing again makes the same id, and creates nothing twice. */
export const hashedId = (prefix: string, cause: string): string => {
  const bytes = createHash('sha256').update(cause).digest().subarray(0, 26);
  return `${prefix}_${[...bytes].map((byte) => ALPHABET[byte % 32]).join('')}`;
};
