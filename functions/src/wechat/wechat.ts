import type { Instant } from '@shared/kernel/instant';
import type { Result } from '@shared/kernel/result';
import type { MediaKind } from '@shared/media/bounds';

export interface WeChatSession {
  readonly openid: string;
  /** Stays on the server, always. */
  readonly sessionKey: string;
  readonly unionid?: string;
}

/** What an alert's subscribe message says; the template's fields are thing1 谁, thing2 什么事, time3 时间. */
export interface Notification {
  readonly openid: string;
  readonly template: string;
  /** The page that a tap opens reads it. */
  readonly alertId: string;
  readonly callName: string;
  readonly text: string;
  readonly at: Instant;
}

/** What is signed for one person who enters a VoIP room; `timeStamp` in seconds since 1970. */
export interface VoipRoom {
  readonly groupId: string;
  readonly nonceStr: string;
  readonly timeStamp: number;
}

/** A photo or a sound that somebody wants to show others. */
export interface Shown {
  readonly openid: string;
  /** WeChat fetches it from here. */
  readonly url: string;
  readonly kind: MediaKind;
}

/** WeChat's server API as this product needs it; one adapter speaks its protocol, and a stand-in answers locally. */
export interface WeChat {
  /** Trades the single-use code of `wx.login` for who it is (`jscode2session`). */
  signIn(code: string): Promise<Result<WeChatSession>>;
  /** Trades the code of a phone-number button for the number (`getuserphonenumber`). */
  phoneNumber(code: string, openid: string): Promise<Result<string>>;
  /** The signature that `wx.joinVoIPChat` wants; made here, WeChat is not asked. */
  voipSignature(room: VoipRoom, sessionKey: string): string;
  /** One subscribe message (`subscribe/send`): `refused` when this person has none left to allow. */
  notify(told: Notification): Promise<'sent' | 'refused' | 'failed'>;
  /** Asks whether a file is fit to be shown (`media_check_async`). The verdict is pushed later under this name. */
  checkMedia(shown: Shown): Promise<string | undefined>;
}
