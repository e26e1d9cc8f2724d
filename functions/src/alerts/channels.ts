import type { AlertKind } from '@shared/alerts/alert';
import type { Attempt, Channel } from '@shared/alerts/message';
import type { SpokenText } from '@shared/history/history.contract';
import type { AlertId, PersonId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import type { Deps } from '../platform/deps';
import { needed } from '../platform/environment';
import { replace } from '../table/port';
import { allowanceItem, allowanceKey } from './items';
import { type Telephone, telephoneOver } from './telephone';

/** What a channel is given: who it is for, how to reach them, and what to say. */
export interface Outgoing {
  readonly alertId: AlertId;
  readonly personId: PersonId;
  readonly openid?: string | undefined;
  readonly phone?: string | undefined;
  readonly kind: AlertKind;
  readonly callName: string;
  readonly text: SpokenText;
  readonly at: Instant;
}
export type Send = (deps: Deps, to: Outgoing) => Promise<Attempt['outcome']>;
/** One adapter behind each channel; a new one is a row here and a word in the enum. */
export type Channels = Readonly<Record<Channel, Send>> & {
  /** A text that belongs to no alert. */
  readonly text: Telephone['text'];
};

/**
 * WeChat's subscribe message: one tap allows one. The count is taken down before sending, so that it never says more
 * than is true; without one WeChat is not asked at all.
 */
const byWeChat =
  (template: string): Send =>
  async (deps, { personId, openid, alertId, callName, text, at }) => {
    if (openid === undefined) return 'refused';
    const stored = await deps.table.get(allowanceItem, allowanceKey(personId));
    if (stored === undefined || stored.value.left === 0) return 'refused';
    const taken = await deps.table.commit([replace(stored, { personId, left: stored.value.left - 1 })]);
    if (!taken.ok) return 'failed';
    const sent = await deps.wechat.notify({ openid, template, alertId, callName, text: text.zh, at });
    if (sent === 'refused') {
      // 43101: WeChat says that nothing is left, so our count was wrong.
      const now = await deps.table.get(allowanceItem, allowanceKey(personId));
      if (now) await deps.table.commit([replace(now, { personId, left: 0 })]);
    }
    return sent;
  };

const byTelephone =
  (act: (phone: string, text: string) => Promise<Attempt['outcome']>): Send =>
  async (_deps, { phone, text }) =>
    phone === undefined ? 'refused' : act(phone, `【暖邻】${text.zh}`);

export const channelsWith = (template: string, telephone: Telephone): Channels => ({
  wechat: byWeChat(template),
  sms: byTelephone(telephone.text),
  voice: byTelephone(telephone.call),
  text: telephone.text,
});

let made: Channels | undefined;
export function systemChannels(): Channels {
  made ??= channelsWith(
    needed('WECHAT_ALERT_TEMPLATE'),
    telephoneOver({ baseUrl: needed('TELEPHONE_BASE_URL'), key: needed('TELEPHONE_KEY') }),
  );
  return made;
}
