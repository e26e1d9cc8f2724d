import type { Measure } from './card';
import { inOrder, measureNames } from './keep-log';
import type { LogEntry } from './log';

type Name = (typeof measureNames)[number];

const words: Readonly<Record<Name, { zh: string; en: string; unit: string; decimals: 0 | 1 }>> = {
  systolic: { zh: '高压', en: 'Systolic', unit: 'mmHg', decimals: 0 },
  diastolic: { zh: '低压', en: 'Diastolic', unit: 'mmHg', decimals: 0 },
  pulse: { zh: '脉搏', en: 'Pulse', unit: '次/分', decimals: 0 },
  glucose: { zh: '血糖', en: 'Glucose', unit: 'mmol/L', decimals: 1 },
};

/** Fewer readings than this do not make a habit. */
const FEWEST_READINGS = 3;
const LAST_READINGS = 10;

export const shownValue = (name: Name, value: number): string =>
  words[name].decimals === 1 ? (value / 10).toFixed(1) : String(value);

/** The middle of the last readings: one odd reading does not move it. */
export function usual(values: readonly number[]): number | undefined {
  const recent = values.slice(-LAST_READINGS);
  if (recent.length < FEWEST_READINGS) return undefined;
  const sorted = [...recent].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const next = sorted[Math.floor(sorted.length / 2)] ?? middle;
  return Math.round((middle + next) / 2);
}

/**
 * The readings of one visit beside what is usual for this elder, from readings before it. The difference is
 * described (比平时低 6), never judged: judging is for a clinician.
 */
export function measures(ofVisit: readonly LogEntry[], earlier: readonly LogEntry[]): Measure[] {
  const last = inOrder(ofVisit);
  const before = inOrder(earlier);
  return measureNames.flatMap((name): Measure[] => {
    const taken = last.flatMap(({ entry }) =>
      entry.kind === 'vitals' && entry[name] !== undefined ? [{ value: entry[name], at: entry.at }] : [],
    );
    const newest = taken.at(-1);
    if (newest === undefined) return [];
    const habit = usual(
      before.flatMap(({ entry }) =>
        entry.kind === 'vitals' && entry.at < newest.at && entry[name] !== undefined ? [entry[name]] : [],
      ),
    );
    const word = words[name];
    return [
      {
        name,
        label: { zh: word.zh, en: word.en },
        value: newest.value,
        unit: word.unit,
        at: newest.at,
        ...(habit === undefined ? {} : { usual: habit }),
        sentence: compared(name, newest.value, habit),
      },
    ];
  });
}

function compared(name: Name, value: number, habit: number | undefined): { zh: string; en: string } {
  const { zh, en } = words[name];
  const said = shownValue(name, value);
  if (habit === undefined) return { zh: `${zh} ${said}`, en: `${en} ${said}` };
  const difference = value - habit;
  if (difference === 0) return { zh: `${zh} ${said}，和平时一样`, en: `${en} ${said}, as usual` };
  const by = shownValue(name, Math.abs(difference));
  return difference < 0
    ? { zh: `${zh} ${said}，比平时低 ${by}`, en: `${en} ${said}, ${by} lower than usual` }
    : { zh: `${zh} ${said}，比平时高 ${by}`, en: `${en} ${said}, ${by} higher than usual` };
}
