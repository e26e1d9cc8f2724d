import { beijing, type Instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import * as z from 'zod';
import { voipSignature } from './voip-signature';
import type { WeChat, WeChatSession } from './wechat';

// Built when they are needed, since every room makes this adapter and one uses it.
const sessionReply = z.lazy(() =>
  z.object({
    errcode: z.int().optional(),
    openid: z.string().min(1).optional(),
    session_key: z.string().min(1).optional(),
    unionid: z.string().optional(),
  }),
);
const tokenReply = z.lazy(() => z.object({ access_token: z.string().min(1), expires_in: z.number() }));
const phoneReply = z.lazy(() =>
  z.object({
    errcode: z.int(),
    phone_info: z
      .object({ purePhoneNumber: z.string(), watermark: z.object({ appid: z.string() }) })
      .optional(),
  }),
);

const plainReply = z.object({ errcode: z.int() });
const checkReply = z.object({ errcode: z.int(), trace_id: z.string().min(1) });
/** `media_check_async`: 1 is sound, 2 a picture; scene 3 is a log that others read. */
const MEDIA_TYPE = { voice: 1, photo: 2 };
const LOG_SCENE = 3;

interface Options {
  readonly baseUrl: string;
  readonly appId: string;
  readonly secret: string;
}

const TIMEOUT_MILLIS = 4000;
/** WeChat renews five minutes before the end, with both tokens valid meanwhile. */
const RENEW_BEFORE_SECONDS = 300;
const BUSY = -1;
/** The token was replaced or has ended before its time; nothing was done with the code. */
const STALE_TOKEN: readonly number[] = [40001, 42001];

/** 43101: refused or nothing left; 40003: not a user of ours. Asking again helps neither. */
const UNREACHABLE: readonly number[] = [43101, 40003];

/** A `thing` has at most twenty characters, and WeChat refuses a longer one whole. */
const thing = (text: string): string => {
  const chars = [...text];
  return chars.length <= 20 ? text : `${chars.slice(0, 19).join('')}…`;
};
const two = (n: number): string => String(n).padStart(2, '0');
const timeText = (at: Instant): string => {
  const { year, month, date, hour, minute } = beijing(at);
  return `${year}-${two(month)}-${two(date)} ${two(hour)}:${two(minute)}`;
};

/** WeChat's server API over HTTP, as its documents say; the base URL is configuration. */
export function httpWeChat({ baseUrl, appId, secret }: Options): WeChat {
  let token: { readonly text: string; readonly until: number } | undefined;

  /** A network failure and a busy server (-1) are tried once more: both pass. */
  async function ask(path: string, init?: RequestInit): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(`${baseUrl}${path}`, {
          ...init,
          signal: AbortSignal.timeout(TIMEOUT_MILLIS),
        });
        const body = (await response.json()) as { errcode?: number };
        if (body.errcode !== BUSY || attempt === 2) return body;
      } catch (error) {
        if (attempt === 2) return { errcode: BUSY, cause: error instanceof Error ? error.name : 'unknown' };
      }
    }
  }

  const post = (path: string, body: unknown): Promise<unknown> =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  async function accessToken(): Promise<string | undefined> {
    if (token && token.until > Date.now()) return token.text;
    const read = tokenReply.safeParse(
      await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret }),
    );
    if (!read.success) return undefined;
    const seconds = read.data.expires_in - RENEW_BEFORE_SECONDS;
    token = { text: read.data.access_token, until: Date.now() + seconds * 1000 };
    return token.text;
  }

  /** With our token in the query; one that has gone stale is fetched anew once. Undefined when there is none. */
  async function postWithToken(path: string, body: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const text = await accessToken();
      if (!text) return { errcode: BUSY };
      const reply = await post(`${path}?access_token=${encodeURIComponent(text)}`, body);
      const { success, data } = plainReply.safeParse(reply);
      if (attempt === 2 || !success || !STALE_TOKEN.includes(data.errcode)) return reply;
      token = undefined;
    }
  }

  return {
    async signIn(code): Promise<Result<WeChatSession>> {
      const query = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      });
      const read = sessionReply.safeParse(await ask(`/sns/jscode2session?${query}`));
      if (!read.success) return refuse('wechat_busy');
      const { errcode = 0, openid, session_key, unionid } = read.data;
      if (errcode === 45011) return refuse('wechat_rate_limited');
      if (errcode === 40226) return refuse('wechat_user_blocked');
      if (errcode === 40029 || errcode === 40163) return refuse('wechat_code_invalid', 'body.code');
      if (errcode !== 0 || !openid || !session_key) return refuse('wechat_busy');
      return allow({ openid, sessionKey: session_key, ...(unionid === undefined ? {} : { unionid }) });
    },

    async phoneNumber(code, openid): Promise<Result<string>> {
      const read = phoneReply.safeParse(
        await postWithToken('/wxa/business/getuserphonenumber', { code, openid }),
      );
      if (!read.success || read.data.errcode === BUSY) return refuse('wechat_busy');
      const phone = read.data.phone_info;
      // The watermark proves that the number was given to this mini-program and not to another.
      if (read.data.errcode !== 0 || phone?.watermark.appid !== appId)
        return refuse('wechat_code_invalid', 'body.code');
      return allow(phone.purePhoneNumber);
    },

    voipSignature: (room, sessionKey) => voipSignature({ appId, ...room }, sessionKey),

    async notify({ openid, template, alertId, callName, text, at }) {
      const read = plainReply.safeParse(
        await postWithToken('/cgi-bin/message/subscribe/send', {
          touser: openid,
          template_id: template,
          page: `pages/welcome/index?alertId=${alertId}`,
          miniprogram_state: 'formal',
          lang: 'zh_CN',
          data: {
            thing1: { value: thing(callName) },
            thing2: { value: thing(text) },
            time3: { value: timeText(at) },
          },
        }),
      );
      if (!read.success) return 'failed';
      if (read.data.errcode === 0) return 'sent';
      return UNREACHABLE.includes(read.data.errcode) ? 'refused' : 'failed';
    },

    async checkMedia({ openid, url, kind }) {
      const read = checkReply.safeParse(
        await postWithToken('/wxa/media_check_async', {
          openid,
          media_url: url,
          media_type: MEDIA_TYPE[kind],
          version: 2,
          scene: LOG_SCENE,
        }),
      );
      return read.success && read.data.errcode === 0 ? read.data.trace_id : undefined;
    },
  };
}
