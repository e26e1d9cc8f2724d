import * as z from 'zod';
import { serviceLabel } from '../catalogue/service-label';
import { spokenText } from '../history/history.contract';
import { elderId, requestId } from '../kernel/ids';
import { day, instant } from '../kernel/instant';
import { position } from '../kernel/position';
import { minutes } from '../kernel/quantity';
import { visitException } from './exception';
import { measureNames } from './keep-log';
import { logEntry } from './log';
import { shownVisit } from './visit';

/** The way to the door. In a reply to a helper only from acceptance until the visit closes (truth 8). */
export const home = z.strictObject({
  address: z.string(),
  directions: z.string(),
  doorNotes: z.string(),
  phone: z.string().optional(),
  position,
});
export type Home = z.infer<typeof home>;

/** A visit in a list: the visit itself, its service and elder by name, and one sentence of where it stands. */
export const visitCard = z.strictObject({
  visit: shownVisit,
  service: serviceLabel,
  elder: z.strictObject({ elderId, callName: z.string(), name: z.string(), villageName: z.string() }),
  sentence: spokenText,
  home: home.optional(),
});
export type VisitCard = z.infer<typeof visitCard>;

/** One measure against what is usual for this elder: the difference is described, never judged. */
export const measure = z.lazy(() =>
  z.strictObject({
    name: z.enum(measureNames),
    label: spokenText,
    value: z.int(),
    unit: z.string(),
    at: instant,
    usual: z.int().optional(),
    /** The elder's own usual range, where there are readings enough to know one. */
    low: z.int().optional(),
    high: z.int().optional(),
    /** So far from usual that somebody is told. */
    far: z.boolean(),
    sentence: spokenText,
  }),
);
export type Measure = z.infer<typeof measure>;

/** The six facts of electronic visit verification, as they are known by now. */
export const sixFacts = z.lazy(() =>
  z.strictObject({
    service: serviceLabel,
    elderName: z.string(),
    helperName: z.string(),
    day,
    place: z.strictObject({ verified: z.boolean(), sentence: spokenText }).optional(),
    startedAt: instant.optional(),
    endedAt: instant.optional(),
    complete: z.boolean(),
  }),
);
export type SixFacts = z.infer<typeof sixFacts>;

export const shownEntry = z.lazy(() => z.strictObject({ ...logEntry.shape, sentence: spokenText }));
export const shownException = z.lazy(() =>
  z.strictObject({
    ...visitException.shape,
    sentence: spokenText,
    /** Why it was so and what was done, once somebody has settled it. */
    settled: spokenText.optional(),
  }),
);

export const visitAct = z.enum([
  'check_in',
  'log',
  'check_out',
  'confirm',
  'dispute',
  'resolve',
  'cancel',
  'reschedule',
  'settle_exception',
  'call_back',
]);
export type VisitAct = z.infer<typeof visitAct>;

export const openRequest = z.lazy(() =>
  z.strictObject({
    requestId,
    status: z.string(),
    service: serviceLabel,
    startsAt: instant,
    minutes,
    sentence: spokenText,
  }),
);
