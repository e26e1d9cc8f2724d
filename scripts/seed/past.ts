import { historyEntry } from '../../functions/src/history/items';
import type { NewId } from '../../functions/src/platform/ids';
import { requestItem } from '../../functions/src/service-requests/items';
import { create, type Write } from '../../functions/src/table/port';
import { entryItem, visitItem } from '../../functions/src/visits/items';
import type { Service } from '../../shared/src/catalogue/service';
import type { Helper } from '../../shared/src/helpers/helper';
import type { HistoryAction } from '../../shared/src/history/action';
import { addDays, addMinutes, type Instant } from '../../shared/src/kernel/instant';
import { minutes } from '../../shared/src/kernel/quantity';
import type { Elder } from '../../shared/src/people/elder';
import type { ServiceRequest } from '../../shared/src/service-requests/request';
import type { NewEntry } from '../../shared/src/visits/log';
import type { ActedBy, Visit } from '../../shared/src/visits/visit';
import type { Chance } from './chance';

type Told = NewEntry extends infer E
  ? E extends unknown
    ? Omit<E, 'entryId' | 'at'> & { readonly after: number }
    : never
  : never;

export interface Arranged {
  readonly by: Chance;
  readonly newId: NewId;
  readonly elder: Elder;
  readonly helper: Helper;
  readonly service: Service;
  readonly startsAt: Instant;
  /** The child, or the coordinator for those who have nobody to ask. */
  readonly asker: ActedBy;
}

/** The request and the visit as they stand when it has been arranged and nothing has happened yet. */
export function arranged({ newId, elder, helper, service, startsAt, asker }: Arranged) {
  const visitId = newId('visit');
  const requestId = newId('request');
  const length = minutes.parse(service.usualMinutes);
  const endsAt = addMinutes(startsAt, length);
  const payBy = helper.kind === 'volunteer' ? ('time' as const) : ('money' as const);
  const request: ServiceRequest = {
    status: 'scheduled',
    requestId,
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    serviceCode: service.code,
    startsAt,
    endsAt,
    minutes: length,
    places: [{ status: 'held', helperId: helper.helperId, visitId }],
    urgency: 'routine',
    wishes: {},
    payBy,
    note: '',
    requestedBy: { ...asker, onBehalfOf: elder.elderId },
    createdAt: addDays(startsAt, -2),
    waves: 1,
  };
  const visit = {
    visitId,
    requestId,
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    helperId: helper.helperId,
    helperName: helper.name,
    serviceCode: service.code,
    startsAt,
    endsAt,
    minutes: length,
    position: elder.position,
    payBy,
  };
  return { request, visit };
}

/** One line of history as it would have been written then. */
export const told = (
  { newId, elder }: Pick<Arranged, 'newId' | 'elder'>,
  at: Instant,
  by: ActedBy | 'system',
  kind: 'request' | 'visit',
  id: string,
  action: HistoryAction,
): Write =>
  historyEntry({ newId, clock: () => at }, by, { subject: { kind, id }, elderId: elder.elderId, action });
const helperOf = ({ helper }: Arranged): ActedBy => ({ personId: helper.personId, role: helper.kind });

const arrangedHistory = (given: Arranged, { request, visit }: ReturnType<typeof arranged>): Write[] => [
  told(given, request.createdAt, given.asker, 'request', request.requestId, 'request_made'),
  told(given, addMinutes(request.createdAt, 6), helperOf(given), 'visit', visit.visitId, 'visit_scheduled'),
];

export const scheduledWrites = (given: Arranged): { writes: Write[]; visit: Visit } => {
  const both = arranged(given);
  const scheduled: Visit = { status: 'scheduled', ...both.visit };
  return {
    writes: [
      create(requestItem, both.request),
      create(visitItem, scheduled),
      ...arrangedHistory(given, both),
    ],
    visit: scheduled,
  };
};

interface Served extends Arranged {
  readonly summary: string;
  readonly log: readonly Told[];
  /** Absent: it still waits for an answer. */
  readonly answer?: { readonly rating: number; readonly comment: string };
  readonly minutesServed?: number;
}

/** A visit that took place, with its log, and the family's answer where there is one. */
export function servedWrites(given: Served): Write[] {
  const { by, newId, summary, log, answer, asker } = given;
  const both = arranged(given);
  const { request, visit } = both;
  const came = addMinutes(visit.startsAt, by.int(-3, 4));
  const served = minutes.parse(given.minutesServed ?? visit.minutes);
  const left = addMinutes(came, served);
  const there = (at: Instant) => ({
    at,
    receivedAt: at,
    proof: {
      kind: 'position' as const,
      distanceMetres: by.int(3, 40),
      accuracyMetres: by.int(5, 20),
      verified: true,
    },
  });
  const done = {
    ...visit,
    checkIn: there(came),
    checkOut: there(left),
    summary,
    minutesServed: served,
    exceptions: [],
  };
  const stored: Visit = answer
    ? {
        ...done,
        status: 'confirmed',
        confirmedAt: addMinutes(left, 200),
        confirmedBy: asker,
        rating: answer.rating,
        ...(answer.comment ? { comment: answer.comment } : {}),
      }
    : { ...done, status: 'checked_out', confirmBy: addDays(left, 3) };
  const entries = log.map(({ after, ...words }) => {
    const at = addMinutes(came, after);
    return create(entryItem, {
      visitId: visit.visitId,
      elderId: visit.elderId,
      receivedAt: at,
      entry: { ...words, entryId: newId('entry'), at } as NewEntry,
    });
  });
  return [
    create(requestItem, { ...request, status: answer ? 'confirmed' : 'completed' }),
    create(visitItem, stored),
    ...entries,
    ...arrangedHistory(given, both),
    told(given, came, helperOf(given), 'visit', visit.visitId, 'visit_checked_in'),
    told(given, left, helperOf(given), 'visit', visit.visitId, 'visit_checked_out'),
    ...(stored.status === 'confirmed'
      ? [told(given, stored.confirmedAt, asker, 'visit', visit.visitId, 'visit_confirmed')]
      : []),
  ];
}
