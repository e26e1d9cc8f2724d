import { readMyHelper } from '@shared/helpers/helpers.contract';
import { listOffers } from '@shared/offers/offers.contract';
import { listMyVisits } from '@shared/visits/visits.contract';
import { DayRoute } from '@/features/helper-day/day-route';
import { splitDays } from '@/features/helper-day/split-days';
import { OfferCard } from '@/features/offers/offer-card';
import { offersText } from '@/features/offers/offers.text';
import { useLocale } from '@/i18n';
import { go, greeting, useQuery, useSession } from '@/platform';
import { EmptyState, Ends, Greeting, Page, QueryView, Second, Section, Tag, useNow } from '@/ui';

/** 接单: one invitation at a time, and today's way from door to door. */
export default function HelperHomePage() {
  const locale = useLocale();
  const t = offersText[locale];
  const at = useNow();
  const offers = useQuery(listOffers, {});
  const visits = useQuery(listMyVisits, { query: {} });
  const me = useQuery(readMyHelper, {});
  const name = useSession((session) => session.signedIn?.person.name) ?? '';
  const { today } = splitDays(visits.data?.visits ?? [], at);
  const refresh = async () => {
    await Promise.all([offers.refresh(), visits.refresh(), me.refresh()]);
  };
  return (
    <Page title={t.title} tab="helper/home" onRefresh={refresh}>
      <Second>{t.today(today.length)}</Second>
      <Ends>
        <Greeting>{t.hello(greeting(at, locale), name.length > 2 ? name.slice(1) : name)}</Greeting>
        <Tag tone={me.data?.available === false ? 'grey' : 'pine'}>
          {me.data?.available === false ? t.resting : t.available}
        </Tag>
      </Ends>
      <QueryView query={offers}>
        {({ offers: [first, ...others] }) =>
          first ? (
            <>
              <OfferCard
                key={first.offer.offerId}
                card={first}
                onAnswered={(visitId) => {
                  void refresh();
                  if (visitId) void go('helper/visit', { visitId });
                }}
              />
              {others.length > 0 ? <Second>{t.more(others.length)}</Second> : null}
            </>
          ) : (
            <EmptyState icon="bag" title={t.none} note={t.noneNote} />
          )
        }
      </QueryView>
      {today.length > 0 ? (
        <Section title={t.route}>
          <DayRoute cards={today} onOpen={(visitId) => void go('helper/visit', { visitId })} />
        </Section>
      ) : null}
    </Page>
  );
}
