import type { HelperId, RequestId } from '@shared/kernel/ids';
import type { Exclusion } from '@shared/matching/eligibility';
import {
  assignHelper,
  closeUnmetRequest,
  listCandidates,
  readRequest,
  takeOverRequest,
} from '@shared/service-requests/requests.contract';
import { useState } from 'react';
import { queueText } from '@/features/queue/queue.text';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { command, distanceName, type Failure, reLaunch, spanName, usePageParams, useQuery } from '@/platform';
import {
  Button,
  ButtonRow,
  Card,
  Chip,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Sheet,
  Title,
  toast,
  useNow,
  Wrap,
} from '@/ui';

/** One request that nobody took: take it in hand, arrange someone who agreed by phone, or close it with a reason. */
export default function CoordinatorRequestPage() {
  const requestId = usePageParams().requestId as RequestId;
  const locale = useLocale();
  const t = queueText[locale];
  const at = useNow();
  const params = { requestId };
  const query = useQuery(readRequest, { params });
  const candidates = useQuery(listCandidates, { params });
  const [failure, setFailure] = useState<Failure>();
  const [closing, setClosing] = useState(false);
  const [reason, setReason] = useState('');
  const status = query.data?.request.status;
  const open = status === 'unmet' || status === 'taken_over';

  const takeOver = async () => {
    const answer = await command(`take over ${requestId}`, takeOverRequest, { params, body: {} });
    setFailure(answer.ok ? undefined : answer.failure);
    await query.refresh();
  };
  const leaveWith = async (answer: Awaited<ReturnType<typeof assign>>, done: string) => {
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(done);
    await reLaunch('coordinator/home');
  };
  const assign = (helperId: HelperId) =>
    command(`assign ${requestId} ${helperId}`, assignHelper, {
      params,
      body: { helperId, why: t.assignWhy },
    });
  const close = () =>
    command(`close ${requestId}`, closeUnmetRequest, { params, body: { reason: reason.trim() } });
  return (
    <Page
      title={t.request}
      backTo="coordinator/home"
      onRefresh={query.refresh}
      actions={
        open ? (
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
        {({ request, service, elder }) => (
          <Card title={`${elder.name} · ${t.age(elder.age)}`}>
            <Title>{said(service, locale)}</Title>
            <Second>{spanName(request.startsAt, request.endsAt, at, locale)}</Second>
            <Second>{elder.villageName}</Second>
            {request.note ? <Second>{request.note}</Second> : null}
          </Card>
        )}
      </QueryView>
      <RefusalNotice failure={failure} />
      {open ? (
        <Section title={t.candidates}>
          <QueryView query={candidates}>
            {({ candidates: near }) => (
              <>
                {near.map(({ helper, distanceMetres, exclusion }) => (
                  <Card key={helper.helperId} title={helper.name}>
                    <Second>
                      {[
                        helper.organizationName ?? helper.villageName,
                        distanceName(distanceMetres, locale),
                        ...(exclusion ? [t.exclusions[exclusion as Exclusion]] : []),
                      ].join(' · ')}
                    </Second>
                    {exclusion ? null : (
                      <Button small onTap={async () => leaveWith(await assign(helper.helperId), t.assigned)}>
                        {t.assign}
                      </Button>
                    )}
                  </Card>
                ))}
              </>
            )}
          </QueryView>
        </Section>
      ) : null}
      <Sheet
        open={closing}
        title={t.closeTitle}
        onClose={() => setClosing(false)}
        actions={
          <Button disabled={reason === ''} onTap={async () => leaveWith(await close(), t.closed)}>
            {t.close}
          </Button>
        }
      >
        <Wrap>
          {t.closeReasons.map((usual) => (
            <Chip key={usual} chosen={reason === usual} onTap={() => setReason(usual)}>
              {usual}
            </Chip>
          ))}
        </Wrap>
      </Sheet>
    </Page>
  );
}
