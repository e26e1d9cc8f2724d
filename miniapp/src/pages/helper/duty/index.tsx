import { listDuties } from '@shared/visit-duty/visit-duty.contract';
import { WaitingNotice } from '@/features/outbox/waiting-notice';
import { DutyList } from '@/features/visit-duty/duty-list';
import { dutyText } from '@/features/visit-duty/visit-duty.text';
import { useLocale } from '@/i18n';
import { useQuery } from '@/platform';
import { Page } from '@/ui';

/** 请您去看看: whom the coordinator asked this helper to look in on. */
export default function HelperDutyPage() {
  const t = dutyText[useLocale()];
  const query = useQuery(listDuties, {}, { keep: true });
  return (
    <Page title={t.ofMine} backTo="helper/home" onRefresh={query.refresh}>
      <WaitingNotice />
      <DutyList query={query} guards={false} />
    </Page>
  );
}
