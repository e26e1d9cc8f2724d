import * as z from 'zod';

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** A moment in UTC, ISO 8601 with a final `Z`. An unreadable date is refused, never read as today. */
export const instant = z
  .string()
  .regex(shape)
  .refine((text) => {
    const millis = Date.parse(text);
    return Number.isFinite(millis) && new Date(millis).toISOString().slice(0, 19) === text.slice(0, 19);
  })
  .brand<'Instant'>();
export type Instant = z.infer<typeof instant>;

/** A calendar day in Beijing, `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => {
    const millis = Date.parse(`${text}T00:00:00Z`);
    return Number.isFinite(millis) && new Date(millis).toISOString().slice(0, 10) === text;
  })
  .brand<'Day'>();
export type Day = z.infer<typeof day>;

const MINUTE_MILLIS = 60_000;
const BEIJING_OFFSET_MINUTES = 8 * 60;

export const instantOf = (millis: number): Instant => new Date(millis).toISOString() as Instant;
export const millisOf = (at: Instant): number => Date.parse(at);
export const addMinutes = (at: Instant, minutes: number): Instant =>
  instantOf(millisOf(at) + minutes * MINUTE_MILLIS);
export const addDays = (at: Instant, days: number): Instant => addMinutes(at, days * 24 * 60);
export const minutesBetween = (from: Instant, to: Instant): number =>
  (millisOf(to) - millisOf(from)) / MINUTE_MILLIS;
export const isBefore = (a: Instant, b: Instant): boolean => millisOf(a) < millisOf(b);

export interface BeijingTime {
  readonly day: Day;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** 0 is Sunday, as in `Date`. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** Minutes since Beijing midnight. */
  readonly minuteOfDay: number;
}

/**
 * The one place where UTC becomes China Standard Time (+08:00, no daylight saving). Time-zone libraries are
 * wrong in some WeChat engines, so this is arithmetic only.
 */
export function beijing(at: Instant): BeijingTime {
  const local = new Date(millisOf(at) + BEIJING_OFFSET_MINUTES * MINUTE_MILLIS);
  return {
    day: local.toISOString().slice(0, 10) as Day,
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    date: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    minuteOfDay: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

/** The instant of a Beijing day and minute of day: the inverse of `beijing`. */
export const beijingInstant = (on: Day, minuteOfDay: number): Instant =>
  instantOf(Date.parse(`${on}T00:00:00Z`) + (minuteOfDay - BEIJING_OFFSET_MINUTES) * MINUTE_MILLIS);
