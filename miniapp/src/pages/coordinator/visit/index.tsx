import type { VisitId } from '@shared/kernel/ids';
import { readVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { isFile, MediaStrip } from '@/features/media/media-strip';
import { PurposeCard } from '@/features/purpose/purpose-card';
import { queueText } from '@/features/queue/queue.text';
import { ResolveSheet } from '@/features/queue/resolve-sheet';
import { VisitReport } from '@/features/visit-log/visit-report';
import { useLocale } from '@/i18n';
import { usePageParams, useQuery } from '@/platform';
import { Button, Page, QueryView } from '@/ui';

/** One visit as it was recorded, and the button to settle what was called into question. */
export default function CoordinatorVisitPage() {
  const visitId = usePageParams().visitId as VisitId;
  const t = queueText[useLocale()];
  const query = useQuery(readVisit, { params: { visitId } });
  const [settling, setSettling] = useState(false);
  const { data } = query;
  return (
    <Page
      title={t.visitTitle}
      backTo="coordinator/attention"
      onRefresh={query.refresh}
      actions={
        data?.can.includes('resolve') ? (
          <Button onTap={() => setSettling(true)}>{t.resolve}</Button>
        ) : undefined
      }
    >
      <QueryView query={query}>
        {(detail) => (
          <>
            <PurposeCard requestId={detail.visit.requestId} />
            <VisitReport
              detail={detail}
              media={detail.entries.some(isFile) ? <MediaStrip visitId={visitId} /> : null}
            />
          </>
        )}
      </QueryView>
      {settling && data ? (
        <ResolveSheet
          visit={data.visit}
          onClose={() => setSettling(false)}
          onSettled={() => {
            setSettling(false);
            void query.refresh();
          }}
        />
      ) : null}
    </Page>
  );
}
