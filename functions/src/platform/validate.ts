import { allow, type Result, refuse } from '@shared/kernel/result';
import type * as z from 'zod';

/** Holds input against its shape; the first problem is named by its dotted path. */
export function validate<T>(part: string, shape: z.ZodType<T>, input: unknown): Result<T> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return allow(parsed.data);
  const issue = parsed.error.issues[0];
  const path = [part, ...(issue?.path ?? [])].map(String);
  if (issue?.code === 'unrecognized_keys') {
    return refuse('input_unknown_key', [...path, issue.keys[0] ?? ''].join('.'));
  }
  return refuse('input_invalid', path.join('.'));
}
