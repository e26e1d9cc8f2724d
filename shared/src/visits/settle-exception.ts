import { type Instant, isBefore } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { dispute } from './answer';
import { checkOut } from './arrive';
import { exceptionOf } from './exception';
import { exceptionsOf } from './exceptions-of';
import type { Door } from './proof';
import { type Resolution, resolutionsOf, type Settling } from './resolution';
import type { Visit, VisitIn } from './visit';

interface By {
  readonly by: Resolution['by'];
  readonly now: Instant;
  readonly door: Door;
  readonly serviceListed: boolean;
}

/**
 * The coordinator settles one exception, with why it was so, what was done, and a sentence. Who did not check out is
 * checked out; what proves untrue is called into question, so that it is decided like any dispute.
 */
export function settleException(v: Visit, given: Settling, at: By): Result<Visit> {
  const { code, at: side, reason, resolution, note } = given;
  const found = exceptionsOf(v).find((each) => each.code === code && each.at === side);
  if (found === undefined) return refuse('exception_not_there', 'code');
  if (found.settled !== undefined) return refuse('exception_settled', 'code');
  if (!resolutionsOf(code).includes(resolution)) return refuse('resolution_does_not_fit', 'resolution');
  const settled: Resolution = { code, at: side, reason, resolution, note, by: at.by, resolvedAt: at.now };
  if (v.status === 'checked_in' && code === 'check_out_missing')
    return completed(v, given.until, settled, at);
  const kept: Visit = { ...v, resolutions: [...(v.resolutions ?? []), settled] };
  const { personId, role } = at.by;
  return resolution === 'not_true' && kept.status === 'checked_out'
    ? dispute(kept, { personId, role }, at.now, note)
    : allow(kept);
}

/** Leaves for the helper, at the time that was found out; what is unusual about such an end is settled with it. */
function completed(
  v: VisitIn<'checked_in'>,
  until: Instant | undefined,
  settled: Resolution,
  { now, door, serviceListed }: By,
): Result<Visit> {
  if (until === undefined) return refuse('exception_needs_end', 'until');
  if (isBefore(now, until)) return refuse('exception_needs_end', 'until');
  const given = {
    at: until,
    receivedAt: now,
    evidence: { kind: 'none', reason: settled.note.slice(0, 200) } as const,
    summary: settled.note,
  };
  const left = checkOut(v, given, door, serviceListed);
  if (!left.ok) return refuse('exception_needs_end', 'until');
  const missing = exceptionOf('check_out_missing', 'visit');
  const exceptions = [missing, ...left.value.exceptions];
  const own = exceptions
    .filter(({ at }) => at === 'check_out')
    .map(({ code, at }) => ({ ...settled, code, at }));
  return allow({ ...left.value, exceptions, resolutions: [...(v.resolutions ?? []), settled, ...own] });
}
