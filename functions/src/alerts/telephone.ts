import type { Attempt } from '@shared/alerts/message';

/** Texts and calls that speak a sentence, by the operator's gateway. */
export interface Telephone {
  text(phone: string, words: string): Promise<Attempt['outcome']>;
  call(phone: string, words: string): Promise<Attempt['outcome']>;
}

const TIMEOUT_MILLIS = 5_000;

/**
 * The operator's own gateway before whichever carrier they have a contract with: `POST /texts` and `POST /calls` with
 * `{phone, words}`. 2xx: taken over for delivery; 4xx: this number cannot be reached; anything else: it did not work.
 */
export function telephoneOver({ baseUrl, key }: { baseUrl: string; key: string }): Telephone {
  const post = async (path: string, phone: string, words: string): Promise<Attempt['outcome']> => {
    try {
      const { ok, status } = await fetch(`${baseUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ phone, words }),
        signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      });
      if (ok) return 'sent';
      return status === 404 || status === 422 ? 'refused' : 'failed';
    } catch {
      // No answer in time, or nobody listens: the next channel is tried.
      return 'failed';
    }
  };
  return {
    text: (phone, words) => post('/texts', phone, words),
    call: (phone, words) => post('/calls', phone, words),
  };
}
