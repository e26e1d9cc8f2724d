import type { SpokenText } from '../history/history.contract';
import { inOrder, measureNames } from '../visits/keep-log';
import type { LogEntry } from '../visits/log';
import { FEWEST_READINGS, isFar, type Usual, usualOf } from '../visits/usual';
import { compared, type MeasureName, measureWords, shownValue } from '../visits/vitals';
import type { Course } from './health.contract';

/** Every measure that was ever taken, over time, each reading beside what was usual before it. */
export function coursesOf(entries: readonly LogEntry[]): Course[] {
  const all = inOrder(entries);
  return measureNames.flatMap((name): Course[] => {
    const taken = all.flatMap(({ entry, visitId }) =>
      entry.kind === 'vitals' && entry[name] !== undefined
        ? [{ at: entry.at, value: entry[name], visitId }]
        : [],
    );
    const newest = taken.at(-1);
    if (newest === undefined) return [];
    const before = (index: number): Usual | undefined =>
      usualOf(
        name,
        taken.slice(0, index).map(({ value }) => value),
      );
    const usual = before(taken.length - 1);
    const { zh, en, unit, decimals } = measureWords[name];
    return [
      {
        name,
        label: { zh, en },
        unit,
        decimals,
        points: taken.map((each, index) => ({ ...each, far: isFar(each.value, before(index)) })),
        ...(usual === undefined ? {} : { usual: { middle: usual.middle, low: usual.low, high: usual.high } }),
        sentence: compared(name, newest.value, usual),
        explanation: explained(name, newest.value, usual),
      },
    ];
  });
}

/** In plain words, so that it can be read aloud; what it means is for a doctor to say. */
function explained(name: MeasureName, value: number, usual: Usual | undefined): SpokenText {
  if (usual === undefined)
    return {
      zh: `再量几次，满 ${FEWEST_READINGS} 次以后才说得出平时是多少。`,
      en: `After ${FEWEST_READINGS} earlier readings it can be said what is usual.`,
    };
  const [low, high] = [shownValue(name, usual.low), shownValue(name, usual.high)];
  const zh = `按最近几次算，平时多在 ${low} 到 ${high} 之间。`;
  const en = `By the last readings it is usually between ${low} and ${high}.`;
  if (!isFar(value, usual)) return { zh, en };
  return {
    zh: `${zh}这次差得比较多，已经告诉家里人和协理员。要不要看医生，请问村医。`,
    en: `${en} This one is far from it; family and coordinator have been told. Ask the village doctor whether it matters.`,
  };
}
