import { listQueue } from '@shared/service-requests/requests.contract';
import { ConsentList } from '@/features/queue/consent-list';
import { queueText } from '@/features/queue/queue.text';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { go, momentName, useQuery } from '@/platform';
import { Card, EmptyState, EntryRow, Page, QueryView, Section, Tag, useNow } from '@/ui';

/** 待处理: what nobody took, soonest first, and who waits for an elder's yes. */
export default function CoordinatorHomePage() {
  const locale = useLocale();
  const t = queueText[locale];
  const at = useNow();
  const queue = useQuery(listQueue, { query: {} });
  return (
    <Page title={t.title} tab="coordinator/home" onRefresh={queue.refresh}>
      <Section title={t.unmet}>
        <QueryView query={queue}>
          {({ requests }) =>
            requests.length === 0 ? (
              <EmptyState icon="check" title={t.unmetNone} note={t.unmetNoneNote} />
            ) : (
              <Card flat>
                {requests.map(({ request, service, elder }) => (
                  <EntryRow
                    key={request.requestId}
                    title={`${elder.callName} · ${said(service, locale)}`}
                    note={`${momentName(request.startsAt, at, locale)} · ${elder.villageName}`}
                    {...(request.status === 'taken_over'
                      ? { aside: <Tag tone="pine">{t.takenOver}</Tag> }
                      : {})}
                    onTap={() => void go('coordinator/request', { requestId: request.requestId })}
                  />
                ))}
              </Card>
            )
          }
        </QueryView>
      </Section>
      <ConsentList />
    </Page>
  );
}
