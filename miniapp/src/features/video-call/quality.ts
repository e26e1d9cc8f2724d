/** What goes out: everything, a small picture, or only the sound. */
export type Level = 'full' | 'small' | 'sound';
const levels: readonly Level[] = ['sound', 'small', 'full'];

/** What one look at the connection says. Loss from 0 to 1, the way there and back in milliseconds. */
export interface Sample {
  readonly loss: number;
  readonly roundTripMillis: number;
  /** Bits a second that may go out, where the browser knows. */
  readonly outgoing?: number | undefined;
}
export interface Quality {
  readonly level: Level;
  /** Looks in a row that were bad, or good. */
  readonly bad: number;
  readonly good: number;
}

export const bestQuality: Quality = { level: 'full', bad: 0, good: 0 };
/** Down after two bad looks, up only after five good ones, so that the picture does not flicker. */
const LOOKS_DOWN = 2;
const LOOKS_UP = 5;

const isBad = (level: Level, { loss, roundTripMillis, outgoing }: Sample): boolean =>
  loss > 0.08 || roundTripMillis > 900 || (outgoing !== undefined && level !== 'sound' && outgoing < 90_000);
const isGood = ({ loss, roundTripMillis, outgoing }: Sample): boolean =>
  loss < 0.03 && roundTripMillis < 500 && (outgoing === undefined || outgoing > 250_000);

const step = (level: Level, by: number): Level =>
  levels[Math.min(levels.length - 1, Math.max(0, levels.indexOf(level) + by))] ?? level;

/** Sound first: on a bad network the picture shrinks and then goes, and comes back when there is room. */
export function afterSample({ level, bad, good }: Quality, sample: Sample): Quality {
  if (isBad(level, sample)) {
    if (bad + 1 < LOOKS_DOWN) return { level, bad: bad + 1, good: 0 };
    return { level: step(level, -1), bad: 0, good: 0 };
  }
  if (!isGood(sample)) return { level, bad: 0, good: 0 };
  if (good + 1 < LOOKS_UP) return { level, bad: 0, good: good + 1 };
  return { level: step(level, 1), bad: 0, good: 0 };
}

export const encodingOf: Readonly<Record<Level, object>> = {
  full: { active: true, maxBitrate: 800_000, scaleResolutionDownBy: 1 },
  small: { active: true, maxBitrate: 150_000, scaleResolutionDownBy: 2 },
  sound: { active: false },
};

type Report = Readonly<Record<string, unknown>>;
const numberIn = (report: Report, name: string): number | undefined => {
  const found = report[name];
  return typeof found === 'number' ? found : undefined;
};

/** The worst of what the reports of one connection say (`RTCStatsReport`); undefined before anything is known. */
export function sampleOf(reports: readonly Report[]): Sample | undefined {
  const heard = reports.filter(({ type }) => type === 'remote-inbound-rtp');
  const pair = reports.find(
    ({ type, nominated, state }) => type === 'candidate-pair' && nominated === true && state === 'succeeded',
  );
  if (heard.length === 0 && pair === undefined) return undefined;
  const worst = (name: string): number => Math.max(0, ...heard.map((each) => numberIn(each, name) ?? 0));
  const seconds = Math.max(worst('roundTripTime'), pair ? (numberIn(pair, 'currentRoundTripTime') ?? 0) : 0);
  return {
    loss: worst('fractionLost'),
    roundTripMillis: seconds * 1000,
    outgoing: pair && numberIn(pair, 'availableOutgoingBitrate'),
  };
}
