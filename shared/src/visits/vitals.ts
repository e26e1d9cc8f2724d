import type { Measure } from './card';
import { inOrder, measureNames } from './keep-log';
import type { LogEntry } from './log';
import { isFar, type Usual, usualOf } from './usual';

export type MeasureName = (typeof measureNames)[number];

export const measureWords: Readonly<
  Record<MeasureName, { zh: string; en: string; unit: string; decimals: 0 | 1 }>
> = {
  systolic: { zh: '高压', en: 'Systolic', unit: 'mmHg', decimals: 0 },
  diastolic: { zh: '低压', en: 'Diastolic', unit: 'mmHg', decimals: 0 },
  pulse: { zh: '脉搏', en: 'Pulse', unit: '次/分', decimals: 0 },
  glucose: { zh: '血糖', en: 'Glucose', unit: 'mmol/L', decimals: 1 },
  weight: { zh: '体重', en: 'Weight', unit: '公斤', decimals: 1 },
};

export const shownValue = (name: MeasureName, value: number): string =>
  measureWords[name].decimals === 1 ? (value / 10).toFixed(1) : String(value);

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
    const habit = usualOf(
      name,
      before.flatMap(({ entry }) =>
        entry.kind === 'vitals' && entry.at < newest.at && entry[name] !== undefined ? [entry[name]] : [],
      ),
    );
    const word = measureWords[name];
    return [
      {
        name,
        label: { zh: word.zh, en: word.en },
        value: newest.value,
        unit: word.unit,
        at: newest.at,
        ...(habit === undefined ? {} : { usual: habit.middle, low: habit.low, high: habit.high }),
        far: isFar(newest.value, habit),
        sentence: compared(name, newest.value, habit),
      },
    ];
  });
}

export function compared(
  name: MeasureName,
  value: number,
  habit: Usual | undefined,
): { zh: string; en: string } {
  const { zh, en } = measureWords[name];
  const said = shownValue(name, value);
  if (habit === undefined) return { zh: `${zh} ${said}`, en: `${en} ${said}` };
  const difference = value - habit.middle;
  if (difference === 0) return { zh: `${zh} ${said}，和平时一样`, en: `${en} ${said}, as usual` };
  const by = shownValue(name, Math.abs(difference));
  return difference < 0
    ? { zh: `${zh} ${said}，比平时低 ${by}`, en: `${en} ${said}, ${by} lower than usual` }
    : { zh: `${zh} ${said}，比平时高 ${by}`, en: `${en} ${said}, ${by} higher than usual` };
}
