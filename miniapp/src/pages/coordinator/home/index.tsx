import { listKinships } from '@shared/people/people.contract';
import { listQueue } from '@shared/service-requests/requests.contract';
import { listAttention } from '@shared/visits/visits.contract';
import { AlertStrip } from '@/features/alerts/alert-strip';
import { PlanLink } from '@/features/plan/plan-link';
import { CallBackRow } from '@/features/queue/call-back-list';
import { ConsentList, waitingFor } from '@/features/queue/consent-list';
import { queueText } from '@/features/queue/queue.text';
import { QueueCounts } from '@/features/queue/queue-counts';
import { QueueList } from '@/features/queue/queue-list';
import { DutyRow } from '@/features/visit-duty/duty-row';
import { WitnessStrip } from '@/features/witness/witness-strip';
import { useLocale } from '@/i18n';
import { go, greeting, useQuery, useSession } from '@/platform';
import { Card, Greeting, ListRow, Page, QueryView, Second, useNow } from '@/ui';

/** 待处理: how much there is, what nobody took, soonest first, and who waits for an elder's yes. */
export default function CoordinatorHomePage() {
  const locale = useLocale();
  const at = useNow();
  const t = queueText[locale];
  const queue = useQuery(listQueue, { query: {} });
  const kinships = useQuery(listKinships, { query: {} });
  const attention = useQuery(listAttention, {});
  const name = useSession((session) => session.signedIn?.person.name) ?? '';
  const unmet = queue.data?.requests.length;
  const consents = kinships.data && waitingFor(kinships.data.kinships);
  const looks = attention.data?.visits.length;
  const known = unmet !== undefined && consents !== undefined && looks !== undefined;
  const refresh = async () => {
    await Promise.all([queue.refresh(), kinships.refresh(), attention.refresh()]);
  };
  return (
    <Page title={t.title} tab="coordinator/home" onRefresh={refresh}>
      <AlertStrip onOpen={(alertId) => void go('coordinator/alert', { alertId })} />
      <WitnessStrip />
      {known ? <Second>{t.waits(unmet + consents.length + looks)}</Second> : null}
      <Greeting>{t.hello(greeting(at, locale), name)}</Greeting>
      <Card>
        <QueueCounts unmet={unmet} consents={consents?.length} attention={looks} />
      </Card>
      <QueryView query={queue} skeletonCards={1}>
        {({ requests }) => (
          <QueueList cards={requests} onOpen={(requestId) => void go('coordinator/request', { requestId })} />
        )}
      </QueryView>
      <QueryView query={kinships} skeletonCards={1}>
        {(data) => <ConsentList waiting={waitingFor(data.kinships)} onSettled={kinships.refresh} />}
      </QueryView>
      <PlanLink onOpen={() => void go('coordinator/plan')} />
      <CallBackRow onOpen={() => void go('coordinator/call-backs')} />
      <DutyRow onOpen={() => void go('coordinator/duty')} />
      <Card flat>
        <ListRow label={t.timeBank} onTap={() => void go('coordinator/time-bank')} />
      </Card>
    </Page>
  );
}
