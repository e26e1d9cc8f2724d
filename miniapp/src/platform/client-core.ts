import type { Refusal, RefusalCode } from '@shared/kernel/refusal';
import { refusalSentences } from '@shared/kernel/refusal';
import type { Role } from '@shared/kernel/role';
import type { ReplyOf, Route } from '@shared/kernel/route';
import type * as z from 'zod';
import type { HttpReply, Transport } from './transport';

/** Why a call brought nothing: the server said no, or no answer came at all. */
export type CallFailure =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'offline' }
  /** An answer came that this version of the mini-program does not understand. */
  | { readonly kind: 'unreadable' };
/** Why something was not done: the call failed, or the phone had no room to keep it. */
export type Failure = CallFailure | { readonly kind: 'phone_full' };
export type Answer<T, F = CallFailure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/* What is put in, before the server brands it: a page's parameter is a plain string. */
type ParamsIn<T> = T extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
type QueryIn<T> = T extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyIn<T> = T extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;

/* `ZodUndefined` stands for "this route takes none", so the argument may then be left away. */
type Part<Name extends string, T> = undefined extends T
  ? { readonly [K in Name]?: T }
  : { readonly [K in Name]: T };
export type CallInput<R> = Part<'params', ParamsIn<R>> & Part<'query', QueryIn<R>> & Part<'body', BodyIn<R>>;
export type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
/** `as`: the role to act as, where it is not the one acted as now. */
export type Call = <R extends AnyRoute>(
  route: R,
  input: CallInput<R>,
  as?: Role,
) => Promise<Answer<ReplyOf<R>>>;

export interface ClientPorts {
  readonly base: string;
  readonly transport: Transport;
  readonly accessToken: () => string | undefined;
  readonly role: () => string | undefined;
  /** Fetches a new access token by the refresh token; false when the session is really over. */
  readonly renew: () => Promise<'renewed' | 'ended' | 'offline'>;
  readonly onEnded: () => void;
}

const TIMEOUT_MILLIS = 15_000;

const isCode = (code: unknown): code is RefusalCode => typeof code === 'string' && code in refusalSentences;

export function readRefusal(body: unknown): Refusal | undefined {
  if (typeof body !== 'object' || body === null || !('refusal' in body)) return undefined;
  const { refusal } = body;
  if (typeof refusal !== 'object' || refusal === null || !('code' in refusal)) return undefined;
  if (!isCode(refusal.code)) return undefined;
  return {
    code: refusal.code,
    ...('field' in refusal && typeof refusal.field === 'string' ? { field: refusal.field } : {}),
    ...('values' in refusal && isBoth(refusal.values) ? { values: refusal.values } : {}),
  };
}

const isBoth = (values: unknown): values is NonNullable<Refusal['values']> =>
  typeof values === 'object' &&
  values !== null &&
  'yours' in values &&
  typeof values.yours === 'string' &&
  'theirs' in values &&
  typeof values.theirs === 'string';

/** `/api/visits/{visitId}` with its parts put in, and the query behind it; empty query values are left away. */
export function urlOf(path: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, unknown>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
}

/** The typed client: one function for every route, because a route object says all there is to know. */
export function createClient(ports: ClientPorts): Call {
  let renewing: ReturnType<ClientPorts['renew']> | undefined;
  /** Ten pages that find the token stale at once ask for one new token, not for ten. */
  const renewOnce = () => {
    renewing ??= ports.renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  const sendOnce = (
    route: AnyRoute,
    input: { params?: unknown; query?: unknown; body?: unknown },
    as: Role | undefined,
  ) => {
    const token = route.access === 'public' ? undefined : ports.accessToken();
    const role = token === undefined ? undefined : (as ?? ports.role());
    return ports.transport({
      method: route.method,
      url: ports.base + urlOf(route.path, input.params, input.query),
      headers: {
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(role === undefined ? {} : { 'nuanlin-role': role }),
      },
      ...(input.body === undefined ? {} : { body: input.body }),
      timeoutMillis: TIMEOUT_MILLIS,
    });
  };

  const read = <T>(route: AnyRoute, reply: HttpReply): Answer<T> => {
    if (reply.kind === 'offline') return { ok: false, failure: { kind: 'offline' } };
    if (reply.status >= 200 && reply.status < 300) {
      const parsed = route.reply.safeParse(reply.body);
      return parsed.success
        ? { ok: true, value: parsed.data as T }
        : { ok: false, failure: { kind: 'unreadable' } };
    }
    const refusal = readRefusal(reply.body);
    if (refusal !== undefined) return { ok: false, failure: { kind: 'refused', refusal } };
    // A proxy's 502 or 504 has no refusal in it: the server was not reached, which is what offline means.
    return { ok: false, failure: { kind: reply.status >= 500 ? 'offline' : 'unreadable' } };
  };

  return async <R extends AnyRoute>(
    route: R,
    input: CallInput<R>,
    as?: Role,
  ): Promise<Answer<ReplyOf<R>>> => {
    const first = read<ReplyOf<R>>(route, await sendOnce(route, input, as));
    if (first.ok || first.failure.kind !== 'refused' || route.access === 'public') return first;
    const { code } = first.failure.refusal;
    if (code === 'sign_in_needed') ports.onEnded();
    if (code !== 'session_ended') return first;
    const renewed = await renewOnce();
    if (renewed === 'renewed') return read<ReplyOf<R>>(route, await sendOnce(route, input, as));
    if (renewed === 'offline') return { ok: false, failure: { kind: 'offline' } };
    ports.onEnded();
    return first;
  };
}
