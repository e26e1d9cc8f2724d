/** What the server pushes: something about these changed; what exactly is read by the ordinary routes. */
export interface Changed {
  readonly type: 'changed';
  readonly elderId?: string;
  readonly requestId?: string;
  readonly visitId?: string;
  readonly callId?: string;
}

const textIn = (value: object, name: string): string | undefined => {
  const found: unknown = (value as Record<string, unknown>)[name];
  return typeof found === 'string' ? found : undefined;
};

/** A frame that is not a change (a heartbeat, something newer) is passed over. */
export function readChanged(data: unknown): Changed | undefined {
  if (typeof data !== 'string') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || textIn(value, 'type') !== 'changed') return undefined;
  const [elderId, requestId, visitId, callId] = ['elderId', 'requestId', 'visitId', 'callId'].map((name) =>
    textIn(value, name),
  );
  return {
    type: 'changed',
    ...(elderId === undefined ? {} : { elderId }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(visitId === undefined ? {} : { visitId }),
    ...(callId === undefined ? {} : { callId }),
  };
}

const FIRST_MILLIS = 1_000;
const LONGEST_MILLIS = 30_000;

/** Doubling from one second to half a minute, half of it by chance, so that a village does not return at once. */
export function reconnectDelayMillis(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.max(0, failures - 1));
  return whole / 2 + (whole / 2) * random;
}
