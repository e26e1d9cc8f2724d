import type { WeeklySpan } from '@shared/helpers/helper';

export type HourPreset = 'morning' | 'day' | 'all' | 'weekend';
const week = [0, 1, 2, 3, 4, 5, 6];
const spans = (days: readonly number[], from: number, to: number): WeeklySpan[] =>
  days.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));

/** The weeks that most helpers have, each one tap. */
export const hourPresets: Readonly<Record<HourPreset, WeeklySpan[]>> = {
  morning: spans(week, 6, 12),
  day: spans(week, 8, 18),
  all: spans(week, 6, 21),
  weekend: spans([0, 6], 7, 20),
};

/** Which of them a helper has; none where they were arranged otherwise. */
export function presetOf(hours: readonly WeeklySpan[]): HourPreset | undefined {
  const text = (list: readonly WeeklySpan[]) =>
    list
      .map((s) => `${s.weekday} ${s.from} ${s.to}`)
      .sort()
      .join();
  return (Object.keys(hourPresets) as HourPreset[]).find((name) => text(hourPresets[name]) === text(hours));
}
