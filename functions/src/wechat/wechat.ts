import type { Result } from '@shared/kernel/result';

export interface WeChatSession {
  readonly openid: string;
  /** Stays on the server, always. */
  readonly sessionKey: string;
  readonly unionid?: string;
}

/** WeChat's server API as this product needs it; one adapter speaks its protocol, and a stand-in answers locally. */
export interface WeChat {
  /** Trades the single-use code of `wx.login` for who it is (`jscode2session`). */
  signIn(code: string): Promise<Result<WeChatSession>>;
  /** Trades the code of a phone-number button for the number (`getuserphonenumber`). */
  phoneNumber(code: string, openid: string): Promise<Result<string>>;
}
