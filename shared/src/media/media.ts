import * as z from 'zod';
import { elderId, entryId, helperId, visitId } from '../kernel/ids';
import { addMinutes, type Instant, instant, isBefore } from '../kernel/instant';
import type { RefusalCode } from '../kernel/refusal';
import { mediaKind } from './bounds';

/** Why a file that arrived is not shown; each is a refusal with its own sentence. */
export const mediaFault = z.enum([
  'media_type_wrong',
  'media_damaged',
  'media_too_many_pixels',
  'media_too_long',
  'media_too_large',
  'media_not_fit',
  'media_unchecked',
]);
export type MediaFault = z.infer<typeof mediaFault> & RefusalCode;

const common = {
  visitId,
  elderId,
  /** Who took it and for which village: they are told, as the family is, when it can be seen. */
  helperId,
  villageCode: z.string().regex(/^\d{12}$/),
  /** The log entry that said it would come; it is the file's name. */
  entryId,
  kind: mediaKind,
  arrivedAt: instant,
};
const taken = {
  ...common,
  /** Of the photo as it is kept. */
  width: z.int().optional(),
  height: z.int().optional(),
  /** Of the voice, measured in its frames and not taken from what the phone said. */
  seconds: z.number().optional(),
  type: z.string(),
};

/**
 * A photo or a voice note that reached us. Nobody sees it before its content was found fit; what was announced and
 * has not arrived has no record here.
 */
export const media = z.discriminatedUnion('status', [
  z.strictObject({
    ...taken,
    status: z.literal('checking'),
    /** How often the content check was asked for, and when it is asked again if no verdict comes. */
    asked: z.int().min(0),
    nextAt: instant,
  }),
  z.strictObject({ ...taken, status: z.literal('ready'), readyAt: instant }),
  z.strictObject({ ...common, status: z.literal('refused'), refusedAt: instant, why: mediaFault }),
]);
export type Media = z.infer<typeof media>;
export type MediaIn<S extends Media['status']> = Extract<Media, { status: S }>;

/** What was read from a file that is fit to be kept. */
export type Taken = Pick<MediaIn<'checking'>, 'type'> &
  Partial<Pick<MediaIn<'checking'>, 'width' | 'height' | 'seconds'>>;
export type Arrived = Pick<Media, keyof typeof common>;

/** WeChat says within half an hour; a verdict that is lost on the way is asked for anew. */
const VERDICT_MINUTES = 35;
/** When the question itself did not get through. */
const AGAIN_MINUTES = 2;
const MOST_ASKED = 5;

export const takeIn = (arrived: Arrived, taken: Taken): MediaIn<'checking'> => ({
  ...arrived,
  ...taken,
  status: 'checking',
  asked: 0,
  nextAt: arrived.arrivedAt,
});

export const turnAway = (arrived: Arrived, why: MediaFault): MediaIn<'refused'> => ({
  ...arrived,
  status: 'refused',
  refusedAt: arrived.arrivedAt,
  why,
});

const refused = (m: MediaIn<'checking'>, why: MediaFault, at: Instant): MediaIn<'refused'> => {
  const { visitId, elderId, helperId, villageCode, entryId, kind, arrivedAt } = m;
  const arrived = { visitId, elderId, helperId, villageCode, entryId, kind, arrivedAt };
  return { ...arrived, status: 'refused', refusedAt: at, why };
};

/** Before the content check is asked: counted first, so that it ends. Undefined while a verdict may still come. */
export function asking(m: Media, now: Instant): MediaIn<'checking'> | MediaIn<'refused'> | undefined {
  if (m.status !== 'checking' || isBefore(now, m.nextAt)) return undefined;
  if (m.asked >= MOST_ASKED) return refused(m, 'media_unchecked', now);
  return { ...m, asked: m.asked + 1, nextAt: addMinutes(now, AGAIN_MINUTES) };
}

/** The question got through: now a verdict is waited for. */
export const asked = (m: MediaIn<'checking'>, now: Instant): MediaIn<'checking'> => ({
  ...m,
  nextAt: addMinutes(now, VERDICT_MINUTES),
});

export type Verdict = 'pass' | 'review' | 'risky';
/** Only what passed is shown. A verdict that comes twice, or late, changes nothing. */
export function judge(m: Media, verdict: Verdict, now: Instant): Media {
  if (m.status !== 'checking') return m;
  if (verdict !== 'pass') return refused(m, 'media_not_fit', now);
  const { asked: _asked, nextAt: _next, ...kept } = m;
  return { ...kept, status: 'ready', readyAt: now };
}
