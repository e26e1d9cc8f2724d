import type { CaseKind } from '@shared/cases/kind';
import { type Proposal, type ProposalSource, proposal } from '@shared/cases/proposal';
import type { SpokenText } from '@shared/history/history.contract';
import type { ElderId, ProposalId, VisitId } from '@shared/kernel/ids';
import { countyOf } from '@shared/regions/region';
import type { Deps } from '../platform/deps';
import { hashedId } from '../platform/hashed-id';
import { create, itemKind, type Write } from '../table/port';

/** What waits for a social worker of the county; once answered it is in no list any more. */
export const proposalsPartition = (regionCode: string): string => `PROPOSALS#${countyOf(regionCode)}`;
export const proposalKey = (id: string) => ({ pk: `PROPOSAL#${id}`, sk: 'PROPOSAL' });
export const proposalItem = itemKind<Proposal>({
  name: 'CaseProposal',
  schema: proposal,
  key: (p) => proposalKey(p.proposalId),
  indexes: (p) =>
    p.status === 'proposed'
      ? {
          byRegion: {
            pk: proposalsPartition(p.villageCode),
            sk: `${p.villageCode}#${p.at}#${p.proposalId}`,
          },
        }
      : {},
});

export interface Noticed {
  /** The assessment, alert or entry that gave rise to it: one proposal for each, whatever comes twice. */
  readonly cause: string;
  readonly source: ProposalSource;
  readonly kind: CaseKind;
  readonly why: SpokenText;
  readonly visitId?: VisitId | undefined;
}

/** Goes into the transaction of what gave rise to it, so that neither is without the other. */
export async function proposalWrites(
  deps: Deps,
  elder: { readonly elderId: ElderId; readonly villageCode: Proposal['villageCode'] },
  { cause, source, kind, why, visitId }: Noticed,
): Promise<Write[]> {
  const proposalId = hashedId('proposal', cause) as ProposalId;
  if (await deps.table.get(proposalItem, proposalKey(proposalId))) return [];
  return [
    create(proposalItem, {
      status: 'proposed',
      proposalId,
      elderId: elder.elderId,
      villageCode: elder.villageCode,
      source,
      kind,
      why,
      at: deps.clock(),
      ...(visitId === undefined ? {} : { visitId }),
    }),
  ];
}
