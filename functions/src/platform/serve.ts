import { isUtf8 } from 'node:buffer';
import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import type { Refusal, RefusalCode } from '@shared/kernel/refusal';
import { spoken } from '@shared/kernel/refusal';
import { type Result, refuse } from '@shared/kernel/result';
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from '@shared/kernel/route';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { TableUnavailable, UnknownCursor, UnreadableItem } from '../table/port';
import { findActor } from './actor';
import type { Actor, Deps } from './deps';
import { httpStatus } from './http-status';
import { logger } from './logger';
import { systemDeps } from './system-deps';
import { validate } from './validate';

const BODY_LIMIT_BYTES = 64 * 1024;

export interface Input<R> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly actor: Actor;
}

export type UseCase<R> = (deps: Deps, input: Input<R>) => Promise<Result<ReplyOf<R>>>;
export type PublicUseCase<R> = (deps: Deps, input: Omit<Input<R>, 'actor'>) => Promise<Result<ReplyOf<R>>>;

/** A route and what carries it out, with types put aside so that a room can hold many. */
export interface Served {
  readonly route: Route;
  readonly run: (deps: Deps, input: Input<Route>) => Promise<Result<unknown>>;
}

export const serve = <R extends Route>(route: R, useCase: UseCase<R>): Served => ({
  route,
  run: useCase as unknown as Served['run'],
});
export const servePublic = <R extends Route>(route: R, useCase: PublicUseCase<R>): Served => ({
  route,
  run: useCase as unknown as Served['run'],
});

/** The handler of one room: a middy stack that finds the route, checks everything, and speaks refusals. */
export const serveRoom = (served: readonly Served[], makeDeps: () => Deps = systemDeps) => {
  const byKey = new Map(served.map((one) => [`${one.route.method} ${one.route.path}`, one]));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(httpHeaderNormalizer())
    .handler(async (event) => {
      const one = byKey.get(event.routeKey);
      if (!one) return refusalReply({ code: 'route_unknown' });
      const started = Date.now();
      const deps = makeDeps();
      const answer = await answerTo(deps, one, event);
      logger.info(one.route.audit, {
        route: one.route.name,
        status: answer.statusCode,
        millis: Date.now() - started,
        requestId: event.requestContext.requestId,
      });
      return answer;
    });
};

async function answerTo(deps: Deps, { route, run }: Served, event: APIGatewayProxyEventV2) {
  try {
    const input = await readInput(deps, route, event);
    if (!input.ok) return refusalReply(input.refusal);
    const result = await run(deps, input.value);
    if (!result.ok) return refusalReply(result.refusal);
    if (deps.stage === 'local') route.reply.parse(JSON.parse(JSON.stringify(result.value)));
    return reply(200, result.value);
  } catch (error) {
    return caught(route, error);
  }
}

/** Shapes first for who has no token costs work, so: token, then shapes, cheapest first. */
async function readInput(
  deps: Deps,
  route: Route,
  event: APIGatewayProxyEventV2,
): Promise<Result<Input<Route>>> {
  const actor = route.access === 'public' ? undefined : await findActor(deps, route, event.headers);
  if (actor && !actor.ok) return actor;
  const body = readBody(event);
  if (!body.ok) return body;
  const parts: Record<string, unknown> = { actor: actor?.value };
  const given = {
    params: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    body: body.value,
  };
  for (const part of ['params', 'query', 'body'] as const) {
    const shape = route[part];
    if (!shape) continue;
    const checked = validate(part, shape, given[part]);
    // An id that has not even the shape of one is simply not there.
    if (!checked.ok) return part === 'params' ? refuse('not_found') : checked;
    parts[part] = checked.value;
  }
  if (!route.body && body.value !== undefined) return refuse('input_unknown_key', 'body');
  if (!route.query && Object.keys(given.query).length > 0) {
    return refuse('input_unknown_key', `query.${Object.keys(given.query)[0]}`);
  }
  return { ok: true, value: parts as unknown as Input<Route> };
}

function readBody(event: APIGatewayProxyEventV2): Result<unknown> {
  // The local gateway says null where the cloud's leaves the body out.
  if (!event.body) return { ok: true, value: undefined };
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT_BYTES) return refuse('body_too_large');
  if (!/^application\/json\s*(;|$)/i.test(event.headers['content-type'] ?? 'application/json'))
    return refuse('body_not_json');
  // Read as text, bytes that are no UTF-8 would silently become question marks.
  if (!isUtf8(bytes)) return refuse('body_not_json');
  try {
    return { ok: true, value: JSON.parse(bytes.toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('body_not_json');
    throw error;
  }
}

function caught(route: Route, error: unknown): APIGatewayProxyStructuredResultV2 {
  // The table has named it in the log.
  if (error instanceof UnreadableItem) return refusalReply({ code: 'record_unreadable' });
  if (error instanceof UnknownCursor) return refusalReply({ code: 'input_invalid', field: 'query.after' });
  if (error instanceof TableUnavailable) {
    logger.warn('table unavailable', { route: route.name });
    return refusalReply({ code: 'busy_try_again' });
  }
  // The message of an unknown error may quote input, so only its kind and place are kept.
  const place =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .slice(1, 4)
          .map((line) => line.trim())
      : undefined;
  logger.error('bug', { route: route.name, kind: error instanceof Error ? error.name : typeof error, place });
  return reply(500, { refusal: spoken({ code: 'busy_try_again' satisfies RefusalCode }) });
}

const refusalReply = (refusal: Refusal): APIGatewayProxyStructuredResultV2 =>
  reply(httpStatus(refusal.code), { refusal: spoken(refusal) });

const reply = (statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});
