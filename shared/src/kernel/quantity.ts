import * as z from 'zod';

/** How many, or how much of something: whole and not negative. */
export const count = z.int().min(0);

/** Whole minutes of service, at most one day. */
export const minutes = z.int().min(0).max(1440).brand<'Minutes'>();
export type Minutes = z.infer<typeof minutes>;

/** Money in fen (1/100 yuan), whole and not negative. */
export const fen = z.int().min(0).max(100_000_000).brand<'Fen'>();
export type Fen = z.infer<typeof fen>;
