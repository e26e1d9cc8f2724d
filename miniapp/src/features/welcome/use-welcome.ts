import { listPersonas, signInWithWeChat, stepIn, takeFamilyRole } from '@shared/identity/identity.contract';
import type { Role } from '@shared/kernel/role';
import { useState } from 'react';
import { call, command, type Failure, homeOf, reLaunch, useQuery } from '@/platform';
import { actAs, signIn, updatePerson, useSession } from '@/platform/session';
import { wechatCode } from '@/platform/wechat-login';
import { type Intent, nextStep } from './intent';

/** Somebody has been signed in: onwards to what they came for. */
async function enter(role: Role): Promise<void> {
  actAs(role);
  await reLaunch(homeOf(role));
}

/** What the welcome page does: sign in by WeChat for what one came for, or step in as a persona. */
export function useWelcome() {
  const [intent, setIntent] = useState<Intent>();
  const [failure, setFailure] = useState<Failure>();
  const [advice, setAdvice] = useState<'onlyInWeChat' | 'askCoordinator'>();
  const personas = useQuery(listPersonas, {}, { when: () => false });

  const follow = async (chosen: Intent) => {
    const held = useSession.getState().signedIn?.person.grants.map((grant) => grant.role) ?? [];
    const step = nextStep(chosen, held);
    switch (step.kind) {
      case 'enter':
        return enter(step.role);
      case 'take-family': {
        const taken = await command('take family role', takeFamilyRole, { body: { role: 'family' } });
        if (!taken.ok) return setFailure(taken.failure);
        updatePerson(taken.value);
        return enter('family');
      }
      case 'join-helpers':
        return reLaunch('helper/join');
      case 'ask-coordinator':
        return setAdvice('askCoordinator');
    }
  };

  const choose = async (chosen: Intent) => {
    setIntent(chosen);
    setFailure(undefined);
    setAdvice(undefined);
    const given = await wechatCode();
    if (given === 'outside_wechat') return setAdvice('onlyInWeChat');
    if (given === 'not_given')
      return setFailure({ kind: 'refused', refusal: { code: 'wechat_code_invalid' } });
    const answer = await call(signInWithWeChat, { body: given });
    if (!answer.ok) return setFailure(answer.failure);
    signIn(answer.value);
    return follow(chosen);
  };

  const stepInAs = async (persona: string, role: Role) => {
    setFailure(undefined);
    const answer = await call(stepIn, { body: { persona } });
    if (!answer.ok) return setFailure(answer.failure);
    signIn(answer.value, role);
    return enter(role);
  };

  return { intent, failure, advice, personas: personas.data?.personas, choose, stepInAs };
}
