import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from '../../scripts/start/stack';
import { openWeapp, type Weapp, type WeappOptions } from '../weapp-harness/weapp';
import { startJourneyStack } from './journey-stack';

const dist = join(__dirname, '../../dist/weapp');

/** A whole stack, and as many phones with the compiled mini-program as a story needs. */
export interface WeappPhones {
  readonly stack: Stack;
  open(options?: Partial<WeappOptions>): Promise<Weapp>;
  /** A phone whose holder has chosen this name on the first page and stands on their own. */
  stepIn(name: string, options?: Partial<WeappOptions>): Promise<Weapp>;
  close(): Promise<void>;
}

export async function startWeappPhones(): Promise<WeappPhones> {
  if (!existsSync(join(dist, 'app.json'))) throw new Error('Build it first: npm run build:weapp');
  const stack = await startJourneyStack();
  const phones: Weapp[] = [];
  const open: WeappPhones['open'] = async (options = {}) => {
    const phone = await openWeapp({
      dist,
      apiBase: stack.apiUrl,
      socketBase: stack.websocketUrl,
      ...options,
    });
    phones.push(phone);
    return phone;
  };
  return {
    stack,
    open,
    async stepIn(name, options) {
      const phone = await open(options);
      await phone.tap(name);
      // The first page has these names and words too, so what follows waits until it is left.
      await phone.until(`${name}'s own page`, () => phone.page() !== 'pages/welcome/index');
      return phone;
    },
    async close() {
      for (const phone of phones) phone.close();
      await stack.stop();
    },
  };
}

/** What a phone sent to addresses that end so, in order, each as it went out. */
export const sentTo = (phone: Weapp, ending: string): readonly string[] =>
  phone.calls.flatMap(({ name, options }) => {
    if (name !== 'request') return [];
    const { method, url, data } = options as { method: string; url: string; data: unknown };
    return method === 'POST' && url.endsWith(ending) ? [String(data)] : [];
  });

/** The numbers that were called from a phone, in order; a page may send something between the tap and the call. */
export const calledFrom = (phone: Weapp): readonly string[] =>
  phone.calls.flatMap(({ name, options }) =>
    name === 'makePhoneCall' ? [(options as { phoneNumber: string }).phoneNumber] : [],
  );

/**
 * Taps without a way to the server, then gives the way back: what the phone keeps goes out by itself, and where the
 * page says that it did not go, one taps again.
 */
export async function tapOnTheRoad(
  phone: Weapp,
  words: string,
  network: 'none' | 'answers_lost',
): Promise<void> {
  phone.setNetwork(network);
  await phone.tap(words);
  await phone.see(/请检查手机网络|条待传/);
  const kept = phone.text().includes('条待传');
  phone.setNetwork('good');
  if (!kept) await phone.tap(words);
  await phone.seeNoMore('条待传');
}
