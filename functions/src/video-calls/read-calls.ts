import { allow } from '@shared/kernel/result';
import type { VideoCall } from '@shared/video-calls/video-call';
import type {
  listVideoCalls as listRoute,
  readVideoCall as readRoute,
} from '@shared/video-calls/video-calls.contract';
import { kinshipItem } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { type Key, keyTexts } from '../table/port';
import { memberIn, ownCall } from './access';
import { callItem } from './items';
import { cardOf, viewOf } from './view';

interface Found {
  readonly calls: readonly VideoCall[];
  readonly unreadable: readonly Key[];
}
const LATEST = 20;

async function latestIn(deps: Deps, index: 'byElder' | 'byPerson', pk: string): Promise<Found> {
  const page = await deps.table.list(callItem, {
    index,
    pk,
    prefix: 'CALL#',
    limit: LATEST,
    descending: true,
  });
  return { calls: page.items.map(({ value }) => value), unreadable: page.unreadable };
}

async function ofFamily(deps: Deps, actor: Actor): Promise<Found> {
  const pk = `PERSON#${actor.personId}`;
  const kin = await deps.table.list(kinshipItem, { index: 'byPerson', pk, prefix: 'KIN#' });
  const consented = kin.items.filter(({ value }) => value.status === 'consented');
  const each = await Promise.all(
    consented.map(({ value }) => latestIn(deps, 'byElder', `ELDER#${value.elderId}`)),
  );
  return {
    calls: each.flatMap(({ calls }) => calls),
    unreadable: [...kin.unreadable, ...each.flatMap(({ unreadable }) => unreadable)],
  };
}

function around(deps: Deps, actor: Actor): Promise<Found> {
  if (actor.role === 'family') return ofFamily(deps, actor);
  return actor.role === 'elder'
    ? latestIn(deps, 'byElder', `ELDER#${actor.grant.elderId}`)
    : latestIn(deps, 'byPerson', `PERSON#${actor.personId}`);
}

export const listCalls: UseCase<typeof listRoute> = async (deps, { actor }) => {
  const { calls, unreadable } = await around(deps, actor);
  const mine = calls
    .flatMap((call) => {
      const me = memberIn(call, actor);
      return me === undefined ? [] : [cardOf(deps, call, me.key)];
    })
    .sort((a, b) => (a.invitedAt < b.invitedAt ? 1 : -1))
    .slice(0, LATEST);
  return allow({ calls: mine, unreadable: keyTexts(unreadable) });
};

export const readCall: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const own = await ownCall(deps, actor, params.callId);
  return own.ok ? allow(await viewOf(deps, own.value.stored.value, own.value.member)) : own;
};
