import type { Stack } from '../../scripts/start/stack';
import { startJourneyStack } from './journey-stack';
import { type Phone, startPhones, type Whereabouts } from './phone';

/** Long enough to build the pages first, where nobody has yet. */
export const BUILD_AND_START_MILLIS = 600_000;

/** A whole stack, and as many phones in Chromium as a story needs. */
export interface BrowserPhones {
  readonly stack: Stack;
  /** A phone without whereabouts gives no position when it is asked. */
  open(whereabouts?: Whereabouts): Promise<Phone>;
  /** A phone whose holder has chosen this name on the first page. */
  stepIn(name: string, whereabouts?: Whereabouts): Promise<Phone>;
  close(): Promise<void>;
}

export async function startBrowserPhones(options: { camera?: boolean } = {}): Promise<BrowserPhones> {
  const stack = await startJourneyStack({ web: true });
  const chromium = await startPhones(options).catch(async (error: unknown) => {
    await stack.stop();
    throw error;
  });
  const open = (whereabouts?: Whereabouts): Promise<Phone> => chromium.open(stack.url, whereabouts);
  return {
    stack,
    open,
    async stepIn(name, whereabouts) {
      const phone = await open(whereabouts);
      await phone.see('演示身份');
      await phone.tap(name);
      return phone;
    },
    async close() {
      await chromium.close();
      await stack.stop();
    },
  };
}
