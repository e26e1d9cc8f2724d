import { listDuties } from '@shared/visit-duty/visit-duty.contract';
import { DutyList } from '@/features/visit-duty/duty-list';
import { dutyText } from '@/features/visit-duty/visit-duty.text';
import { useLocale } from '@/i18n';
import { go, useQuery } from '@/platform';
import { Button, Page } from '@/ui';

/** 探访关爱: whom to look in on, latest first. */
export default function CoordinatorDutyPage() {
  const t = dutyText[useLocale()];
  const query = useQuery(listDuties, {});
  return (
    <Page
      title={t.title}
      backTo="coordinator/home"
      onRefresh={query.refresh}
      actions={
        <Button kind="outline" onTap={() => go('coordinator/visit-rate')}>
          {`${t.rate} · ${t.weather}`}
        </Button>
      }
    >
      <DutyList query={query} guards onOpen={(elderId) => void go('coordinator/elder', { elderId })} />
    </Page>
  );
}
