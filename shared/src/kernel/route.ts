import type * as z from 'zod';
import type { RefusalCode } from './refusal';
import type { Role } from './role';

type Shape = z.ZodType;
/** What WeChat's `wx.request` knows of HTTP's methods, as far as we need them; PATCH is not among them. */
export type Method = 'GET' | 'POST' | 'PUT';

/**
 * One endpoint, said once: the middy stack serves it, the mini-program's client calls it, the OpenAPI document
 * and the authorisation matrix are generated from it.
 */
export interface Route<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  R extends Shape = Shape,
> {
  /** verb-noun in camelCase; the operationId in OpenAPI. */
  readonly name: string;
  readonly method: Method;
  /** `/api/visits/{visitId}/check-in` */
  readonly path: string;
  /** One English sentence of what it does. */
  readonly summary: string;
  /** `public` needs no token; otherwise the roles that may call. Absence of a role refuses. */
  readonly access: 'public' | readonly Role[];
  /** What relationship the use case demands beyond the role; `none` where the role alone suffices. */
  readonly relation: Relation;
  /** Name of the event that each call leaves in the log; readings are audited too. */
  readonly audit: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly reply: R;
  /** Refusals that this route adds to those every route shares (`sharedRefusals`). */
  readonly refusals: readonly RefusalCode[];
}

export type Relation =
  | 'none'
  | 'self'
  | 'kin'
  | 'region'
  | 'offer'
  | 'visit'
  | 'case'
  | 'call'
  | 'group'
  | 'kin-or-region'
  | 'visit-or-kin-or-region'
  | 'second-operator'
  | 'local-stage';

export const route = <
  P extends Shape = z.ZodUndefined,
  Q extends Shape = z.ZodUndefined,
  B extends Shape = z.ZodUndefined,
  R extends Shape = Shape,
>(
  r: Route<P, Q, B, R>,
): Route<P, Q, B, R> => r;

export type ParamsOf<T> = T extends Route<infer P, Shape, Shape, Shape> ? z.output<P> : never;
export type QueryOf<T> = T extends Route<Shape, infer Q, Shape, Shape> ? z.output<Q> : never;
export type BodyOf<T> = T extends Route<Shape, Shape, infer B, Shape> ? z.output<B> : never;
export type ReplyOf<T> = T extends Route<Shape, Shape, Shape, infer R> ? z.output<R> : never;
