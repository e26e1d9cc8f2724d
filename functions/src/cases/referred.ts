import { type CaseFile, isOpen } from '@shared/cases/case-file';
import { type CaseKind, templateOf } from '@shared/cases/kind';
import type { CaseId, ElderId, PersonId, VisitId } from '@shared/kernel/ids';
import { addDays, beijing } from '@shared/kernel/instant';
import type { Elder } from '@shared/people/elder';
import type { Actor, Deps } from '../platform/deps';
import { caseItem } from './items';

const REFERRAL_DAYS = 3;

export interface Told {
  readonly kind: CaseKind;
  readonly text: string;
  readonly source: CaseFile['referral']['source'];
  readonly visitId?: VisitId | undefined;
}

/** A case as it begins: with whoever answers for it, and a day on which they look. */
export const referred = (
  deps: Deps,
  { personId, role }: Pick<Actor, 'personId' | 'role'>,
  elder: Elder,
  told: Told,
  responsible: PersonId,
) => {
  const at = deps.clock();
  return {
    status: 'referral' as const,
    caseId: deps.newId('case') as CaseId,
    elderId: elder.elderId,
    villageCode: elder.villageCode,
    kind: told.kind,
    restricted: templateOf(told.kind).restricted,
    referral: {
      source: told.source,
      by: { personId, role },
      at,
      text: told.text,
      ...(told.visitId === undefined ? {} : { visitId: told.visitId }),
    },
    openedAt: at,
    responsible,
    team: [],
    done: {},
    supportMap: [],
    next: { on: beijing(addDays(at, REFERRAL_DAYS)).day, what: '看转介，决定要不要接案' },
  };
};

/** The case of this kind that is open for the elder, when there is one. */
export async function openOf(deps: Deps, elderId: ElderId, kind: CaseKind): Promise<CaseFile | undefined> {
  const page = await deps.table.list(caseItem, { index: 'byElder', pk: `ELDER#${elderId}`, prefix: 'CASE#' });
  return page.items.map(({ value }) => value).find((each) => each.kind === kind && isOpen(each));
}
