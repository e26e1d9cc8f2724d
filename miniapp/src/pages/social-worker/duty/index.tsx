import { listDuties } from '@shared/visit-duty/visit-duty.contract';
import { DutyList } from '@/features/visit-duty/duty-list';
import { dutyText } from '@/features/visit-duty/visit-duty.text';
import { useLocale } from '@/i18n';
import { useQuery } from '@/platform';
import { Page } from '@/ui';

/** 探访关爱 of the county, for the social worker. */
export default function WorkerDutyPage() {
  const t = dutyText[useLocale()];
  const query = useQuery(listDuties, {});
  return (
    <Page title={t.title} backTo="social-worker/home" onRefresh={query.refresh}>
      <DutyList query={query} guards />
    </Page>
  );
}
