import type { VisitId } from '@shared/kernel/ids';
import { readVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { ExceptionList, type ShownException } from '@/features/exceptions/exception-list';
import { SettleSheet } from '@/features/exceptions/settle-sheet';
import { isFile, MediaStrip } from '@/features/media/media-strip';
import { PurposeCard } from '@/features/purpose/purpose-card';
import { callBackText } from '@/features/queue/call-back.text';
import { CallBackSheet } from '@/features/queue/call-back-sheet';
import { queueText } from '@/features/queue/queue.text';
import { ResolveSheet } from '@/features/queue/resolve-sheet';
import { VisitReport } from '@/features/visit-log/visit-report';
import { useLocale } from '@/i18n';
import { usePageParams, useQuery } from '@/platform';
import { Button, Page, QueryView } from '@/ui';

type Open = 'resolve' | 'call' | ShownException;

/** One visit as it was recorded, and what a coordinator can settle about it. */
export default function CoordinatorVisitPage() {
  const visitId = usePageParams().visitId as VisitId;
  const locale = useLocale();
  const t = queueText[locale];
  const query = useQuery(readVisit, { params: { visitId } });
  const [open, setOpen] = useState<Open>();
  const { data } = query;
  const can = data?.can ?? [];
  const close = () => setOpen(undefined);
  const settled = () => {
    close();
    void query.refresh();
  };
  const action = can.includes('resolve') ? (
    <Button onTap={() => setOpen('resolve')}>{t.resolve}</Button>
  ) : can.includes('call_back') ? (
    <Button icon="phone" kind="outline" onTap={() => setOpen('call')}>
      {callBackText[locale].title}
    </Button>
  ) : undefined;
  return (
    <Page title={t.visitTitle} backTo="coordinator/attention" onRefresh={query.refresh} actions={action}>
      <QueryView query={query}>
        {(detail) => (
          <>
            <PurposeCard requestId={detail.visit.requestId} />
            <VisitReport
              detail={detail}
              exceptions={
                <ExceptionList
                  exceptions={detail.exceptions}
                  onSettle={detail.can.includes('settle_exception') ? setOpen : undefined}
                />
              }
              media={detail.entries.some(isFile) ? <MediaStrip visitId={visitId} /> : null}
            />
          </>
        )}
      </QueryView>
      {open === 'resolve' && data ? (
        <ResolveSheet visit={data.visit} onClose={close} onSettled={settled} />
      ) : null}
      {open === 'call' && data ? <CallBackSheet card={data} onClose={close} onNoted={settled} /> : null}
      {typeof open === 'object' && data ? (
        <SettleSheet visit={data.visit} exception={open} onClose={close} onSettled={settled} />
      ) : null}
    </Page>
  );
}
