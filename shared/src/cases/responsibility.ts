import type { PersonId } from '../kernel/ids';
import { beijing, type Instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { isWithin } from '../regions/region';
import { type CaseFile, isOpen, type Next, type OpenCase } from './case-file';
import { checkNext } from './lifecycle';

/** A social worker as the rules need to know them. */
export interface Worker {
  readonly personId: PersonId;
  readonly regionCode: string | undefined;
  /** 督导: signs, reassigns, and sees who read what. */
  readonly supervises: boolean;
}

const assigned = (c: CaseFile, personId: PersonId): boolean =>
  c.responsible === personId || c.team.includes(personId) || c.transfer?.to === personId;

/** A worker sees the cases of the region; restricted ones only when assigned to them, or as their supervisor. */
export const mayRead = (c: CaseFile, worker: Worker): boolean =>
  worker.regionCode !== undefined &&
  isWithin(worker.regionCode, c.villageCode) &&
  (!c.restricted || assigned(c, worker.personId) || worker.supervises);

/** Only who is assigned changes a case; to a colleague it says whose it is. */
export const mayWrite = (c: CaseFile, worker: Worker): boolean =>
  mayRead(c, worker) &&
  (c.responsible === worker.personId || c.team.includes(worker.personId) || worker.supervises);

interface By {
  readonly by: PersonId;
  readonly at: Instant;
}

/** Offers the case to a colleague. Until they accept, it stays where it is. */
export function offerTransfer(
  c: CaseFile,
  to: { readonly personId: PersonId; readonly name: string },
  why: string,
  { by, at }: By,
): Result<OpenCase> {
  if (!isOpen(c)) return refuse('case_not_open');
  if (to.personId === c.responsible) return refuse('case_transfer_own');
  return allow({ ...c, transfer: { to: to.personId, toName: to.name, why, by, at } });
}

export function answerTransfer(c: CaseFile, accept: boolean, { by }: By): Result<OpenCase> {
  if (!isOpen(c)) return refuse('case_not_open');
  if (c.transfer?.to !== by) return refuse('case_transfer_none');
  const { transfer: _, ...kept } = c;
  return allow(accept ? { ...kept, responsible: by, team: c.team.filter((each) => each !== by) } : kept);
}

export function setTeam(c: CaseFile, team: readonly PersonId[]): Result<OpenCase> {
  if (!isOpen(c)) return refuse('case_not_open');
  return allow({ ...c, team: [...new Set(team)].filter((each) => each !== c.responsible) });
}

/** Moves the day on which the case is looked at again. */
export function setNext(c: CaseFile, next: Next, at: Instant): Result<OpenCase> {
  if (!isOpen(c)) return refuse('case_not_open');
  const checked = checkNext(c, next, beijing(at).day);
  return checked.ok ? allow({ ...c, next }) : checked;
}
