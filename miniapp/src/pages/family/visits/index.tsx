import { listElderVisits } from '@shared/visits/visits.contract';
import { ElderChips } from '@/features/elders/elder-chips';
import { kinName } from '@/features/elders/kin-name';
import { mayBeSeen, useMyElders } from '@/features/elders/my-elders';
import { VisitList } from '@/features/visit-log/visit-list';
import { visitLogText } from '@/features/visit-log/visit-log.text';
import { isAhead } from '@/features/visit-log/visit-row';
import { useLocale } from '@/i18n';
import { go, useQuery } from '@/platform';
import { Button, EmptyState, Notice, Page, QueryView } from '@/ui';

/** 探访记录: everything that has been, newest first. */
export default function VisitsPage() {
  const mine = useMyElders();
  const { elder } = mine;
  const locale = useLocale();
  const t = visitLogText[locale];
  const query = useQuery(
    listElderVisits,
    elder && mayBeSeen(elder) ? { params: { elderId: elder.elderId }, query: { limit: 50 } } : undefined,
  );
  return (
    <Page title={t.title} backTo="family/home" onRefresh={query.refresh}>
      <ElderChips mine={mine} />
      <QueryView query={query}>
        {({ visits, unreadable }) => {
          const past = visits.filter((card) => !isAhead(card));
          return (
            <>
              {unreadable.length > 0 ? <Notice>{t.unreadable(unreadable.length)}</Notice> : null}
              {past.length === 0 ? (
                <EmptyState
                  icon="book"
                  title={t.empty(elder ? kinName(elder, locale) : '')}
                  action={
                    <Button onTap={() => go('family/request', elder ? { elderId: elder.elderId } : {})}>
                      {t.ask}
                    </Button>
                  }
                />
              ) : (
                <VisitList
                  cards={past}
                  onOpen={(card) => void go('family/visit', { visitId: card.visit.visitId })}
                />
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
