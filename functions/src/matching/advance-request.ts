import { ignoredOffer } from '@shared/helpers/stats';
import type { HelperId, RequestId } from '@shared/kernel/ids';
import { type Instant, isBefore } from '@shared/kernel/instant';
import type { Scored } from '@shared/matching/score';
import { inTurn } from '@shared/matching/share-out';
import { everyoneWithinMetres, nextAsked, waveDeadline } from '@shared/matching/waves';
import { lapse, type Offer, type PendingOffer, withdraw } from '@shared/offers/offer';
import {
  askedFrom,
  giveUp,
  keepAsking,
  type ServiceRequest,
  sendWave,
} from '@shared/service-requests/request';
import { counted } from '../helpers/items';
import { historyEntry } from '../history/items';
import { offerItem, readOffersOf } from '../offers/items';
import type { Deps } from '../platform/deps';
import { requestItem, requestKey } from '../service-requests/items';
import { create, replace, type Stored, type Write } from '../table/port';
import { findCandidates, POOL_SIZE } from './find-candidates';
import { needOf } from './need';

const ATTEMPTS = 5;
type Step = 'asked' | 'handed_over' | 'waiting' | 'nothing_due';

/** A transaction holds a hundred lines: with this many lapses, their counts and new offers it stays below. */
const AT_ONCE = 30;

interface Plan {
  readonly step: Step;
  readonly writes: readonly Write[];
  /** There is more to do at once than one transaction holds. */
  readonly more?: boolean;
}

/**
 * Moves one request on as far as it can go now: the first wave, the next to ask when one says no or lets it pass, and
 * the coordinator when nobody is left or the hour has come. Safe to call at any time and any number of times. `shared`
 * says who of several requests that wait at once is whose turn first.
 */
export async function advanceRequest(
  deps: Deps,
  requestId: RequestId,
  shared: ReadonlyMap<RequestId, HelperId> = new Map(),
): Promise<Step> {
  for (let attempt = 1; attempt <= ATTEMPTS; ) {
    const stored = await deps.table.get(requestItem, requestKey(requestId));
    if (!stored || (stored.value.status !== 'open' && stored.value.status !== 'matching'))
      return 'nothing_due';
    // The evening's plan comes first where it was asked for; the sweep looks again when that hour is over.
    if (stored.value.status === 'open' && isBefore(deps.clock(), askedFrom(stored.value)))
      return 'nothing_due';
    const offers = await readOffersOf(deps, requestId);
    const planned = await plan(deps, stored, offers, shared);
    if (planned.writes.length === 0) return planned.step;
    const committed = await deps.table.commit(planned.writes);
    if (!committed.ok) attempt += 1;
    else if (!planned.more) return planned.step;
  }
  // Someone else is moving it; the sweep looks again within a minute.
  return 'waiting';
}

const isPending = (item: Stored<Offer>): item is Stored<PendingOffer> => item.value.status === 'pending';

/** Every plan that writes replaces the request, so that two who plan at the same moment see each other. */
async function plan(
  deps: Deps,
  stored: Stored<ServiceRequest>,
  offers: readonly Stored<Offer>[],
  shared: ReadonlyMap<RequestId, HelperId>,
): Promise<Plan> {
  const now = deps.clock();
  const request = stored.value;
  const pending = offers.filter(isPending);
  const isOver = ({ value }: Stored<PendingOffer>): boolean =>
    value.startsAt !== request.startsAt || !isBefore(now, value.expiresAt);
  const over = pending.filter(isOver);
  const stillAsked = pending.filter((item) => !isOver(item));
  const ended = (
    await Promise.all(over.slice(0, AT_ONCE).map((item) => end(deps, request, item, now)))
  ).flat();
  if (over.length > AT_ONCE)
    return { step: 'waiting', writes: [replace(stored, request), ...ended], more: true };
  const wave = isBefore(now, request.startsAt)
    ? await waveFor(deps, request, { offers, shared, stillAsked: stillAsked.length })
    : [];
  if (wave.length > 0) return ask(deps, stored, { wave, stillAsked, ended, isNew: over.length > 0 }, now);
  if (stillAsked.length === 0) return handOver(deps, stored, ended, now);
  const next = firstDeadline(stillAsked);
  const asBefore = ended.length === 0 && request.status === 'matching' && request.waveEndsAt === next;
  return {
    step: 'waiting',
    writes: asBefore ? [] : [replace(stored, keepAsking(request, next)), ...ended],
  };
}

