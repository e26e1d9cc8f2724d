import type { VisitId } from '@shared/kernel/ids';
import { readVisit } from '@shared/visits/visits.contract';
import { ExceptionList } from '@/features/exceptions/exception-list';
import { PurposeCard } from '@/features/purpose/purpose-card';
import { visitLogText } from '@/features/visit-log/visit-log.text';
import { VisitReport } from '@/features/visit-log/visit-report';
import { useLocale } from '@/i18n';
import { go, usePageParams, useQuery } from '@/platform';
import { Page, QueryView } from '@/ui';

/** One visit that a plan asked for, as it was recorded, and the way back to the goal it serves. */
export default function SocialWorkerVisitPage() {
  const visitId = usePageParams().visitId as VisitId;
  const t = visitLogText[useLocale()];
  const query = useQuery(readVisit, { params: { visitId } });
  return (
    <Page title={t.title} backTo="social-worker/home" onRefresh={query.refresh}>
      <QueryView query={query}>
        {(detail) => (
          <>
            <PurposeCard
              requestId={detail.visit.requestId}
              onOpen={({ caseId }) => caseId && void go('social-worker/plan', { caseId })}
            />
            <VisitReport detail={detail} exceptions={<ExceptionList exceptions={detail.exceptions} />} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
