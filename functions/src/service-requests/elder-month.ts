import { type ElderId, elderId as elderIdShape, requestId } from '@shared/kernel/ids';
import { addMinutes, beijing, type Instant, instant, isBefore } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { isOver } from '@shared/service-requests/request';
import * as z from 'zod';
import type { Deps } from '../platform/deps';
import { create, itemKind, replace, UnreadableItem, type Write } from '../table/port';
import { requestItem, requestKey } from './items';

/** That a request has a time of the elder's. It says where to look; whether it still holds, the request says. */
const claim = z.strictObject({ requestId, startsAt: instant, endsAt: instant });
type Claim = z.infer<typeof claim>;

const elderMonth = z.strictObject({
  elderId: elderIdShape,
  /** Of Beijing, `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  claims: z.array(claim),
});
type ElderMonth = z.infer<typeof elderMonth>;

const monthKey = (elderId: ElderId, month: string) => ({ pk: `ELDER#${elderId}`, sk: `MONTH#${month}` });
/**
 * A month of an elder's time. Whatever gives a request its time replaces the page in the same transaction, so two
 * requests for one hour can never both be made. A month, because a series of 26 has to fit into one transaction.
 */
const elderMonthItem = itemKind<ElderMonth>({
  name: 'ElderMonth',
  schema: elderMonth,
  key: (page) => monthKey(page.elderId, page.month),
});

interface Span {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}
const overlap = (a: Span, b: Span): boolean =>
  isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);

/** The months that a span touches: two when it goes over midnight of a last day. */
const monthsOf = ({ startsAt, endsAt }: Span): string[] =>
  [startsAt, addMinutes(endsAt, -1)].map((at) => beijing(at).day.slice(0, 7));

/**
 * What claims the elder's time for these requests; refused with `field` where another request that is not over has
 * it. Throws `UnreadableItem` for a broken month. Nobody has to give a time back: a claim counts only as long as its request is not over and still lies there.
 */
export async function claimTimes(
  deps: Deps,
  elderId: ElderId,
  wanted: readonly Claim[],
  field: string,
): Promise<Result<Write[]>> {
  const now = deps.clock();
  const months = [...new Set(wanted.flatMap(monthsOf))];
  const pages = await deps.table.getMany(
    elderMonthItem,
    months.map((month) => monthKey(elderId, month)),
  );
  // What cannot be read may hold this very hour.
  const [broken] = pages.unreadable;
  if (broken !== undefined) throw new UnreadableItem(broken);
  const own = new Set<string>(wanted.map((each) => each.requestId));
  const inTheWay = (span: Span): boolean => wanted.some((each) => overlap(each, span));
  const rivals = new Set(
    pages.items
      .flatMap((page) => page?.value.claims ?? [])
      .filter((each) => !own.has(each.requestId) && inTheWay(each))
      .map((each) => each.requestId),
  );
  const requests = await Promise.all([...rivals].map((id) => deps.table.get(requestItem, requestKey(id))));
  const taken = requests.some((each) => each && !isOver(each.value) && inTheWay(each.value));
  const clash = wanted.some((each, index) => wanted.slice(0, index).some((other) => overlap(each, other)));
  if (taken || clash) return refuse('request_overlaps', field);
  return allow(
    months.map((month, index) => {
      const page = pages.items[index];
      const kept = (page?.value.claims ?? []).filter(
        (each) => !own.has(each.requestId) && !rivals.has(each.requestId) && isBefore(now, each.endsAt),
      );
      const claims = [...kept, ...wanted.filter((each) => monthsOf(each).includes(month))];
      return page
        ? replace(page, { ...page.value, claims })
        : create(elderMonthItem, { elderId, month, claims });
    }),
  );
}