const firstDeadline = (pending: readonly Stored<PendingOffer>[]): Instant =>
  pending.map(({ value }) => value.expiresAt).reduce((a, b) => (isBefore(b, a) ? b : a));

/** What ends an offer that waited: taken back where the request has moved to another time, else let pass. */
async function end(
  deps: Deps,
  request: ServiceRequest,
  item: Stored<PendingOffer>,
  now: Instant,
): Promise<readonly Write[]> {
  const offer = item as Stored<Offer>;
  if (item.value.startsAt !== request.startsAt) return [replace(offer, withdraw(item.value, now))];
  // An emergency asks everyone at any hour: to sleep through it is held against nobody.
  const count = request.urgency === 'emergency' ? [] : await counted(deps, item.value.helperId, ignoredOffer);
  return [replace(offer, lapse(item.value)), ...count];
}

interface Looking {
  readonly offers: readonly Stored<Offer>[];
  readonly shared: ReadonlyMap<RequestId, HelperId>;
  readonly stillAsked: number;
}

/** Whom to ask now: never one who has already answered, or let pass, this same time. */
async function waveFor(
  deps: Deps,
  request: ServiceRequest,
  { offers, shared, stillAsked }: Looking,
): Promise<readonly (Scored & { rank: number })[]> {
  const known = await needOf(deps, request);
  if (!known.ok) return [];
  const asked = new Set(
    offers
      .filter(({ value }) => value.startsAt === request.startsAt && value.status !== 'withdrawn')
      .map(({ value }) => value.helperId as string),
  );
  // Those already asked may fill the pool of the nearest, so it grows by their number.
  const wanted = POOL_SIZE + asked.size;
  const found = await findCandidates(deps, known.value.need, wanted, everyoneWithinMetres(request.urgency));
  const ranked = inTurn(found, request.requestId, shared);
  const places = new Map(ranked.map((scored, index) => [scored.candidate.helper.helperId, index + 1]));
  return nextAsked(ranked, asked, request.urgency, stillAsked).map((scored) => ({
    ...scored,
    rank: places.get(scored.candidate.helper.helperId) ?? ranked.length,
  }));
}

interface Asking {
  readonly wave: readonly (Scored & { rank: number })[];
  readonly stillAsked: readonly Stored<PendingOffer>[];
  readonly ended: readonly Write[];
  /** A deadline has passed: whoever is asked now belongs to the next wave. */
  readonly isNew: boolean;
}

function ask(deps: Deps, stored: Stored<ServiceRequest>, asking: Asking, now: Instant): Plan {
  const request = stored.value;
  const wave = asking.wave.slice(0, AT_ONCE);
  const expiresAt = waveDeadline(now, request.startsAt, request.urgency);
  const next =
    asking.stillAsked.length === 0 || isBefore(expiresAt, firstDeadline(asking.stillAsked))
      ? expiresAt
      : firstDeadline(asking.stillAsked);
  const sameWave = asking.stillAsked.length > 0 && !asking.isNew;
  const sent = sameWave ? keepAsking(request, next) : sendWave(request, next);
  const made = wave.map((scored) =>
    create<Offer>(offerItem, {
      status: 'pending',
      offerId: deps.newId('offer'),
      requestId: request.requestId,
      elderId: request.elderId,
      helperId: scored.candidate.helper.helperId,
      wave: sent.waves,
      rank: scored.rank,
      distanceMetres: scored.distanceMetres,
      travelMinutes: scored.travelMinutes,
      score: scored.score,
      parts: { ...scored.parts },
      reasons: [...scored.reasons],
      startsAt: request.startsAt,
      offeredAt: now,
      expiresAt,
    }),
  );
  const history = historyEntry(deps, 'system', {
    subject: { kind: 'request', id: request.requestId },
    elderId: request.elderId,
    action: 'wave_sent',
    facts: { wave: sent.waves, helpers: wave.length },
  });
  return {
    step: 'asked',
    writes: [replace(stored, sent), ...asking.ended, ...made, history],
    more: asking.wave.length > AT_ONCE,
  };
}

function handOver(deps: Deps, stored: Stored<ServiceRequest>, ended: readonly Write[], now: Instant): Plan {
  const request = stored.value;
  const history = historyEntry(deps, 'system', {
    subject: { kind: 'request', id: request.requestId },
    elderId: request.elderId,
    action: 'request_unmet',
  });
  return { step: 'handed_over', writes: [replace(stored, giveUp(request, now)), ...ended, history] };
}
