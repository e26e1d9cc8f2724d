import { createHash } from 'node:crypto';
import type { CommandId, VisitId } from '@shared/kernel/ids';
import type { RefusalCode } from '@shared/kernel/refusal';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { type CodeTries, markWrong, tryCode } from '@shared/visits/code-tries';
import type { Evidence } from '@shared/visits/proof';
import type { Deps } from '../platform/deps';
import { create, replace, type Stored } from '../table/port';
import { codeTriesItem, codeTriesKey } from './items';

const ATTEMPTS = 6;
const wrongCodes: readonly RefusalCode[] = ['door_code_wrong', 'home_code_wrong', 'card_code_wrong'];

export interface TypedCode {
  readonly visitId: VisitId;
  readonly commandId: CommandId;
  readonly code: string;
}

/** The code of a piece of evidence; a position, a witness and a reason have none, and are never counted. */
export const codeIn = (evidence: Evidence): string | undefined =>
  'code' in evidence ? evidence.code : undefined;

const markOf = ({ commandId, code }: TypedCode): string =>
  createHash('sha256').update(`${commandId} ${code}`).digest('hex').slice(0, 24);

type Change = (stored: Stored<CodeTries> | undefined) => Result<CodeTries>;

async function change(deps: Deps, visitId: VisitId, to: Change): Promise<Result<null>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const stored = await deps.table.get(codeTriesItem, codeTriesKey(visitId));
    const tried = to(stored);
    if (!tried.ok) return tried;
    if (tried.value === stored?.value) return allow(null);
    const write = stored === undefined ? create(codeTriesItem, tried.value) : replace(stored, tried.value);
    if ((await deps.table.commit([write])).ok) return allow(null);
  }
  return refuse('busy_try_again');
}

/**
 * Looks at a code that was typed in. It is counted first, in a write of its own: a refusal writes nothing, and would
 * otherwise cost nothing. One that was wrong is marked so afterwards, and stays with the visit.
 */
export async function withCode<T>(
  deps: Deps,
  typed: TypedCode | undefined,
  look: () => Promise<Result<T>> | Result<T>,
): Promise<Result<T>> {
  if (typed === undefined) return look();
  const mark = markOf(typed);
  const counted = await change(deps, typed.visitId, (stored) =>
    tryCode(stored?.value, { visitId: typed.visitId, mark }, deps.clock()),
  );
  if (!counted.ok) return counted;
  const found = await look();
  if (!found.ok && wrongCodes.includes(found.refusal.code))
    await change(deps, typed.visitId, (stored) =>
      stored === undefined
        ? tryCode(undefined, { visitId: typed.visitId, mark }, deps.clock())
        : allow(markWrong(stored.value, mark)),
    );
  return found;
}
