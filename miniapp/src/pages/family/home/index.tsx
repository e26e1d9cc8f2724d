import type { ElderCard } from '@shared/people/people.contract';
import { readToday } from '@shared/visits/visits.contract';
import { AlertStrip } from '@/features/alerts/alert-strip';
import { SosButton } from '@/features/alerts/sos-button';
import { ElderChips } from '@/features/elders/elder-chips';
import { elderAbout, mayBeSeen, useMyElders } from '@/features/elders/my-elders';
import { homeText } from '@/features/home/home.text';
import { HomeActions } from '@/features/home/home-actions';
import { TodayCard } from '@/features/home/today-card';
import { WaitingConsent } from '@/features/home/waiting-consent';
import { WaitingList } from '@/features/home/waiting-list';
import { CallStrip } from '@/features/video-call/call-strip';
import { useCalling } from '@/features/video-call/use-calling';
import { useLocale } from '@/i18n';
import { callPhone, go, useQuery } from '@/platform';
import { Button, EmptyState, Page, QueryView, RefusalNotice } from '@/ui';

const openCall = (callId: string) => void go('video/call', { callId, answer: '1' });

/** 首页: is she all right today, in words, before any button. */
export default function HomePage() {
  const mine = useMyElders();
  const { query, elder } = mine;
  const t = homeText[useLocale()];
  return (
    <Page title={t.brand} tab="family/home" onRefresh={query.refresh}>
      <AlertStrip onOpen={(alertId) => void go('family/alert', { alertId })} />
      <CallStrip onAnswer={openCall} />
      <QueryView query={query}>
        {() => (
          <>
            <ElderChips mine={mine} withAdd />
            {elder ? (
              <OfElder key={elder.elderId} elder={elder} />
            ) : (
              <EmptyState
                icon="heart"
                title={t.welcomeTitle}
                note={t.welcomeBody}
                action={<Button onTap={() => go('family/add-elder')}>{t.addElder}</Button>}
              />
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function OfElder({ elder }: { readonly elder: ElderCard }) {
  const locale = useLocale();
  const { elderId, phone } = elder;
  const seen = mayBeSeen(elder);
  const today = useQuery(readToday, seen ? { params: { elderId } } : undefined);
  const calling = useCalling(openCall);
  const current = today.data?.current?.visit;
  const visitId = current?.status === 'checked_in' ? current.visitId : undefined;
  const cared = { ...elder, about: elderAbout(elder, locale) };
  const openElder = () => void go('family/elder', { elderId });
  if (!seen)
    return <WaitingConsent elder={cared} withdrawn={elder.kinship === 'withdrawn'} onOpenElder={openElder} />;
  return (
    <>
      <QueryView query={today} skeletonCards={1}>
        {(data) => (
          <TodayCard
            elder={cared}
            today={data}
            updatedAt={today.updatedAt}
            onOpenVisit={(visitId) => void go('family/visit', { visitId })}
            onOpenElder={openElder}
          />
        )}
      </QueryView>
      <RefusalNotice failure={calling.failure} />
      <HomeActions
        onAsk={() => void go('family/request', { elderId })}
        onVisits={() => void go('family/visits')}
        onTimeBank={() => void go('family/time-bank')}
        onPhone={phone === undefined ? undefined : () => callPhone(phone)}
        onVideo={() => calling.ring(elderId, visitId)}
      />
      <SosButton
        elderId={elderId}
        callName={elder.callName}
        onRaised={(alertId) => void go('family/alert', { alertId })}
      />
      {today.data ? (
        <WaitingList
          today={today.data}
          onOpen={(opens) =>
            void (opens.kind === 'visit'
              ? go('family/visit', { visitId: opens.id })
              : go('family/matching', { requestId: opens.id }))
          }
        />
      ) : null}
    </>
  );
}
