import { allow, type Result, refuse } from '@shared/kernel/result';
import type * as z from 'zod';

/** Holds input against its shape; the first problem is named by its dotted path. */
export function validate<T>(part: string, shape: z.ZodType<T>, input: unknown): Result<T> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return allow(parsed.data);
  const first = parsed.error.issues[0];
  const issue = first && innermost(first);
  const path = [part, ...(issue?.path ?? [])].map(String);
  if (issue?.code === 'unrecognized_keys') {
    return refuse('input_unknown_key', [...path, issue.keys[0] ?? ''].join('.'));
  }
  return refuse('input_invalid', path.join('.'));
}

/** Of a union the problem in the shape that fits best: the one with the fewest, and no key it does not know. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const unknowns = (issues: readonly z.core.$ZodIssue[]): number =>
    issues.filter((each) => each.code === 'unrecognized_keys').length;
  const [best] = [...issue.errors].sort((a, b) => unknowns(a) - unknowns(b) || a.length - b.length);
  const [within] = best ?? [];
  return within ? innermost({ ...within, path: [...issue.path, ...within.path] }) : issue;
}
