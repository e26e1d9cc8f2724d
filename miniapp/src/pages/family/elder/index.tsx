import type { ElderId } from '@shared/kernel/ids';
import { readElder } from '@shared/people/people.contract';
import { casesText } from '@/features/cases/cases.text';
import { CodeCard } from '@/features/code-card/code-card';
import { ElderProfile } from '@/features/elders/elder-profile';
import { elderText } from '@/features/elders/elders.text';
import { healthText } from '@/features/health/health.text';
import { ReferButton } from '@/features/referral/refer-button';
import { ElderDutyCard } from '@/features/visit-duty/elder-duty-card';
import { useLocale } from '@/i18n';
import { go, usePageParams, useQuery } from '@/platform';
import { Button, Page, QueryView } from '@/ui';

/** 老人资料. */
export default function ElderPage() {
  const elderId = usePageParams().elderId as ElderId;
  const locale = useLocale();
  const t = elderText[locale];
  const query = useQuery(readElder, { params: { elderId } });
  return (
    <Page title={t.title} backTo="family/home" onRefresh={query.refresh}>
      <QueryView query={query}>
        {(view) => (
          <>
            <ElderProfile key={view.elder.elderId} view={view} onSaved={query.refresh} />
            <Button kind="outline" icon="pulse" onTap={() => go('family/health', { elderId })}>
              {healthText[locale].open}
            </Button>
            <CodeCard elderId={elderId} callName={view.elder.callName} />
            <ElderDutyCard elderId={elderId} callName={view.elder.callName} guards={false} />
            <ReferButton elderId={elderId} callName={view.elder.callName} />
            <Button kind="outline" onTap={() => go('family/care-plan', { elderId })}>
              {casesText[locale].family}
            </Button>
          </>
        )}
      </QueryView>
    </Page>
  );
}
