import { millisOf } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { isOpen, isPresent } from '@shared/video-calls/video-call';
import type { signVoipChat as route } from '@shared/video-calls/video-calls.contract';
import { personItem, personKey } from '../identity/items';
import type { UseCase } from '../platform/serve';
import { ownCall } from './access';
import { randomText } from './random-text';

/**
 * Signs the way into WeChat's room for somebody who is in the call. The key comes with a fresh login code, because
 * any later `wx.login` may have replaced an older one; it stays here.
 */
export const signVoip: UseCase<typeof route> = async (deps, { params, body, actor }) => {
  const own = await ownCall(deps, actor, params.callId);
  if (!own.ok) return own;
  const { stored, member } = own.value;
  const call = stored.value;
  if (call.medium !== 'wechat') return refuse('video_other_app');
  if (!isOpen(call) || !isPresent(member)) return refuse('video_not_joined');
  const session = await deps.wechat.signIn(body.code);
  if (!session.ok) return session;
  const { openid, sessionKey } = session.value;
  const person = await deps.table.get(personItem, personKey(actor.personId));
  // A phone whose WeChat belongs to another account would enter as somebody else. Personas have no account.
  if (person?.value.openid !== undefined && person.value.openid !== openid)
    return refuse('wechat_code_invalid', 'body.code');
  const room = {
    groupId: call.groupId,
    nonceStr: randomText(deps, 16),
    timeStamp: Math.floor(millisOf(deps.clock()) / 1000),
  };
  return allow({ ...room, signature: deps.wechat.voipSignature(room, sessionKey), openid });
};
