import type { VisitId } from '@shared/kernel/ids';
import { isUnderWay } from '@shared/visits/visit';
import { readVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { ExceptionList } from '@/features/exceptions/exception-list';
import { isFile, MediaStrip } from '@/features/media/media-strip';
import { PurposeCard } from '@/features/purpose/purpose-card';
import { CallStrip } from '@/features/video-call/call-strip';
import { useCalling } from '@/features/video-call/use-calling';
import { videoCallText } from '@/features/video-call/video-call.text';
import { DisputeSheet } from '@/features/visit-log/dispute-sheet';
import { HomeCode } from '@/features/visit-log/home-code';
import { visitLogText } from '@/features/visit-log/visit-log.text';
import { VisitReport } from '@/features/visit-log/visit-report';
import { useLocale } from '@/i18n/use-text';
import { go, usePageParams } from '@/platform/navigation';
import { useQuery } from '@/platform/use-query';
import { Button, ButtonRow, Page, QueryView, RefusalNotice } from '@/ui';

/** 探访记录: one visit, to be read, confirmed, or called into question. */
export default function VisitPage() {
  const visitId = usePageParams().visitId as VisitId;
  const locale = useLocale();
  const t = visitLogText[locale];
  const openCall = (callId: string) => void go('video/call', { callId, answer: '1' });
  const calling = useCalling(openCall);
  const query = useQuery(readVisit, { params: { visitId } });
  const [asking, setAsking] = useState(false);
  const can = query.data?.can ?? [];
  const visit = query.data?.visit;
  const answers = [
    ...(visit?.status === 'checked_in'
      ? [
          <Button key="video" icon="video" kind="pine" onTap={() => calling.ring(visit.elderId, visitId)}>
            {videoCallText[locale].calls(query.data?.elder.callName ?? '')}
          </Button>,
        ]
      : []),
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
      <CallStrip onAnswer={openCall} />
      <RefusalNotice failure={calling.failure} />
      <QueryView query={query}>
        {(detail) => (
          <>
            {isUnderWay(detail.visit) ? <HomeCode elderId={detail.visit.elderId} /> : null}
            <PurposeCard
              requestId={detail.visit.requestId}
              onOpen={() => void go('family/care-plan', { elderId: detail.visit.elderId })}
            />
            <VisitReport
              detail={detail}
              exceptions={<ExceptionList exceptions={detail.exceptions} />}
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
