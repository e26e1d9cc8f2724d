import * as z from 'zod';
import { credentialKind, helperKind, skill } from '../catalogue/service';
import { elderId, helperId, organizationId, personId } from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { position } from '../kernel/position';
import { count, fen } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { gender, language } from '../people/elder';
import { villageCode } from '../regions/region';

const MINUTES_A_DAY = 1440;

/** A span of a week in which a helper can come: Beijing weekday (0 is Sunday) and minutes of the day. */
export const weeklySpan = z.lazy(() =>
  z.strictObject({
    weekday: z.int().min(0).max(6),
    from: z.int().min(0).max(MINUTES_A_DAY),
    to: z.int().min(0).max(MINUTES_A_DAY),
  }),
);
export type WeeklySpan = z.infer<typeof weeklySpan>;

export const credential = z.strictObject({ kind: credentialKind, validFrom: day, validTo: day });
export type Credential = z.infer<typeof credential>;
export const travel = z.enum(['walk', 'bicycle', 'car']);
export type Travel = z.infer<typeof travel>;

/** What a helper sets about themself. */
export const helperChoices = z.lazy(() =>
  z.strictObject({
    skills: z.array(skill).max(20),
    weeklyHours: z.array(weeklySpan).max(28),
    daysOff: z.array(day).max(60),
    radiusMetres: z.int().min(300).max(30_000),
    travel,
    languages: z.array(language).min(1).max(4),
    excludedElderIds: z.array(elderId).max(50),
    /** 可接单: off means that nothing is offered. */
    available: z.boolean(),
  }),
);

export const birthYear = z.int().min(1930).max(2012);

/** 帮手: whoever comes to the door. */
export const helper = z.lazy(() =>
  z.strictObject({
    ...helperChoices.unwrap().shape,
    helperId,
    personId,
    kind: helperKind,
    organizationId: organizationId.optional(),
    organizationName: line(40).optional(),
    name: line(20),
    gender,
    birthYear,
    villageCode,
    villageName: line(40),
    home: position,
    credentials: z.array(credential).max(10),
    hourlyFee: fen.optional(),
    suspended: z.strictObject({ at: instant, why: line(200) }).optional(),
    /** Counts, whole: offers over, those answered in time, visits that came due, those that began on time. */
    stats: z.strictObject({
      offered: count,
      answered: count,
      visits: count,
      onTime: count,
    }),
  }),
);
export type Helper = z.infer<typeof helper>;

/** Spans end after they begin and do not overlap on a weekday. `field` is where they were given. */
export function checkWeeklyHours(spans: readonly WeeklySpan[], field = 'body.weeklyHours'): Result<void> {
  const sorted = [...spans].sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  const wrong = sorted.some((span, index) => {
    const next = sorted[index + 1];
    return span.to <= span.from || (next?.weekday === span.weekday && next.from < span.to);
  });
  return wrong ? refuse('hours_invalid', field) : allow(undefined);
}

/** A credential ends after it begins. */
export const checkCredential = ({ validFrom, validTo }: Credential): Result<void> =>
  validTo >= validFrom ? allow(undefined) : refuse('credential_invalid', 'body.credential');
