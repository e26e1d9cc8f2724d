import * as z from 'zod';
import { allow, type Result, refuse } from '../kernel/result';

/** Ten thousand hours: nobody serves, gives or is owed more at once. */
const MOST_MINUTES = 600_000;

/** Whole minutes that move from one account to another: at least one. */
export const amount = z.int().min(1).max(MOST_MINUTES).brand<'Amount'>();
export type Amount = z.infer<typeof amount>;

/** Reads what someone typed: negative, zero, fractional and huge amounts are refused by name. */
export function readAmount(typed: number, field: string): Result<Amount> {
  const read = amount.safeParse(typed);
  return read.success ? allow(read.data) : refuse('time_amount_invalid', field);
}

/** What a service is worth: served minutes by its weight in percent, rounded down to the rules' whole steps. */
export const worth = (servedMinutes: number, weightPercent: number, stepMinutes: number): number =>
  Math.floor((servedMinutes * weightPercent) / 100 / stepMinutes) * stepMinutes;
