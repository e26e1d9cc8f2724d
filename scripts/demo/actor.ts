import { stepIn } from '@shared/identity/identity.contract';
import type { CommandId, EntryId } from '@shared/kernel/ids';
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from '@shared/kernel/route';
import { ulid } from 'ulid';
import * as z from 'zod';

const refusalBody = z.object({
  refusal: z.object({ code: z.string(), zh: z.string(), en: z.string(), field: z.string().optional() }),
});
export type Refused = z.infer<typeof refusalBody>['refusal'];

interface Input<R extends Route> {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryOf<R>;
  readonly body?: BodyOf<R>;
}
type Answer<R extends Route> =
  | { readonly ok: true; readonly value: ReplyOf<R>; readonly text: string }
  | { readonly ok: false; readonly refused: Refused };

/** One person with a phone: signs in by themself and speaks only HTTP. */
export interface Person {
  readonly name: string;
  /** What the call answers; a refusal is not expected and ends the story. */
  does<R extends Route>(route: R, input?: Input<R>): Promise<ReplyOf<R>>;
  /** The same, and the answer as it came over the wire. */
  sees<R extends Route>(route: R, input?: Input<R>): Promise<{ value: ReplyOf<R>; text: string }>;
  /** For calls that have to be refused. */
  isRefused<R extends Route>(route: R, input: Input<R>): Promise<Refused>;
  says(line: string): void;
}

export const newCommand = (): CommandId => `command_${ulid()}` as CommandId;
export const newEntry = (): EntryId => `entry_${ulid()}` as EntryId;

export function check(holds: boolean, words: string): asserts holds {
  if (!holds) throw new Error(`不对 wrong: ${words}`);
}

export async function personaOn(apiUrl: string, persona: string, role: string): Promise<Person> {
  const opened = await call(apiUrl, stepIn, { body: { persona } }, {});
  if (!opened.ok) throw new Error(`${persona} could not step in: ${opened.refused.code}`);
  const { accessToken, person } = opened.value;
  const headers = { authorization: `Bearer ${accessToken}`, 'nuanlin-role': role };

  const sees = async <R extends Route>(route: R, input: Input<R> = {}) => {
    const answer = await call(apiUrl, route, input, headers);
    if (!answer.ok) throw new Error(`${person.name} ${route.name}: ${JSON.stringify(answer.refused)}`);
    return answer;
  };
  return {
    name: person.name,
    sees,
    does: async (route, input) => (await sees(route, input)).value,
    isRefused: async (route, input) => {
      const answer = await call(apiUrl, route, input, headers);
      check(!answer.ok, `${person.name} ${route.name} 应当被拒绝 should have been refused`);
      return answer.refused;
    },
    says: (line) => void process.stdout.write(`  ${person.name}  ${line}\n`),
  };
}

async function call<R extends Route>(
  apiUrl: string,
  route: R,
  input: Input<R>,
  headers: Readonly<Record<string, string>>,
): Promise<Answer<R>> {
  const params = Object.entries((input.params ?? {}) as Record<string, string>);
  const path = params.reduce((text, [name, value]) => text.replace(`{${name}}`, value), route.path);
  const query = new URLSearchParams((input.query ?? {}) as Record<string, string>).toString();
  const response = await fetch(`${apiUrl}${path}${query && `?${query}`}`, {
    method: route.method,
    headers: { ...headers, ...(input.body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  });
  const text = await response.text();
  if (response.ok) return { ok: true, value: route.reply.parse(JSON.parse(text)) as ReplyOf<R>, text };
  if (response.status >= 500) throw new Error(`${route.name} answered ${response.status}: ${text}`);
  return { ok: false, refused: refusalBody.parse(JSON.parse(text)).refusal };
}
