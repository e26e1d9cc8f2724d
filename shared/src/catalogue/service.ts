import * as z from 'zod';
import { minutes } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';

/** What a helper can do, as they say themselves and a coordinator has seen. */
export const skill = z.enum([
  'cooking',
  'cleaning',
  'bathing',
  'stove',
  'errands',
  'repairs',
  'haircut',
  'farm',
  'escort',
  'measuring',
  'medicine',
  'rehabilitation',
  'hospice',
  'chess',
  'dance',
  'outing',
  'company',
  'counselling',
  'cognition',
  'phone',
]);
export type Skill = z.infer<typeof skill>;

/** What an authority has certified, with dates. */
export const credentialKind = z.enum(['care_worker', 'nurse', 'doctor', 'counsellor', 'therapist']);
export type CredentialKind = z.infer<typeof credentialKind>;

export const serviceClass = z.enum(['life', 'medical', 'leisure', 'spirit']);
export type ServiceClass = z.infer<typeof serviceClass>;
export const helperKind = z.enum(['volunteer', 'provider']);
export type HelperKind = z.infer<typeof helperKind>;

export const serviceCode = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);

/** 服务: one row of the catalogue, kept by officials as data. */
export const service = z.lazy(() =>
  z.strictObject({
    code: serviceCode,
    class: serviceClass,
    zh: line(20),
    en: line(60),
    usualMinutes: minutes,
    minMinutes: minutes,
    maxMinutes: minutes,
    /** Any one of these is enough; none means that anyone may. */
    skills: z.array(skill).max(5),
    /** Any one of these, in date on the day; none means that none is needed. */
    credentials: z.array(credentialKind).max(5),
    byKinds: z.array(helperKind).min(1),
    /** How many must come together. */
    helpers: z.union([z.literal(1), z.literal(2)]),
    /** Time-bank weight in percent. */
    weight: z.int().min(50).max(200),
    /** Whether it should only happen by day; otherwise one asks first. */
    daytimeOnly: z.boolean(),
    checklistZh: z.array(line(40)).max(8),
    checklistEn: z.array(line(80)).max(8),
  }),
);
export type Service = z.infer<typeof service>;

/** The usual length lies within what may be asked for, and the checklist says the same in both languages. */
export function checkService(row: Omit<Service, 'code'>): Result<void> {
  const { usualMinutes, minMinutes, maxMinutes, checklistZh, checklistEn } = row;
  if (minMinutes > usualMinutes || usualMinutes > maxMinutes)
    return refuse('duration_out_of_range', 'body.service.usualMinutes');
  return checklistZh.length === checklistEn.length
    ? allow(undefined)
    : refuse('input_invalid', 'body.service.checklistEn');
}
