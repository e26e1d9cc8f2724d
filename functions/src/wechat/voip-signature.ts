import { createHmac } from 'node:crypto';
import type { VoipRoom } from './wechat';

/**
 * Hex HMAC-SHA256 over the four values, sorted as texts and joined. The key is the `session_key` as the text it comes
 * as, not decoded: only so is the example of WeChat's documents reproduced (voip-chat, 签名算法).
 */
export const voipSignature = (
  { appId, groupId, nonceStr, timeStamp }: VoipRoom & { readonly appId: string },
  sessionKey: string,
): string =>
  createHmac('sha256', sessionKey)
    .update([appId, groupId, nonceStr, String(timeStamp)].sort().join(''))
    .digest('hex');
