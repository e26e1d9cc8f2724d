import type { RequestId } from '@shared/kernel/ids';
import { type Instant, isBefore } from '@shared/kernel/instant';
import type { Scored } from '@shared/matching/score';
import { nextWave, waveDeadline } from '@shared/matching/waves';
import { lapse, type Offer, type PendingOffer } from '@shared/offers/offer';
import { giveUp, type ServiceRequest, sendWave } from '@shared/service-requests/request';
import { historyEntry } from '../history/items';
import { offerItem, offersOf } from '../offers/items';
import type { Deps } from '../platform/deps';
import { requestItem, requestKey } from '../service-requests/items';
import { create, replace, type Stored, type Write } from '../table/port';
import { findCandidates } from './find-candidates';
import { needOf } from './need';

const ATTEMPTS = 5;
type Step = 'asked' | 'handed_over' | 'waiting' | 'nothing_due';

/**
 * Moves one request on as far as it can go now: the first wave, the next one when a wave is answered or over, and
 * the coordinator when nobody is left or the hour has come. Safe to call at any time and any number of times.
 */
export async function advanceRequest(deps: Deps, requestId: RequestId): Promise<Step> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const stored = await deps.table.get(requestItem, requestKey(requestId));
    if (!stored || (stored.value.status !== 'open' && stored.value.status !== 'matching'))
      return 'nothing_due';
    const offers = (await deps.table.list(offerItem, offersOf(requestId))).items;
    const now = deps.clock();
    const planned = await plan(deps, stored, offers, now);
    if (planned.writes.length === 0) return planned.step;
    const committed = await deps.table.commit(planned.writes);
    if (committed.ok) return planned.step;
  }
  // Someone else is moving it; the sweep looks again within a minute.
  return 'waiting';
}

const isPending = (item: Stored<Offer>): item is Stored<PendingOffer> => item.value.status === 'pending';

async function plan(
  deps: Deps,
  stored: Stored<ServiceRequest>,
  offers: readonly Stored<Offer>[],
  now: Instant,
) {
  const request = stored.value;
  const pending = offers.filter(isPending);
  const lapsed = pending.filter(({ value }) => !isBefore(now, value.expiresAt));
  const lapses = lapsed.map((item) => replace<Offer>(item as Stored<Offer>, lapse(item.value)));
  const stillAsked = pending.length - lapsed.length;
  if (request.status === 'matching' && stillAsked > 0) {
    // The write of the request makes a lapse and an acceptance at the same moment see each other.
    return {
      step: 'waiting' as Step,
      writes: lapses.length > 0 ? [replace(stored, request), ...lapses] : [],
    };
  }
  const wave = isBefore(now, request.startsAt) ? await waveFor(deps, request, offers) : [];
  return wave.length === 0 ? handOver(deps, stored, lapses, now) : ask(deps, stored, wave, lapses, now);
}

/** Whom to ask next: never one who has already answered, or let pass, this same time. */
async function waveFor(
  deps: Deps,
  request: ServiceRequest,
  offers: readonly Stored<Offer>[],
): Promise<readonly (Scored & { rank: number })[]> {
  const known = await needOf(deps, request);
  if (!known.ok) return [];
  const asked = new Set(
    offers
      .filter(({ value }) => value.startsAt === request.startsAt && value.status !== 'withdrawn')
      .map(({ value }) => value.helperId as string),
  );
  // Those already asked may fill the pool of the nearest, so it grows by their number.
  const ranked = await findCandidates(deps, known.value.need, 30 + asked.size);
  const places = new Map(ranked.map((scored, index) => [scored.candidate.helper.helperId, index + 1]));
  return nextWave(ranked, asked, request.urgency).map((scored) => ({
    ...scored,
    rank: places.get(scored.candidate.helper.helperId) ?? ranked.length,
  }));
}

function ask(
  deps: Deps,
  stored: Stored<ServiceRequest>,
  wave: readonly (Scored & { rank: number })[],
  lapses: readonly Write[],
  now: Instant,
) {
  const request = stored.value;
  const expiresAt = waveDeadline(now, request.startsAt, request.urgency);
  const sent = sendWave(request, expiresAt);
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
  return { step: 'asked' as Step, writes: [replace(stored, sent), ...lapses, ...made, history] };
}

function handOver(deps: Deps, stored: Stored<ServiceRequest>, lapses: readonly Write[], now: Instant) {
  const request = stored.value;
  const history = historyEntry(deps, 'system', {
    subject: { kind: 'request', id: request.requestId },
    elderId: request.elderId,
    action: 'request_unmet',
  });
  return { step: 'handed_over' as Step, writes: [replace(stored, giveUp(request, now)), ...lapses, history] };
}
