import type { VisitId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { tryCode } from '@shared/visits/code-tries';
import type { Evidence } from '@shared/visits/proof';
import type { Deps } from '../platform/deps';
import { create, replace } from '../table/port';
import { codeTriesItem, codeTriesKey } from './items';

const ATTEMPTS = 4;

/**
 * Counts a code before it is looked at, in a write of its own: a refusal writes nothing, and would otherwise cost
 * nothing. A position and a reason are not counted, so nobody is kept from checking in.
 */
export async function countCode(deps: Deps, visitId: VisitId, { kind }: Evidence): Promise<Result<null>> {
  if (kind !== 'door_code' && kind !== 'home_code') return allow(null);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const stored = await deps.table.get(codeTriesItem, codeTriesKey(visitId));
    const tried = tryCode(stored?.value, visitId, deps.clock());
    if (!tried.ok) return tried;
    const write = stored === undefined ? create(codeTriesItem, tried.value) : replace(stored, tried.value);
    if ((await deps.table.commit([write])).ok) return allow(null);
  }
  return refuse('busy_try_again');
}
