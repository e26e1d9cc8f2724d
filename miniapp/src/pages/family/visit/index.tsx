import type { VisitId } from '@shared/kernel/ids';
import { isUnderWay } from '@shared/visits/visit';
import { readVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { isFile, MediaStrip } from '@/features/media/media-strip';
import { DisputeSheet } from '@/features/visit-log/dispute-sheet';
import { HomeCode } from '@/features/visit-log/home-code';
import { visitLogText } from '@/features/visit-log/visit-log.text';
import { VisitReport } from '@/features/visit-log/visit-report';
import { useLocale } from '@/i18n/use-text';
import { go, usePageParams } from '@/platform/navigation';
import { useQuery } from '@/platform/use-query';
import { Button, ButtonRow, Page, QueryView } from '@/ui';

/** 探访记录: one visit, to be read, confirmed, or called into question. */
export default function VisitPage() {
  const visitId = usePageParams().visitId as VisitId;
  const t = visitLogText[useLocale()];
  const query = useQuery(readVisit, { params: { visitId } });
  const [asking, setAsking] = useState(false);
  const can = query.data?.can ?? [];
  const answers = [
    ...(can.includes('dispute')
      ? [
          <Button key="dispute" kind="outline" onTap={() => setAsking(true)}>
            {t.problem}
          </Button>,
        ]
      : []),
    ...(can.includes('confirm')
      ? [
          <Button key="confirm" onTap={() => go('family/confirm', { visitId })}>
            {t.confirm}
          </Button>,
        ]
      : []),
  ];
  return (
    <Page
      title={t.title}
      backTo="family/home"
      onRefresh={query.refresh}
      actions={answers.length > 0 ? <ButtonRow>{answers}</ButtonRow> : undefined}
    >
      <QueryView query={query}>
        {(detail) => (
          <>
            {isUnderWay(detail.visit) ? <HomeCode elderId={detail.visit.elderId} /> : null}
            <VisitReport
              detail={detail}
              media={detail.entries.some(isFile) ? <MediaStrip visitId={visitId} /> : null}
            />
          </>
        )}
      </QueryView>
      <DisputeSheet
        visitId={visitId}
        open={asking}
        onClose={() => setAsking(false)}
        onSent={() => {
          setAsking(false);
          void query.refresh();
        }}
      />
    </Page>
  );
}
