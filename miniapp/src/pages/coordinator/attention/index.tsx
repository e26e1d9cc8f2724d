import { listAttention } from '@shared/visits/visits.contract';
import { AttentionList, urgentFirst } from '@/features/queue/attention-list';
import { queueText } from '@/features/queue/queue.text';
import { useLocale } from '@/i18n';
import { go, useQuery } from '@/platform';
import { EmptyState, Page, QueryView } from '@/ui';

/** 留意: visits that nobody came to, that are late, or that a family has called into question. */
export default function CoordinatorAttentionPage() {
  const t = queueText[useLocale()];
  const query = useQuery(listAttention, {});
  return (
    <Page title={t.attention} tab="coordinator/attention" onRefresh={query.refresh}>
      <QueryView query={query}>
        {({ visits }) =>
          visits.length === 0 ? (
            <EmptyState icon="shield" title={t.attentionNone} note={t.attentionNoneNote} />
          ) : (
            <AttentionList
              cards={urgentFirst(visits)}
              onOpen={(visitId) => void go('coordinator/visit', { visitId })}
            />
          )
        }
      </QueryView>
    </Page>
  );
}
