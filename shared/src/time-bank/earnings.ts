import * as z from 'zod';
import { type Day, day } from '../kernel/instant';
import { accountId } from './account';
import type { TimeRules } from './rules';

/** What an account was credited for service in one month, by day: what the caps look at. */
export const earnings = z.strictObject({
  accountId,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  byDay: z.record(day, z.int().min(0)),
});
export type Earnings = z.infer<typeof earnings>;

export const monthOf = (on: Day): string => on.slice(0, 7);

export interface Capped {
  readonly minutes: number;
  /** The cap that cut the most, and by how much in all. */
  readonly cutBy?: 'day' | 'month' | 'balance';
  readonly cutMinutes: number;
}

/** Cuts a credit to the caps; `held` is the balance with what is pending, in minutes. */
export function capped(
  wanted: number,
  { caps }: Pick<TimeRules, 'caps'>,
  so: Earnings,
  on: Day,
  held: number,
): Capped {
  const monthSum = Object.values(so.byDay).reduce((all, minutes) => all + minutes, 0);
  const rooms = [
    ['day', caps.dayMinutes, so.byDay[on] ?? 0],
    ['month', caps.monthMinutes, monthSum],
    ['balance', caps.balanceMinutes, held],
  ] as const;
  let minutes = wanted;
  let cutBy: Capped['cutBy'];
  for (const [name, cap, used] of rooms) {
    const room = cap === undefined ? minutes : Math.max(0, cap - used);
    if (room < minutes) {
      minutes = room;
      cutBy = name;
    }
  }
  return { minutes, cutMinutes: wanted - minutes, ...(cutBy === undefined ? {} : { cutBy }) };
}

export const withCredit = (so: Earnings, on: Day, minutes: number): Earnings => ({
  ...so,
  byDay: { ...so.byDay, [on]: (so.byDay[on] ?? 0) + minutes },
});
