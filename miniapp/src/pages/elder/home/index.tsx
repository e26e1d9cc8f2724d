import { listServices } from '@shared/catalogue/catalogue.contract';
import type { Service } from '@shared/catalogue/service';
import { listElders } from '@shared/people/people.contract';
import { makeRequest } from '@shared/service-requests/requests.contract';
import { isUnderWay } from '@shared/visits/visit';
import { readToday } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { AlertStrip } from '@/features/alerts/alert-strip';
import { ElderButton } from '@/features/elder-mode/elder-button';
import { elderModeText } from '@/features/elder-mode/elder-mode.text';
import { soonest } from '@/features/elder-mode/soonest';
import { SureSheet } from '@/features/elder-mode/sure-sheet';
import { WhoCard } from '@/features/elder-mode/who-card';
import { whoComes } from '@/features/elder-mode/who-comes';
import { GroupAsked } from '@/features/groups/group-asked';
import { CallStrip } from '@/features/video-call/call-strip';
import { useCalling } from '@/features/video-call/use-calling';
import { HomeCode } from '@/features/visit-log/home-code';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { command, dateName, type Failure, go, greeting, now, useQuery } from '@/platform';
import { useSession } from '@/platform/session';
import {
  Body,
  Button,
  Ends,
  Greeting,
  Notice,
  Page,
  QueryView,
  RefusalNotice,
  Sheet,
  toast,
  useNow,
} from '@/ui';

/** What an elder asks for with one more tap. */
const FEW = ['company', 'meal', 'firewood', 'measuring', 'medicine'];

/** The elder's own page: one sentence of who comes, and three buttons. */
export default function ElderHomePage() {
  const locale = useLocale();
  const t = elderModeText[locale];
  const at = useNow();
  const elders = useQuery(listElders, { query: {} });
  const me = elders.data?.elders[0];
  // Known before any answer: a button pressed at once has to do something.
  const elderId = useSession(
    (session) => session.signedIn?.person.grants.find((grant) => grant.role === 'elder')?.elderId,
  );
  const today = useQuery(readToday, elderId ? { params: { elderId } } : undefined);
  const services = useQuery(listServices, {});
  const [choosing, setChoosing] = useState(false);
  const [wanted, setWanted] = useState<Service>();
  const [failure, setFailure] = useState<Failure>();
  const serviceOf = (code: string) => services.data?.services.find((each) => each.code === code);
  const openCall = (callId: string) => void go('video/call', { callId, answer: '1' });
  const calling = useCalling(openCall);
  const see = async () => {
    // While somebody visits, the call belongs to the visit and is told in its log.
    const visit = today.data?.current?.visit;
    if (elderId) await calling.ring(elderId, visit?.status === 'checked_in' ? visit.visitId : undefined);
  };
  const want = (service: Service | undefined) => {
    setChoosing(false);
    setFailure(undefined);
    setWanted(service);
  };
  const ask = async (service: Service) => {
    if (!elderId) return;
    const answer = await command(`elder asks ${service.code}`, makeRequest, {
      body: {
        elderId,
        serviceCode: service.code,
        startsAt: soonest(now()),
        minutes: service.usualMinutes,
        urgency: 'soon',
        wishes: {},
        payBy: 'time',
        note: '',
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    setWanted(undefined);
    if (answer.ok) toast(t.asked);
    await today.refresh();
  };
  const overlaps = failure?.kind === 'refused' && failure.refusal.code === 'request_overlaps';
  return (
    <Page noBack onRefresh={today.refresh}>
      <AlertStrip onOpen={(alertId) => void go('elder/sos', { alertId })} />
      <CallStrip onAnswer={openCall} onCallBack={see} />
      <Greeting>{me ? t.hello(me.callName, greeting(at, locale)) : greeting(at, locale)}</Greeting>
      <Ends>
        <Body>{dateName(at, locale)}</Body>
        <Settings />
      </Ends>
      <QueryView query={today} skeletonCards={1}>
        {(data) => (
          <>
            <WhoCard {...whoComes(data, at, t, locale)} />
            {elderId && data.current && isUnderWay(data.current.visit) ? (
              <HomeCode elderId={elderId} />
            ) : null}
          </>
        )}
      </QueryView>
      {elderId ? <GroupAsked elderId={elderId} own /> : null}
      {overlaps ? <Notice>{t.overlaps}</Notice> : <RefusalNotice failure={failure ?? calling.failure} />}
      <ElderButton kind="company" onTap={see}>
        {t.children}
      </ElderButton>
      <ElderButton kind="help" onTap={() => setChoosing(true)}>
        {t.help}
      </ElderButton>
      <ElderButton kind="sos" onTap={() => void go('elder/sos')}>
        {t.sos}
      </ElderButton>
      <Sheet open={choosing} title={t.what} onClose={() => setChoosing(false)}>
        {FEW.map(serviceOf).map((service) =>
          service ? (
            <Button key={service.code} kind="outline" onTap={() => want(service)}>
              {said(service, locale)}
            </Button>
          ) : null,
        )}
      </Sheet>
      {wanted ? (
        <SureSheet
          service={wanted}
          startsAt={soonest(now())}
          onClose={() => setWanted(undefined)}
          onYes={() => ask(wanted)}
        />
      ) : null}
    </Page>
  );
}

/** The way to the account, small: it is for whoever set the phone up. */
const Settings = () => {
  const t = elderModeText[useLocale()];
  return (
    <Button small kind="quiet" onTap={() => go('account')}>
      {t.settings}
    </Button>
  );
};
