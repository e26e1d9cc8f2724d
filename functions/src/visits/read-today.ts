import { addDays, addMinutes, type Instant, isBefore } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import { headline } from '@shared/visits/sentence';
import { isServed, shown, type Visit } from '@shared/visits/visit';
import type { readToday as route } from '@shared/visits/visits.contract';
import { measures } from '@shared/visits/vitals';
import { linkedElder } from '../people/access';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { earlierReadings, entriesOf, type Log } from './entries';
import { visitItem } from './items';
import { visitCards } from './labels';
import { openRequestsOf } from './open-requests';

/** The first screen: what happened last, what goes on, what comes, and what waits for an answer. */
export const readElderToday: UseCase<typeof route> = async (deps, { params, actor }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const now = deps.clock();
  const pk = `ELDER#${params.elderId}`;
  const [past, coming, requests] = await Promise.all([
    deps.table.list(visitItem, {
      index: 'byElder',
      pk,
      from: 'VISIT#',
      to: `VISIT#${now}`,
      limit: 30,
      descending: true,
    }),
    deps.table.list(visitItem, {
      index: 'byElder',
      pk,
      from: `VISIT#${now}`,
      to: `VISIT#${addDays(now, 60)}`,
      limit: 10,
    }),
    openRequestsOf(deps, params.elderId, now),
  ]);
  const { latest, current, next, awaiting } = sortOut(
    past.items.map(({ value }) => value),
    coming.items.map(({ value }) => value),
    now,
  );
  const [log, earlier] = await Promise.all(
    latest === undefined
      ? [nothing, nothing]
      : [
          entriesOf(deps, latest.visitId),
          earlierReadings(deps, params.elderId, latest.visitId, latest.startsAt),
        ],
  );
  const chosen = [latest, current, next].filter((v) => v !== undefined);
  const cards = await visitCards(deps, [...chosen, ...awaiting], false);
  const cardOf = (v: Visit | undefined) =>
    v === undefined ? undefined : cards.find((card) => card.visit.visitId === v.visitId);
  const [latestCard, currentCard, nextCard] = [cardOf(latest), cardOf(current), cardOf(next)];
  const watch = log === undefined ? undefined : watchOf(log);
  return allow({
    headline: headline(elder.value.value.callName, now, {
      current: current && shown(current),
      latest: latest && shown(latest),
      next: next && shown(next),
      watch,
    }),
    ...(watch === undefined ? {} : { watch }),
    ...(latestCard === undefined ? {} : { latest: latestCard }),
    ...(currentCard === undefined ? {} : { current: currentCard }),
    ...(nextCard === undefined ? {} : { next: nextCard }),
    measures: measures(log?.entries ?? [], earlier?.entries ?? []),
    awaitingConfirmation: cards.slice(chosen.length),
    openRequests: requests.open,
    unreadable: keyTexts([...past.unreadable, ...coming.unreadable, ...requests.unreadable]),
  });
};

const nothing: Log = { entries: [], unreadable: [] };

/** A visit counts as current from half an hour before its start until someone has left or nobody came. */
export function sortOut(past: readonly Visit[], coming: readonly Visit[], now: Instant) {
  const soon = addMinutes(now, 30);
  const all = [...past, ...coming];
  // Whoever comes early may have left before the hour that was agreed; what is to come is read soonest first.
  const served = [...[...coming].reverse(), ...past].filter(isServed);
  return {
    latest: served[0],
    current:
      all.find((v) => v.status === 'checked_in') ??
      all.find((v) => v.status === 'scheduled' && !isBefore(soon, v.startsAt) && isBefore(now, v.endsAt)),
    next: coming.find((v) => v.status === 'scheduled' && isBefore(soon, v.startsAt)),
    awaiting: served.filter((v) => v.status === 'checked_out'),
  };
}

function watchOf(log: Log): 'unwell' | 'need' | undefined {
  const moods = log.entries.flatMap(({ entry }) => (entry.kind === 'mood' ? [entry] : []));
  const last = moods.sort((a, b) => (isBefore(a.at, b.at) ? -1 : 1)).at(-1);
  if (last?.mood === 'unwell') return 'unwell';
  return log.entries.some(({ entry }) => entry.kind === 'need') ? 'need' : undefined;
}
