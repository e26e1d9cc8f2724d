import type { Helper } from '@shared/helpers/helper';
import type { CommandId, ElderId, HelperId, OfferId, PersonId, RequestId, VisitId } from '@shared/kernel/ids';
import { addDays, addMinutes, beijing, beijingInstant, instantOf } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { BodyOf } from '@shared/kernel/route';
import type { Elder } from '@shared/people/elder';
import type { ServiceRequest } from '@shared/service-requests/request';
import type { makeRequest } from '@shared/service-requests/requests.contract';
import type { Visit } from '@shared/visits/visit';
import { helperItem, helperKey } from '../../functions/src/helpers/items';
import { personItem } from '../../functions/src/identity/items';
import { offerItem, offersOf } from '../../functions/src/offers/items';
import { elderItem } from '../../functions/src/people/items';
import { signAccessToken } from '../../functions/src/platform/access-token';
import type { Actor, Deps, Grant } from '../../functions/src/platform/deps';
import { requestItem } from '../../functions/src/service-requests/items';
import { create } from '../../functions/src/table/port';
import { visitItem } from '../../functions/src/visits/items';

export const SERVICE = 'company';
const COUNTY = '231222';
const LENGTH = 60 as Minutes;

export interface Someone {
  readonly actor: Actor;
  readonly headers: Readonly<Record<string, string>>;
}

/** A person of the benchmark: signed in as any other, by a token that the API checks. */
export async function someone(deps: Deps, grant: Grant, personId?: PersonId): Promise<Someone> {
  const known =
    personId === undefined
      ? undefined
      : await deps.table.get(personItem, { pk: `PERSON#${personId}`, sk: 'PERSON' });
  const id = known?.value.personId ?? personId ?? deps.newId('person');
  if (known === undefined) {
    const person = { personId: id, name: '测速', grants: [grant], createdAt: deps.clock() };
    const made = await deps.table.commit([create(personItem, person)]);
    if (!made.ok) throw new Error(`no person: ${made.refusal.code}`);
  }
  const token = await signAccessToken(
    deps.secret,
    { personId: id, sessionId: deps.newId('session') },
    deps.clock(),
  );
  return {
    actor: { personId: id, role: grant.role, grants: [grant], grant },
    headers: {
      authorization: `Bearer ${token.accessToken}`,
      'nuanlin-role': grant.role,
      'content-type': 'application/json',
    },
  };
}

export const coordinatorOf = (deps: Deps): Promise<Someone> =>
  someone(deps, { role: 'coordinator', regionCode: COUNTY });

/** The county's elders in an order that the seed decides. */
export async function eldersInOrder(deps: Deps, random: () => number): Promise<Elder[]> {
  const found: Elder[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await deps.table.list(elderItem, {
      index: 'byRegion',
      pk: `ELDERS#${COUNTY}`,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.items.map(({ value }) => value));
    after = page.next;
    more = after !== undefined;
  }
  return found
    .map((elder) => ({ elder, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ elder }) => elder);
}

/** Ten in the morning, in sixteen days: within most people's hours, and after everything the county has planned. */
export function requestBody(deps: Deps, elderId: ElderId): BodyOf<typeof makeRequest> {
  return {
    commandId: deps.newId('command') as CommandId,
    elderId,
    serviceCode: SERVICE,
    startsAt: beijingInstant(beijing(addDays(deps.clock(), 16)).day, 10 * 60),
    minutes: LENGTH,
    urgency: 'routine',
    wishes: {},
    payBy: 'time',
    note: '',
  };
}

export interface Asked {
  readonly requestId: RequestId;
  readonly offerId: OfferId;
  readonly helperId: HelperId;
}

/** One pending offer for each request, each to another helper, so that all can be accepted. */
export async function offersToAccept(deps: Deps, requests: readonly RequestId[]): Promise<Asked[]> {
  const taken = new Set<HelperId>();
  const chosen: Asked[] = [];
  for (const requestId of requests) {
    const page = await deps.table.list(offerItem, offersOf(requestId));
    const offer = page.items.find(
      ({ value }) => value.status === 'pending' && !taken.has(value.helperId),
    )?.value;
    if (offer === undefined) continue;
    taken.add(offer.helperId);
    chosen.push({ requestId, offerId: offer.offerId, helperId: offer.helperId });
  }
  return chosen;
}

export async function helperPerson(deps: Deps, helperId: HelperId): Promise<Someone> {
  const helper = await deps.table.get(helperItem, helperKey(helperId));
  if (helper === undefined) throw new Error(`no helper ${helperId}`);
  return someone(deps, { role: 'volunteer', helperId }, helper.value.personId);
}

/** A visit that is due right now, as an acceptance would have left it. */
export async function dueVisit(
  deps: Deps,
  elder: Elder,
  helper: Pick<Helper, 'helperId' | 'name'>,
): Promise<VisitId> {
  const now = deps.clock();
  const startsAt = addMinutes(now, 10);
  const visitId = deps.newId('visit');
  const common = {
    requestId: deps.newId('request'),
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    serviceCode: SERVICE,
    startsAt,
    endsAt: addMinutes(startsAt, LENGTH),
    minutes: LENGTH,
    payBy: 'time' as const,
  };
  const { helperId, name: helperName } = helper;
  const visit: Visit = {
    ...common,
    status: 'scheduled',
    visitId,
    helperId,
    helperName,
    position: elder.position,
  };
  const request: ServiceRequest = {
    ...common,
    status: 'scheduled',
    places: [{ status: 'held', helperId, visitId }],
    urgency: 'routine',
    wishes: {},
    note: '',
    requestedBy: { personId: deps.newId('person'), role: 'coordinator' },
    createdAt: now,
    waves: 1,
  };
  const planted = await deps.table.commit([create(visitItem, visit), create(requestItem, request)]);
  if (!planted.ok) throw new Error(`no visit: ${planted.refusal.code}`);
  return visitId;
}

export const nowInstant = () => instantOf(Date.now());
