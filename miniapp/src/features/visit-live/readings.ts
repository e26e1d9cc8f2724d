/** What is typed into the five boxes. */
export interface ReadingsDraft {
  readonly systolic: string;
  readonly diastolic: string;
  readonly pulse: string;
  /** mmol/L with one decimal, as the meter shows it. */
  readonly glucose: string;
  /** Kilograms with one decimal. */
  readonly weight: string;
}
export const noReadings: ReadingsDraft = { systolic: '', diastolic: '', pulse: '', glucose: '', weight: '' };

/** The readings as they are sent: whole numbers, glucose and weight in tenths; empty boxes are left out. */
export function readingsOf(draft: ReadingsDraft): Readonly<Record<string, number>> {
  const read = (text: string, scale = 1) => Math.round(Number(text) * scale);
  return Object.fromEntries(
    (['systolic', 'diastolic', 'pulse', 'glucose', 'weight'] as const)
      .filter((name) => draft[name].trim() !== '' && Number.isFinite(Number(draft[name])))
      .map((name) => [name, read(draft[name], name === 'glucose' || name === 'weight' ? 10 : 1)]),
  );
}
