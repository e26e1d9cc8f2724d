import { listServices } from '@shared/catalogue/catalogue.contract';
import type { RequestId } from '@shared/kernel/ids';
import { readRequest } from '@shared/service-requests/requests.contract';
import { useEffect, useState } from 'react';
import { kinName } from '@/features/elders/kin-name';
import { useMyElders } from '@/features/elders/my-elders';
import { PurposeCard } from '@/features/purpose/purpose-card';
import { CancelSheet } from '@/features/requests/cancel-sheet';
import { MatchDetail } from '@/features/requests/match-detail';
import { canChange, isEnded } from '@/features/requests/match-view';
import { requestText } from '@/features/requests/requests.text';
import { RescheduleSheet } from '@/features/requests/reschedule-sheet';
import { useLocale } from '@/i18n';
import { go, replace, usePageParams, useQuery } from '@/platform';
import { Button, ButtonRow, Page, QueryView } from '@/ui';

/** While somebody is being looked for, the page asks again by itself, should the socket stay silent. */
const LOOK_AGAIN_MILLIS = 4_000;

/** 正在匹配: who is asked and why, who comes, and what happens next. */
export default function MatchingPage() {
  const requestId = usePageParams().requestId as RequestId;
  const locale = useLocale();
  const t = requestText[locale];
  const { elders } = useMyElders();
  const services = useQuery(listServices, {});
  const query = useQuery(readRequest, { params: { requestId } });
  const [open, setOpen] = useState<'cancel' | 'reschedule'>();
  const { data, refresh } = query;
  const looking = data?.request.status === 'open' || data?.request.status === 'matching';
  useEffect(() => {
    if (!looking) return;
    const timer = setInterval(() => void refresh(), LOOK_AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [looking, refresh]);

  const elder = elders.find(({ elderId }) => elderId === data?.elder.elderId);
  const done = () => {
    setOpen(undefined);
    void refresh();
  };
  return (
    <Page
      title={data ? t.titles[data.request.status] : t.ask}
      backTo="family/home"
      onRefresh={refresh}
      actions={
        data && canChange(data) ? (
          <ButtonRow>
            <Button kind="outline" onTap={() => setOpen('cancel')}>
              {t.cancel}
            </Button>
            <Button kind="outline" onTap={() => setOpen('reschedule')}>
              {t.reschedule}
            </Button>
          </ButtonRow>
        ) : data && isEnded(data) ? (
          <Button onTap={() => replace('family/request', { elderId: data.elder.elderId })}>
            {t.askAgain}
          </Button>
        ) : undefined
      }
    >
      <QueryView query={query}>
        {(detail) => (
          <>
            <MatchDetail
              detail={detail}
              homeName={[...(elder ? kinName(elder, locale) : detail.elder.name)][0] ?? ''}
              onOpenVisit={(visitId) => void go('family/visit', { visitId })}
              onDeadline={() => void refresh()}
            />
            <PurposeCard
              requestId={requestId}
              onOpen={() => void go('family/care-plan', { elderId: detail.elder.elderId })}
            />
            <CancelSheet
              requestId={requestId}
              open={open === 'cancel'}
              onClose={() => setOpen(undefined)}
              onDone={done}
            />
            <RescheduleSheet
              key={detail.request.startsAt}
              request={detail.request}
              service={services.data?.services.find(({ code }) => code === detail.request.serviceCode)}
              open={open === 'reschedule'}
              onClose={() => setOpen(undefined)}
              onDone={done}
            />
          </>
        )}
      </QueryView>
    </Page>
  );
}
