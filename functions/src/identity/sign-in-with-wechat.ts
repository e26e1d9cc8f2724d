import type { signInWithWeChat as route } from '@shared/identity/identity.contract';
import type { Person } from '@shared/identity/person';
import { allow } from '@shared/kernel/result';
import type { PublicUseCase } from '../platform/serve';
import { create } from '../table/port';
import { beginSession } from './begin-session';
import { personItem, weChatLinkItem } from './items';

/** Known WeChat users come back as who they are; a new one becomes a person in the same transaction as the link. */
export const signInWithWeChat: PublicUseCase<typeof route> = async (deps, { body }) => {
  const signedIn = await deps.wechat.signIn(body.code);
  if (!signedIn.ok) return signedIn;
  const { openid } = signedIn.value;
  for (let attempt = 1; ; attempt += 1) {
    const link = await deps.table.get(weChatLinkItem, { pk: `WECHAT#${openid}`, sk: 'WECHAT' });
    const known =
      link && (await deps.table.get(personItem, { pk: `PERSON#${link.value.personId}`, sk: 'PERSON' }));
    const person: Person = known?.value ?? {
      personId: deps.newId('person'),
      openid,
      name: '微信用户',
      grants: [],
      createdAt: deps.clock(),
    };
    const session = beginSession(deps, person);
    const newcomer = known
      ? []
      : [create(personItem, person), create(weChatLinkItem, { openid, personId: person.personId })];
    const committed = await deps.table.commit([session.write, ...newcomer]);
    if (committed.ok) return allow(await session.answer());
    // Two first sign-ins at once: the second finds the first's person.
    if (attempt === 3) return committed;
  }
};
