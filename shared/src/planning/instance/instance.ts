import * as z from 'zod';

const id = z.string().min(1).max(200);
const time = z.number();
const services = z.array(z.object({ id, default_duration: z.number().optional() }));

/**
 * The instance format of iolab-uniud/hhcrsp (Ceschia, Di Gaspero, Rosati, Schaerf 2024, doi 10.1111/itor.13585): times
 * and ways in minutes. The fields marked as ours are optional and mean nothing to that benchmark.
 */
export const instance = z.object({
  patients: z
    .array(
      z.object({
        id,
        time_window: z.tuple([time, time]),
        required_caregivers: z.array(z.object({ service: id, duration: z.number().optional() })).min(1),
        synchronization: z
          .discriminatedUnion('type', [
            z.object({ type: z.literal('simultaneous') }),
            z.object({ type: z.literal('sequential'), distance: z.tuple([time, time]) }),
          ])
          .optional(),
        /** Ours: patients whose services must have ended before these begin. */
        after: z.array(id).optional(),
        /** Ours: who must not come, and who should. */
        incompatible_caregivers: z.array(id).optional(),
        preferred_caregivers: z.array(id).optional(),
        /** Ours: whether a late start is forbidden rather than only dear. */
        strict: z.boolean().optional(),
      }),
    )
    .min(1),
  services,
  caregivers: z
    .array(
      z.object({
        id,
        abilities: z.array(id),
        /** Ours: the office or home that they set out from, among `central_offices`. */
        starting_point: id.optional(),
        /** Ours: when they work; the gap between two spans is a break. */
        working_hours: z.array(z.tuple([time, time])).optional(),
        /** Ours: how many visits they take at most. */
        max_visits: z.int().min(0).optional(),
      }),
    )
    .min(1),
  central_offices: z.array(z.object({ id })).min(1),
  /** Minutes from row to column: the offices in order, then the patients in order. */
  distances: z.array(z.array(z.number())),
});
export type Instance = z.infer<typeof instance>;

/** A sentence in both languages that says what is wrong with an instance. */
export interface InstanceProblem {
  readonly zh: string;
  readonly en: string;
}
