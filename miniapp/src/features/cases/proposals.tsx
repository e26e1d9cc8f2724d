import { listProposals } from '@shared/cases/proposals.contract';
import type { CaseId } from '@shared/kernel/ids';
import { useText } from '@/i18n';
import { useQuery } from '@/platform';
import { Section, Third } from '@/ui';
import { ProposalCard } from './proposal-card';
import { proposalsText } from './proposals.text';

interface ProposalsProps {
  readonly onChanged: () => Promise<void>;
  readonly onOpen: (caseId: CaseId) => void;
}

/** What nobody referred and the platform noticed; drawn only while something waits. */
export function Proposals({ onChanged, onOpen }: ProposalsProps) {
  const text = useText(proposalsText);
  const { data, refresh } = useQuery(listProposals, {});
  if (!data || data.proposals.length === 0) return null;
  return (
    <Section title={text.title} aside={<Third>{String(data.proposals.length + data.more)}</Third>}>
      {data.proposals.map((each) => (
        <ProposalCard
          key={each.proposalId}
          one={each}
          onOpen={onOpen}
          onChanged={async () => {
            await Promise.all([refresh(), onChanged()]);
          }}
        />
      ))}
      {data.more > 0 ? <Third>{text.more(data.more)}</Third> : null}
    </Section>
  );
}
