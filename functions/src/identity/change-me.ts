import type {
  setMyPhone as phoneRoute,
  readMe as readRoute,
  renameMe as renameRoute,
  takeFamilyRole as roleRoute,
} from '@shared/identity/identity.contract';
import type { Person } from '@shared/identity/person';
import type { CommandId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { replace, type Stored } from '../table/port';
import { viewOf } from './begin-session';
import { personItem } from './items';

const findMe = (deps: Deps, actor: Actor): Promise<Stored<Person> | undefined> =>
  deps.table.get(personItem, { pk: `PERSON#${actor.personId}`, sk: 'PERSON' });

export const readMe: UseCase<typeof readRoute> = async (deps, { actor }) => {
  const me = await findMe(deps, actor);
  return me ? allow(viewOf(me.value)) : refuse('not_found');
};

type Change = 'person_changed' | 'phone_recorded' | 'role_chosen';

const changeMe = (
  deps: Deps,
  actor: Actor,
  body: { readonly commandId: CommandId },
  action: Change,
  change: (person: Person) => Promise<Result<Person>>,
) =>
  runCommand(deps, actor, { commandId: body.commandId, name: action, body }, async () => {
    const me = await findMe(deps, actor);
    if (!me) return refuse('not_found');
    const changed = await change(me.value);
    if (!changed.ok) return changed;
    const history = historyEntry(deps, actor, { subject: { kind: 'person', id: actor.personId }, action });
    return allow({ reply: viewOf(changed.value), writes: [replace(me, changed.value), history] });
  });

export const renameMe: UseCase<typeof renameRoute> = (deps, { actor, body }) =>
  changeMe(deps, actor, body, 'person_changed', async (person) => allow({ ...person, name: body.name }));

export const setMyPhone: UseCase<typeof phoneRoute> = (deps, { actor, body }) => {
  // WeChat's code counts once, while a command may be tried again: so WeChat is asked once.
  let asked: Promise<Result<string>> | undefined;
  return changeMe(deps, actor, body, 'phone_recorded', async (person) => {
    if (!person.openid) return refuse('wechat_code_invalid');
    asked ??= deps.wechat.phoneNumber(body.code, person.openid);
    const phone = await asked;
    return phone.ok ? allow({ ...person, phone: phone.value }) : phone;
  });
};

export const takeFamilyRole: UseCase<typeof roleRoute> = (deps, { actor, body }) =>
  changeMe(deps, actor, body, 'role_chosen', async (person) =>
    allow(
      person.grants.some((held) => held.role === 'family')
        ? person
        : { ...person, grants: [...person.grants, { role: 'family' }] },
    ),
  );
