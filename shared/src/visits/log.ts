import * as z from 'zod';
import { elderId, entryId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { line } from '../kernel/text';

/**
 * One observation in a visit's log 日志. The phone mints `entryId` and keeps it before sending, so what was
 * written without network arrives once. Blood pressure in mmHg, pulse per minute, glucose in tenths of mmol/L,
 * weight in tenths of a kilogram.
 */
const identified = { entryId, at: instant };
const reading = z.number().int();

export const newEntry = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...identified,
      kind: z.literal('task'),
      index: z.int().min(0).max(29),
      done: z.boolean(),
    }),
    z.strictObject({
      ...identified,
      kind: z.literal('vitals'),
      systolic: reading.optional(),
      diastolic: reading.optional(),
      pulse: reading.optional(),
      glucose: reading.optional(),
      weight: reading.optional(),
    }),
    z.strictObject({
      ...identified,
      kind: z.literal('mood'),
      mood: z.enum(['happy', 'calm', 'low', 'unwell']),
    }),
    z.strictObject({ ...identified, kind: z.literal('need'), text: line(300) }),
    z.strictObject({ ...identified, kind: z.literal('note'), text: line(1_000) }),
    /** A file of the room `media` follows under this entry's id, when there is a signal for it. */
    z.strictObject({ ...identified, kind: z.literal('photo') }),
    z.strictObject({ ...identified, kind: z.literal('voice') }),
  ]),
);
export type NewEntry = z.infer<typeof newEntry>;
export type VitalsEntry = Extract<NewEntry, { kind: 'vitals' }>;

/** 视频通话 that was held during the visit; written by the platform when the call is over. Whole seconds. */
const videoEntry = z.lazy(() =>
  z.strictObject({
    ...identified,
    kind: z.literal('video'),
    seconds: z.int().min(0),
    people: z.array(z.strictObject({ name: line(20), seconds: z.int().min(0) })).max(10),
  }),
);
const keptEntry = z.lazy(() => z.discriminatedUnion('kind', [...newEntry.unwrap().options, videoEntry]));
export type KeptEntry = z.infer<typeof keptEntry>;

/** An entry as it is kept: which visit it belongs to and when it reached us. Never changed afterwards. */
export const logEntry = z.strictObject({ visitId, elderId, receivedAt: instant, entry: keptEntry });
export type LogEntry = z.infer<typeof logEntry>;
