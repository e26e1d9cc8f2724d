/** Whole minutes from hours as they are typed, or undefined where that is no amount: `1.5` is 90. */
export function minutesTyped(hours: string): number | undefined {
  const minutes = Number(hours.trim()) * 60;
  return hours.trim() !== '' && Number.isInteger(minutes) && minutes > 0 ? minutes : undefined;
}
