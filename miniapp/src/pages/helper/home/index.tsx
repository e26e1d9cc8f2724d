import { readMyHelper } from '@shared/helpers/helpers.contract';
import { listOffers } from '@shared/offers/offers.contract';
import { listMyVisits } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { AlertStrip } from '@/features/alerts/alert-strip';
import { visitAtHand } from '@/features/helper-day/at-hand';
import { AtHandCard } from '@/features/helper-day/at-hand-card';
import { DayRoute } from '@/features/helper-day/day-route';
import { helperDayText } from '@/features/helper-day/helper-day.text';
import { legsOf, totalMetres } from '@/features/helper-day/legs';
import { splitDays } from '@/features/helper-day/split-days';
import { OfferCard } from '@/features/offers/offer-card';
import { offersText } from '@/features/offers/offers.text';
import { WaitingNotice } from '@/features/outbox/waiting-notice';
import { CallStrip } from '@/features/video-call/call-strip';
import { DutyStrip } from '@/features/visit-duty/duty-row';
import { useReadAhead } from '@/features/visit-live/use-read-ahead';
import { WitnessStrip } from '@/features/witness/witness-strip';
import { useLocale } from '@/i18n';
import { distanceName, type Failure, go, greeting, useQuery, useSession } from '@/platform';
import {
  Card,
  EmptyState,
  Ends,
  Greeting,
  ListRow,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Tag,
  useNow,
} from '@/ui';

/** 接单: what is at hand, one invitation at a time, and today's way from door to door. */
export default function HelperHomePage() {
  const locale = useLocale();
  const t = offersText[locale];
  const day = helperDayText[locale];
  const at = useNow();
  const offers = useQuery(listOffers, {}, { keep: true });
  const visits = useQuery(listMyVisits, { query: {} }, { keep: true });
  const me = useQuery(readMyHelper, {}, { keep: true });
  const [gone, setGone] = useState<Failure>();
  const name = useSession((session) => session.signedIn?.person.name) ?? '';
  const { today } = splitDays(visits.data?.visits ?? [], at);
  const atHand = visitAtHand(today, at);
  useReadAhead(today);
  const legs = me.data ? legsOf(today, me.data.home, me.data.travel) : new Map();
  const metres = totalMetres(legs);
  const open = (visitId: string) => void go('helper/visit', { visitId });
  const refresh = async () => {
    await Promise.all([offers.refresh(), visits.refresh(), me.refresh()]);
  };
  const summary = () => {
    if (today.length === 0) return day.free;
    return metres > 0 ? day.day(today.length, distanceName(metres, locale)) : day.visits(today.length);
  };
  return (
    <Page title={t.title} tab="helper/home" onRefresh={refresh}>
      <AlertStrip onOpen={(alertId) => void go('helper/alert', { alertId })} />
      <WitnessStrip />
      <CallStrip onAnswer={(callId) => void go('video/call', { callId, answer: '1' })} />
      {/* Nothing is said of the day before it is known. */}
      {visits.data ? <Second>{summary()}</Second> : null}
      <Ends>
        <Greeting>{t.hello(greeting(at, locale), name.length > 2 ? name.slice(1) : name)}</Greeting>
        {me.data ? (
          <Tag tone={me.data.available ? 'pine' : 'grey'}>{me.data.available ? t.available : t.resting}</Tag>
        ) : null}
      </Ends>
      <DutyStrip onOpen={() => void go('helper/duty')} />
      <WaitingNotice />
      {atHand ? <AtHandCard card={atHand} onOpen={() => open(atHand.visit.visitId)} /> : null}
      <RefusalNotice failure={gone} />
      <QueryView query={offers} skeletonCards={1}>
        {({ offers: [first, ...others] }) =>
          first ? (
            <>
              <OfferCard
                key={first.offer.offerId}
                card={first}
                onAnswered={(visitId) => {
                  setGone(undefined);
                  void refresh();
                  if (visitId) open(visitId);
                }}
                onGone={(failure) => {
                  setGone(failure);
                  void refresh();
                }}
              />
              {others.length > 0 ? <Second>{t.more(others.length)}</Second> : null}
            </>
          ) : atHand ? null : (
            <EmptyState icon="bag" title={t.none} note={t.noneNote} />
          )
        }
      </QueryView>
      <Card flat>
        <ListRow label={t.timeBank} onTap={() => void go('helper/time-bank')} />
      </Card>
      {today.length > 0 ? (
        <Section title={t.route}>
          <DayRoute cards={today} legs={legs} onOpen={open} />
        </Section>
      ) : null}
    </Page>
  );
}
