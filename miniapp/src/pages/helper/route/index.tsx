import { readMyHelper } from '@shared/helpers/helpers.contract';
import { listMyVisits } from '@shared/visits/visits.contract';
import { DayRoute } from '@/features/helper-day/day-route';
import { helperDayText } from '@/features/helper-day/helper-day.text';
import { legsOf } from '@/features/helper-day/legs';
import { splitDays } from '@/features/helper-day/split-days';
import { useLocale } from '@/i18n';
import { go, useQuery } from '@/platform';
import { EmptyState, Page, QueryView, Section, useNow } from '@/ui';

/** 日程: today, what comes, and what lies behind. */
export default function HelperRoutePage() {
  const t = helperDayText[useLocale()];
  const at = useNow();
  const visits = useQuery(listMyVisits, { query: {} });
  const me = useQuery(readMyHelper, {});
  const open = (visitId: string) => void go('helper/visit', { visitId });
  return (
    <Page title={t.title} tab="helper/route" onRefresh={visits.refresh}>
      <QueryView query={visits}>
        {(data) => {
          const days = splitDays(data.visits, at);
          const parts = [
            { title: t.today, cards: days.today, withDate: false },
            { title: t.coming, cards: days.coming, withDate: true },
            { title: t.earlier, cards: days.earlier, withDate: true },
          ].filter(({ cards }) => cards.length > 0);
          const legs = me.data ? legsOf(days.today, me.data.home, me.data.travel) : undefined;
          if (parts.length === 0) return <EmptyState icon="calendar" title={t.none} note={t.noneNote} />;
          return (
            <>
              {parts.map(({ title, cards, withDate }) => (
                <Section key={title} title={title}>
                  <DayRoute
                    cards={cards}
                    withDate={withDate}
                    onOpen={open}
                    {...(legs && !withDate ? { legs } : {})}
                  />
                </Section>
              ))}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
