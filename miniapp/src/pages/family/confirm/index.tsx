import type { VisitId } from '@shared/kernel/ids';
import { readVisit } from '@shared/visits/visits.contract';
import { ConfirmForm, useConfirm } from '@/features/visit-log/confirm-form';
import { visitLogText } from '@/features/visit-log/visit-log.text';
import { useLocale } from '@/i18n/use-text';
import { back, usePageParams } from '@/platform/navigation';
import { useQuery } from '@/platform/use-query';
import { Button, EmptyState, Page, QueryView, toast } from '@/ui';

/** 确认并评价. */
export default function ConfirmPage() {
  const visitId = usePageParams().visitId as VisitId;
  const t = visitLogText[useLocale()];
  const query = useQuery(readVisit, { params: { visitId } });
  const form = useConfirm(query.data, () => {
    toast(t.thanks);
    void back('family/home');
  });
  const open = query.data?.can.includes('confirm') ?? false;
  return (
    <Page
      title={t.confirm}
      backTo="family/home"
      actions={
        open ? (
          <Button onTap={form.send} disabled={form.rating === 0} busyText={t.sending}>
            {t.send}
          </Button>
        ) : undefined
      }
    >
      <QueryView query={query}>
        {(detail) =>
          detail.can.includes('confirm') ? (
            <ConfirmForm detail={detail} form={form} />
          ) : (
            <EmptyState
              icon="check"
              title={t.nothingToConfirm}
              action={
                <Button kind="outline" onTap={() => back('family/home')}>
                  {t.back}
                </Button>
              }
            />
          )
        }
      </QueryView>
    </Page>
  );
}
