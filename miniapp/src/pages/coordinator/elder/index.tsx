import type { ElderId } from '@shared/kernel/ids';
import { readElder } from '@shared/people/people.contract';
import { SosButton } from '@/features/alerts/sos-button';
import { CodeCard } from '@/features/code-card/code-card';
import { ElderProfile } from '@/features/elders/elder-profile';
import { HomePlace } from '@/features/elders/home-place';
import { GroupAsked } from '@/features/groups/group-asked';
import { healthText } from '@/features/health/health.text';
import { queueText } from '@/features/queue/queue.text';
import { ReferButton } from '@/features/referral/refer-button';
import { PoolStandingCard } from '@/features/time-bank/pool-standing';
import { poolsText } from '@/features/time-bank/pools.text';
import { ElderDutyCard } from '@/features/visit-duty/elder-duty-card';
import { useLocale } from '@/i18n';
import { callPhone, go, usePageParams, useQuery } from '@/platform';
import { Button, ButtonRow, Page, QueryView } from '@/ui';

/** One elder of the region: what is known, where the home stands, and booking for them. */
export default function CoordinatorElderPage() {
  const elderId = usePageParams().elderId as ElderId;
  const locale = useLocale();
  const t = queueText[locale];
  const query = useQuery(readElder, { params: { elderId } });
  const phone = query.data?.elder.phone;
  return (
    <Page
      title={t.elderTitle}
      backTo="coordinator/elders"
      onRefresh={query.refresh}
      actions={
        <ButtonRow>
          {phone ? (
            <Button kind="outline" icon="phone" onTap={() => callPhone(phone)}>
              {t.call}
            </Button>
          ) : null}
          <Button onTap={() => go('coordinator/book', { elderId })}>{t.book}</Button>
        </ButtonRow>
      }
    >
      <QueryView query={query}>
        {(view) => (
          <>
            <ElderProfile key={view.elder.elderId} view={view} onSaved={query.refresh} />
            <Button kind="outline" icon="pulse" onTap={() => go('coordinator/health', { elderId })}>
              {healthText[locale].open}
            </Button>
            <GroupAsked elderId={elderId} callName={view.elder.callName} />
            <CodeCard elderId={elderId} callName={view.elder.callName} />
            <ElderDutyCard elderId={elderId} callName={view.elder.callName} guards />
            <PoolStandingCard elderId={elderId} elderName={view.elder.name} as="coordinator" />
            <ReferButton elderId={elderId} callName={view.elder.callName} />
            <HomePlace elder={view.elder} onSaved={query.refresh} />
            <SosButton
              elderId={elderId}
              callName={view.elder.callName}
              onRaised={(alertId) => void go('coordinator/alert', { alertId })}
            />
            <Button kind="quiet" onTap={() => go('coordinator/estate', { elderId })}>
              {poolsText[locale].estateOpen}
            </Button>
          </>
        )}
      </QueryView>
    </Page>
  );
}
