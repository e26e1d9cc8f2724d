import { createHash, randomBytes } from 'node:crypto';

export interface Failure {
  readonly errcode: number;
  readonly errmsg: string;
}
export type Reply = Failure | Readonly<Record<string, unknown>>;

type Body = Readonly<Record<string, unknown>>;

const fail = (errcode: number, errmsg: string): Failure => ({ errcode, errmsg });

/** Codes that WeChat would refuse for a reason of its own; give one of these words as the code to see the refusal. */
const refusedCodes: Readonly<Record<string, Failure>> = {
  busy: fail(-1, 'system error'),
  bad: fail(40029, 'invalid code'),
  frequent: fail(45011, 'api minute-quota reach limit, please retry next minute'),
  'high-risk': fail(40226, 'code blocked'),
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const openidOf = (who: string): string => `o${digest(`openid ${who}`).slice(0, 27)}`;
const phoneOf = (seed: string): string =>
  `139${(Number.parseInt(digest(seed).slice(0, 8), 16) % 1e8).toString().padStart(8, '0')}`;

const tokenSeconds = 7_200;
/** A token that was renewed stays valid five minutes beside its successor. */
const overlapMs = 300_000;
const loginsPerMinute = 100;

export type MediaVerdict = 'pass' | 'review' | 'risky';

interface Sent {
  readonly touser: string;
  readonly templateId: string;
  readonly data: unknown;
}

/**
 * What WeChat's server says, as documented. A login code is single-use; `test-<who>-<nonce>` stands for the
 * WeChat user `who`, whose openid is exactly `who`, and any other code for a user derived from the code. A phone code
 * `phone-<11 digits>-<nonce>` gives that number.
 */
export const weChatRules = (options: {
  appId: string;
  appSecret: string;
  now: () => number;
  push?: ((event: object) => void) | undefined;
}) => {
  const { appId, appSecret, now, push } = options;
  let verdict: MediaVerdict = 'pass';
  const used = new Set<string>();
  const logins = new Map<string, number[]>();
  const tokens = new Map<string, number>();
  const quota = new Map<string, number>();
  const sent: Sent[] = [];
  const sessionKeys = new Map<string, string>();
  let current: { token: string; expiresAt: number } | undefined;

  const once = (code: string): boolean => {
    if (used.has(code)) return false;
    used.add(code);
    return true;
  };

  const tooFrequent = (openid: string): boolean => {
    const recent = (logins.get(openid) ?? []).filter((at) => at > now() - 60_000);
    logins.set(openid, [...recent, now()]);
    return recent.length >= loginsPerMinute;
  };

  const appRefusal = (appid: unknown, secret: unknown): Failure | undefined => {
    if (appid !== appId) return fail(40013, 'invalid appid');
    if (secret !== appSecret) return fail(40125, 'invalid appsecret');
    return undefined;
  };

  const tokenRefusal = (token: string): Failure | undefined => {
    const expiresAt = tokens.get(token);
    if (expiresAt === undefined)
      return fail(40001, 'invalid credential, access_token is invalid or not latest');
    return expiresAt <= now() ? fail(42001, 'access_token expired') : undefined;
  };

  return {
    /** Messages accepted for delivery, for tests and the demonstration. */
    sent: sent as readonly Sent[],
    /** The key that was given for a login code, for tests of what is signed with it. */
    sessionKeyOf: (code: string): string | undefined => sessionKeys.get(code),

    /** What a tap on "allow once" does: one more message may be sent. */
    allowMessage(openid: string, templateId: string): void {
      const key = `${openid} ${templateId}`;
      quota.set(key, (quota.get(key) ?? 0) + 1);
    },

    jscode2session(query: Readonly<Record<string, string | undefined>>): Reply {
      const refused = appRefusal(query.appid, query.secret);
      if (refused) return refused;
      if (query.grant_type !== 'authorization_code') return fail(40002, 'invalid grant_type');
      const code = query.js_code ?? '';
      if (code === '') return fail(41008, 'missing code');
      const special = refusedCodes[code];
      if (special) return special;
      if (!once(code)) return fail(40163, 'code been used');
      const who = /^test-(.+)-[^-]+$/.exec(code)?.[1];
      const openid = who ?? openidOf(code);
      if (tooFrequent(openid)) return refusedCodes.frequent as Failure;
      const sessionKey = randomBytes(16).toString('base64');
      sessionKeys.set(code, sessionKey);
      return {
        openid,
        session_key: sessionKey,
        unionid: `u${digest(openid).slice(0, 27)}`,
      };
    },

    stableToken(body: Body): Reply {
      const refused = appRefusal(body.appid, body.secret);
      if (refused) return refused;
      if (body.grant_type !== 'client_credential') return fail(40002, 'invalid grant_type');
      if (current === undefined || body.force_refresh === true || current.expiresAt - now() <= overlapMs) {
        if (current !== undefined) tokens.set(current.token, Math.min(current.expiresAt, now() + overlapMs));
        current = { token: randomBytes(48).toString('base64url'), expiresAt: now() + tokenSeconds * 1000 };
        tokens.set(current.token, current.expiresAt);
      }
      return { access_token: current.token, expires_in: Math.floor((current.expiresAt - now()) / 1000) };
    },

    getUserPhoneNumber(token: string, body: Body): Reply {
      const refused = tokenRefusal(token);
      if (refused) return refused;
      const code = String(body.code ?? '');
      const special = refusedCodes[code];
      if (special) return special;
      if (code === '' || !once(`phone ${code}`)) return fail(40029, 'invalid code');
      const number = /^phone-(1\d{10})(-|$)/.exec(code)?.[1] ?? phoneOf(code);
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: number,
          purePhoneNumber: number,
          countryCode: '86',
          watermark: { timestamp: Math.floor(now() / 1000), appid: appId },
        },
      };
    },

    subscribeSend(token: string, body: Body): Reply {
      const refused = tokenRefusal(token);
      if (refused) return refused;
      if (typeof body.touser !== 'string' || body.touser === '') return fail(40003, 'invalid openid');
      if (typeof body.template_id !== 'string' || body.template_id === '')
        return fail(40037, 'invalid template_id');
      const data = (body.data ?? {}) as Record<string, { value?: string }>;
      const tooLong = Object.entries(data).find(
        ([key, field]) => key.startsWith('thing') && [...(field.value ?? '')].length > 20,
      );
      if (tooLong) return fail(47003, `argument invalid! data.${tooLong[0]}.value is too long`);
      const key = `${body.touser} ${body.template_id}`;
      const left = quota.get(key) ?? 0;
      if (left === 0) return fail(43101, 'user refuse to accept the msg');
      quota.set(key, left - 1);
      sent.push({ touser: body.touser, templateId: body.template_id, data: body.data });
      return { errcode: 0, errmsg: 'ok' };
    },

    /** What the content check says from now on; everything is well unless told. */
    judgeMedia(next: MediaVerdict): void {
      verdict = next;
    },

    /** Fetches the file, as WeChat does, and pushes what it thinks of it a moment later. */
    async mediaCheckAsync(token: string, body: Body): Promise<Reply> {
      const refused = tokenRefusal(token);
      if (refused) return refused;
      if (typeof body.openid !== 'string' || body.openid === '') return fail(40003, 'invalid openid');
      const url = String(body.media_url ?? '');
      if (body.version !== 2 || !/^https?:/.test(url) || ![1, 2].includes(Number(body.media_type)))
        return fail(47001, 'data format error');
      const file = await fetch(url).catch(() => undefined);
      await file?.arrayBuffer();
      if (!file?.ok) return fail(-1008, 'invalid media url');
      const traceId = randomBytes(16).toString('hex');
      push?.({
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: appId,
        trace_id: traceId,
        version: 2,
        errcode: 0,
        errmsg: 'ok',
        result: { suggest: verdict, label: verdict === 'pass' ? 100 : 20_001 },
      });
      return { errcode: 0, errmsg: 'ok', trace_id: traceId };
    },

    msgSecCheck(token: string, body: Body): Reply {
      const refused = tokenRefusal(token);
      if (refused) return refused;
      const content = String(body.content ?? '');
      if (body.version !== 2 || content === '') return fail(47001, 'data format error');
      if (content.length > 2_500) return fail(45002, 'content size out of limit');
      const suggest = content.includes('违规') ? 'risky' : content.includes('待审') ? 'review' : 'pass';
      const label = suggest === 'pass' ? 100 : 20_001;
      return {
        errcode: 0,
        errmsg: 'ok',
        result: { suggest, label },
        detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
        trace_id: digest(`${now()} ${content}`).slice(0, 32),
      };
    },
  };
};

export type WeChatRules = ReturnType<typeof weChatRules>;
