import type { HistoryAction } from '@shared/history/action';
import type { CommandId, ElderId, PersonId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { consent, end, hasEnded, type Kinship } from '@shared/people/kinship';
import type {
  consentToKinship as consentRoute,
  listKinships as listRoute,
  proposeKinship as proposeRoute,
  withdrawKinship as withdrawRoute,
} from '@shared/people/people.contract';
import { countyOf, isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { personItem } from '../identity/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import { tieToElder } from './access';
import { elderCardItem, elderItem, elderKey, kinshipItem, kinshipKey } from './items';

/** Asks by the six digits on the elder's card; nothing is opened until the elder consents. */
export const proposeKinship: UseCase<typeof proposeRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'proposeKinship', body }, async () => {
    const card = await deps.table.get(elderCardItem, { pk: `CARD#${body.cardCode}`, sk: 'CARD' });
    const elder = card && (await deps.table.get(elderItem, elderKey(card.value.elderId)));
    const me = await deps.table.get(personItem, { pk: `PERSON#${actor.personId}`, sk: 'PERSON' });
    if (!elder || !me) return refuse('card_code_unknown', 'body.cardCode');
    const { elderId, name, villageCode } = elder.value;
    const old = await deps.table.get(kinshipItem, kinshipKey(elderId, actor.personId));
    if (old && !hasEnded(old.value)) return refuse('kinship_exists');
    const kin: Kinship = {
      status: 'proposed',
      elderId,
      personId: actor.personId,
      personName: me.value.name,
      elderName: name,
      villageCode,
      relation: body.relation,
      proposedAt: deps.clock(),
    };
    const history = historyEntry(deps, actor, {
      subject: { kind: 'kinship', id: elderId },
      elderId,
      action: 'kinship_asked',
    });
    return allow({
      reply: kin,
      writes: [old ? replace<Kinship>(old, kin) : create(kinshipItem, kin), history],
    });
  });

export const listKinships: UseCase<typeof listRoute> = async (deps, { actor, query }) => {
  if (actor.role === 'elder') {
    const page = await deps.table.list(kinshipItem, { pk: `ELDER#${actor.grant.elderId}`, prefix: 'KIN#' });
    return allow({
      kinships: page.items.map((item) => item.value),
      unreadable: keyTexts(page.unreadable),
    });
  }
  const own = actor.grant.regionCode;
  const region = query.regionCode ?? own;
  if (own === undefined || region === undefined || !isWithin(own, region))
    return refuse('region_outside', 'query.regionCode');
  const page = await deps.table.list(kinshipItem, {
    index: 'byRegion',
    pk: `KINSHIPS#${countyOf(region)}`,
    prefix: region,
  });
  return allow({
    kinships: page.items.map((item) => item.value),
    unreadable: keyTexts(page.unreadable),
  });
};

interface Given {
  readonly actor: Actor;
  readonly params: { readonly elderId: ElderId; readonly personId: PersonId };
  readonly body: { readonly commandId: CommandId };
}

const changeKinship = (
  deps: Deps,
  { actor, params, body }: Given,
  action: HistoryAction,
  decide: (old: Kinship) => Result<Kinship>,
  why: string,
) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: action, body: { ...params, ...body } },
    async () => {
      const old = await deps.table.get(kinshipItem, kinshipKey(params.elderId, params.personId));
      if (!old) return refuse('not_found');
      const own = actor.role === 'family' && old.value.personId === actor.personId;
      const tie = own ? allow('kin' as const) : await tieToElder(deps, actor, old.value);
      // One relative cannot decide about another.
      if (!tie.ok || (tie.value === 'kin' && !own)) return refuse('not_found');
      const changed = decide(old.value);
      if (!changed.ok) return changed;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'kinship', id: params.elderId },
        elderId: params.elderId,
        action: changed.value.status === 'refused' ? 'kinship_refused' : action,
        why,
        facts: { relation: changed.value.relation },
      });
      return allow({ reply: changed.value, writes: [replace<Kinship>(old, changed.value), history] });
    },
  );

/** Both names are kept: the elder who consents, and the coordinator who witnessed it. */
export const consentToKinship: UseCase<typeof consentRoute> = (deps, input) => {
  const { actor, body } = input;
  const { witness, how } = body;
  return changeKinship(
    deps,
    input,
    witness === 'elder' ? 'kinship_consented' : 'kinship_witnessed',
    (old) => consent(old, { witness, witnessedBy: actor.personId, how, at: deps.clock() }, actor.role),
    how,
  );
};

export const withdrawKinship: UseCase<typeof withdrawRoute> = (deps, input) =>
  changeKinship(
    deps,
    input,
    'kinship_withdrawn',
    (old) => end(old, input.actor.personId, input.body.reason, deps.clock()),
    input.body.reason,
  );
