import type { CaseFile } from '@shared/cases/case-file';
import { mayRead, mayWrite, type Worker } from '@shared/cases/responsibility';
import type { CaseId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import type { Actor, Deps } from '../platform/deps';
import type { Stored } from '../table/port';
import { caseItem, caseKey } from './items';

export const workerOf = ({ personId, grant }: Actor): Worker => ({
  personId,
  regionCode: grant.regionCode,
  supervises: grant.supervises === true,
});

/** A case that the worker may open; any other is not there. */
export async function readableCase(
  deps: Deps,
  actor: Actor,
  caseId: CaseId,
): Promise<Result<Stored<CaseFile>>> {
  const stored = await deps.table.get(caseItem, caseKey(caseId));
  return stored && mayRead(stored.value, workerOf(actor)) ? allow(stored) : refuse('not_found');
}

/** A case that the worker may change. Who may only read it is told whose it is to change. */
export async function writableCase(
  deps: Deps,
  actor: Actor,
  caseId: CaseId,
): Promise<Result<Stored<CaseFile>>> {
  const stored = await readableCase(deps, actor, caseId);
  if (!stored.ok) return stored;
  return mayWrite(stored.value.value, workerOf(actor)) ? stored : refuse('case_not_yours');
}
