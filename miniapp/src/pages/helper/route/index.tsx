import { readMyHelper } from '@shared/helpers/helpers.contract';
import { listMyVisits } from '@shared/visits/visits.contract';
import { DayRoute } from '@/features/helper-day/day-route';
import { helperDayText } from '@/features/helper-day/helper-day.text';
import { legsOf, totalMinutes } from '@/features/helper-day/legs';
import { splitDays } from '@/features/helper-day/split-days';
import { useLocale } from '@/i18n';
import { go, minutesName, useQuery } from '@/platform';
import { EmptyState, Page, QueryView, Section, useNow } from '@/ui';

/** 日程: the routes of today and tomorrow with the way to each door, what comes, and what lies behind. */
export default function HelperRoutePage() {
  const locale = useLocale();
  const t = helperDayText[locale];
  const at = useNow();
  const visits = useQuery(listMyVisits, { query: {} });
  const me = useQuery(readMyHelper, {});
  const open = (visitId: string) => void go('helper/visit', { visitId });
  return (
    <Page title={t.title} tab="helper/route" onRefresh={visits.refresh}>
      <QueryView query={visits}>
        {(data) => {
          const days = splitDays(data.visits, at);
          const wayOf = (cards: typeof days.today) =>
            me.data ? legsOf(cards, me.data.home, me.data.travel) : undefined;
          const ways = { today: wayOf(days.today), tomorrow: wayOf(days.tomorrow) };
          const onTheWay = minutesName(ways.tomorrow ? totalMinutes(ways.tomorrow) : 0, locale);
          const parts = [
            { title: t.today, cards: days.today, legs: ways.today },
            {
              title: t.tomorrow(days.tomorrow.length, onTheWay),
              cards: days.tomorrow,
              legs: ways.tomorrow,
            },
            { title: t.coming, cards: days.coming, withDate: true },
            { title: t.earlier, cards: days.earlier, withDate: true },
          ].filter(({ cards }) => cards.length > 0);
          if (parts.length === 0) return <EmptyState icon="calendar" title={t.none} note={t.noneNote} />;
          return (
            <>
              {parts.map(({ title, cards, withDate = false, legs }) => (
                <Section key={title} title={title}>
                  <DayRoute cards={cards} withDate={withDate} onOpen={open} {...(legs ? { legs } : {})} />
                </Section>
              ))}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
