import type { Service } from '@shared/catalogue/service';
import type { Instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type { ReplyOf } from '@shared/kernel/route';
import type { Elder } from '@shared/people/elder';
import { checkDraft, nextFree } from '@shared/service-requests/draft';
import type { ServiceRequest } from '@shared/service-requests/request';
import type {
  makeRequest as makeRoute,
  previewRequest as previewRoute,
  RequestDraft,
} from '@shared/service-requests/requests.contract';
import { helperItem, helperKey } from '../helpers/items';
import { historyEntry } from '../history/items';
import { findCandidates } from '../matching/find-candidates';
import { linkedElder } from '../people/access';
import { type Outcome, runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create } from '../table/port';
import { claimTimes } from './elder-month';
import { requestItem } from './items';
import { busyTimes, knownService } from './load';
import { occurrences } from './occurrences';

type Draft = Omit<RequestDraft, 'note' | 'recurrence'>;
const COUNTED = 40;

/** Checks one occurrence against the service, the clock and what the elder has already. */
async function spanOf(deps: Deps, draft: Draft, service: Service, startsAt: Instant) {
  const busy = await busyTimes(deps, draft.elderId, startsAt);
  const repeated = startsAt !== draft.startsAt;
  return checkDraft({ ...draft, startsAt, repeated }, service, busy, deps.clock());
}

/** 「8 位可来」: the same search that matching does, with nobody asked; or when the elder is free, where they are not. */
export const previewRequest: UseCase<typeof previewRoute> = async (deps, { actor, body }) => {
  const elder = await linkedElder(deps, actor, body.elderId);
  if (!elder.ok) return refuse(elder.refusal.code, 'body.elderId');
  const service = await knownService(deps, body.serviceCode);
  if (!service.ok) return service;
  const busy = await busyTimes(deps, body.elderId, body.startsAt);
  const span = checkDraft(body, service.value, busy, deps.clock());
  if (!span.ok && span.refusal.code === 'request_overlaps') {
    const freeAt = nextFree(body, service.value, busy, deps.clock());
    return allow({ count: 0, taken: freeAt === undefined ? {} : { freeAt } });
  }
  if (!span.ok) return span;
  const found = await findCandidates(
    deps,
    {
      elder: elder.value.value,
      service: service.value,
      ...span.value,
      wishes: body.wishes,
      payBy: body.payBy,
      heldBy: [],
    },
    COUNTED,
  );
  const metres = found.map((scored) => scored.distanceMetres).sort((a, b) => a - b);
  const fees = found.flatMap(({ candidate }) =>
    candidate.helper.hourlyFee === undefined ? [] : [candidate.helper.hourlyFee],
  );
  const cheapest = Math.min(...fees);
  return allow({
    count: found.length,
    ...(metres[0] === undefined
      ? {}
      : { nearestMetres: metres[0], withinMetres: metres.at(-1) ?? metres[0] }),
    ...(body.payBy === 'money' && Number.isFinite(cheapest)
      ? { feeFen: Math.ceil((cheapest * body.minutes) / 60) as (typeof fees)[number] }
      : {}),
  });
};

/** One request per occurrence, all in one transaction: either the whole series exists or nothing does. */
export const makeRequest: UseCase<typeof makeRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'makeRequest', body }, async () => {
    const elder = await linkedElder(deps, actor, body.elderId);
    return elder.ok
      ? openRequests(deps, actor, elder.value.value, body)
      : refuse(elder.refusal.code, 'body.elderId');
  });

/** The requests of a draft for a linked elder, ready to be committed with whatever they belong to. */
export async function openRequests(
  deps: Deps,
  actor: Actor,
  elder: Elder,
  body: RequestDraft,
): Promise<Result<Outcome<ReplyOf<typeof makeRoute>>>> {
  const service = await knownService(deps, body.serviceCode);
  if (!service.ok) return service;
  const { preferHelperId } = body.wishes;
  if (preferHelperId !== undefined && !(await deps.table.get(helperItem, helperKey(preferHelperId))))
    return refuse('not_found', 'body.wishes.preferHelperId');
  const starts = await occurrences(body.startsAt, body.recurrence);
  if (!starts.ok) return starts;
  const seriesId = body.recurrence ? deps.newId('series') : undefined;
  const requests: ServiceRequest[] = [];
  for (const startsAt of starts.value) {
    const span = await spanOf(deps, body, service.value, startsAt);
    if (!span.ok) return span;
    requests.push(openRequest(deps, actor, elder, service.value, body, { ...span.value, seriesId }));
  }
  const first = requests[0];
  if (!first) return refuse('recurrence_invalid', 'body.recurrence');
  const times = await claimTimes(
    deps,
    elder.elderId,
    requests.map(({ requestId, startsAt, endsAt }) => ({ requestId, startsAt, endsAt })),
    'body.startsAt',
  );
  if (!times.ok) return times;
  const history = requests.map((request) =>
    historyEntry(deps, actor, {
      subject: { kind: 'request', id: request.requestId },
      elderId: request.elderId,
      action: 'request_made',
      facts: { service: service.value.zh, startsAt: request.startsAt },
    }),
  );
  return allow({
    reply: { requestId: first.requestId, requestIds: requests.map((request) => request.requestId) },
    writes: [...requests.map((request) => create(requestItem, request)), ...times.value, ...history],
  });
}

function openRequest(
  deps: Deps,
  actor: Actor,
  elder: Elder,
  service: Service,
  body: RequestDraft,
  span: { startsAt: Instant; endsAt: Instant; seriesId: ServiceRequest['seriesId'] },
): ServiceRequest {
  const { seriesId, startsAt, endsAt } = span;
  return {
    status: 'open',
    requestId: deps.newId('request'),
    ...(seriesId === undefined ? {} : { seriesId }),
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    serviceCode: service.code,
    startsAt,
    endsAt,
    minutes: body.minutes,
    places: Array.from({ length: service.helpers }, () => ({ status: 'open' as const })),
    urgency: body.urgency,
    wishes: body.wishes,
    payBy: body.payBy,
    note: body.note,
    requestedBy: {
      personId: actor.personId,
      role: actor.role,
      ...(actor.role === 'elder' ? {} : { onBehalfOf: elder.elderId }),
    },
    createdAt: deps.clock(),
    waves: 0,
    ...(body.waitsForPlan ? { waitsForPlan: true } : {}),
  };
}
