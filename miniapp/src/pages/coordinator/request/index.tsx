import type { RequestId } from '@shared/kernel/ids';
import type { ServiceRequest } from '@shared/service-requests/request';
import { listCandidates, readRequest, takeOverRequest } from '@shared/service-requests/requests.contract';
import { useState } from 'react';
import { PurposeCard } from '@/features/purpose/purpose-card';
import { AssignSheet } from '@/features/queue/assign-sheet';
import { type Candidate, CandidateList } from '@/features/queue/candidate-list';
import { CloseSheet } from '@/features/queue/close-sheet';
import { queueText } from '@/features/queue/queue.text';
import { RequestPeople } from '@/features/queue/request-people';
import { RequestSummary } from '@/features/queue/request-summary';
import { guaranteeText } from '@/features/time-bank/guarantee.text';
import { GuaranteeSheet } from '@/features/time-bank/guarantee-sheet';
import { useLocale } from '@/i18n';
import { command, type Failure, reLaunch, usePageParams, useQuery, useSession } from '@/platform';
import { Button, ButtonRow, Page, QueryView, RefusalNotice, toast } from '@/ui';

/** One request that nobody took: take it in hand, arrange someone who agreed by phone, or close it with a reason. */
export default function CoordinatorRequestPage() {
  const requestId = usePageParams().requestId as RequestId;
  const locale = useLocale();
  const t = queueText[locale];
  const params = { requestId };
  const me = useSession((session) => session.signedIn?.person);
  const query = useQuery(readRequest, { params });
  const status = query.data?.request.status;
  const inHand = status === 'unmet' || status === 'taken_over';
  const candidates = useQuery(listCandidates, inHand ? { params } : undefined);
  const [failure, setFailure] = useState<Failure>();
  const [closing, setClosing] = useState(false);
  const [guaranteeing, setGuaranteeing] = useState(false);
  const [chosen, setChosen] = useState<Candidate>();

  const takeOver = async () => {
    const answer = await command(`take over ${requestId}`, takeOverRequest, { params, body: {} });
    setFailure(answer.ok ? undefined : answer.failure);
    await query.refresh();
  };
  const assigned = ({ places }: ServiceRequest) => {
    setChosen(undefined);
    const open = places.filter((place) => place.status === 'open').length;
    toast(open > 0 ? t.morePlaces(open) : t.assigned);
    void Promise.all([query.refresh(), candidates.refresh()]);
  };
  const closed = async () => {
    toast(t.closed);
    await reLaunch('coordinator/home');
  };
  return (
    <Page
      title={t.request}
      backTo="coordinator/home"
      onRefresh={query.refresh}
      actions={
        inHand ? (
          <ButtonRow>
            <Button kind="outline" onTap={() => setClosing(true)}>
              {t.close}
            </Button>
            {status === 'unmet' ? <Button onTap={takeOver}>{t.takeOver}</Button> : null}
          </ButtonRow>
        ) : undefined
      }
    >
      <QueryView query={query}>
        {(detail) => (
          <>
            <RequestSummary detail={detail} me={me} />
            <RefusalNotice failure={failure} />
            {inHand && detail.request.payBy !== 'money' ? (
              <Button small kind="outline" onTap={() => setGuaranteeing(true)}>
                {guaranteeText[locale].open}
              </Button>
            ) : null}
            {inHand ? (
              <QueryView query={candidates} skeletonCards={1}>
                {({ candidates: near }) => <CandidateList candidates={near} onChoose={setChosen} />}
              </QueryView>
            ) : null}
            <PurposeCard requestId={requestId} />
            <RequestPeople detail={detail} />
          </>
        )}
      </QueryView>
      {chosen ? (
        <AssignSheet
          requestId={requestId}
          candidate={chosen}
          onClose={() => setChosen(undefined)}
          onAssigned={assigned}
        />
      ) : null}
      {guaranteeing ? (
        <GuaranteeSheet
          requestId={requestId}
          onClose={() => setGuaranteeing(false)}
          onPromised={() => {
            setGuaranteeing(false);
            void Promise.all([query.refresh(), candidates.refresh()]);
          }}
        />
      ) : null}
      {closing ? (
        <CloseSheet requestId={requestId} onClose={() => setClosing(false)} onClosed={() => void closed()} />
      ) : null}
    </Page>
  );
}
