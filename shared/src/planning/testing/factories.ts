import fc from 'fast-check';
import type { Day } from '../day';
import { generateInstance, type Wanted } from '../instance/generate';
import { readInstance } from '../instance/read-instance';

/** The day of a made-up instance. */
export function dayOf(wanted: Wanted): Day {
  const read = readInstance(JSON.stringify(generateInstance(wanted)));
  if (!read.ok) throw new Error(read.problem.en);
  return read.day;
}

/** Days of every kind, from one patient and one caregiver on. */
export const wanted = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  patients: fc.integer({ min: 1, max: 30 }),
  caregivers: fc.integer({ min: 1, max: 8 }),
  pairs: fc.double({ min: 0, max: 1, noNaN: true }),
  village: fc.boolean(),
});
