import { callOffAlert, readAlert } from '@shared/alerts/alerts.contract';
import type { AlertId } from '@shared/kernel/ids';
import { useCallback, useState } from 'react';
import { alertsText } from '@/features/alerts/alerts.text';
import { SosCount } from '@/features/alerts/sos-count';
import { useSos } from '@/features/alerts/use-sos';
import { ElderButton } from '@/features/elder-mode/elder-button';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { callPhone, command, type Failure, reLaunch, usePageParams, useQuery, useSession } from '@/platform';
import { Button, Card, Greeting, Page, RefusalNotice, Title } from '@/ui';

const home = () => void reLaunch('elder/home');

/** 紧急求助: five seconds to take it back, then who comes. 120 is one tap away from the first moment. */
export default function ElderSosPage() {
  const locale = useLocale();
  const t = alertsText[locale];
  const asked = usePageParams().alertId as AlertId | undefined;
  // Kept on the phone since signing in: nothing has to be fetched before help can be called.
  const elderId = useSession(
    (session) => session.signedIn?.person.grants.find((grant) => grant.role === 'elder')?.elderId,
  );
  const sos = useSos(elderId, asked);
  const { alertId, raise } = sos;
  const [counted, setCounted] = useState(asked !== undefined);
  const [failure, setFailure] = useState<Failure>();
  const alert = useQuery(readAlert, alertId ? { params: { alertId } } : undefined);
  const counting = useCallback(() => {
    setCounted(true);
    void raise();
  }, [raise]);
  const takeBack = async () => {
    if (alertId === undefined) return;
    const answer = await command(`call off ${alertId}`, callOffAlert, { params: { alertId }, body: {} });
    setFailure(answer.ok ? undefined : answer.failure);
    await alert.refresh();
  };
  const ambulance = (
    <ElderButton kind="sos" onTap={() => callPhone('120')}>
      {t.call120}
    </ElderButton>
  );
  if (!counted)
    return (
      <Page noBack>
        <SosCount onEnd={counting} />
        <ElderButton kind="company" onTap={home}>
          {t.cancel}
        </ElderButton>
        {ambulance}
      </Page>
    );
  const { data } = alert;
  const open = data !== undefined && data.status !== 'handled' && data.status !== 'false_alarm';
  const standing = () => {
    if (data?.status === 'told') return t.told;
    if (data) return said(data.sentence, locale);
    // A link to an alert that is not there: nobody may believe that somebody was told.
    if (alert.failure?.kind === 'refused') return t.notRaised;
    return alertId ? t.told : t.telling;
  };
  return (
    <Page noBack onRefresh={alert.refresh}>
      {sos.failure ? (
        <>
          <Greeting>{sos.failure.kind === 'refused' ? t.notRaised : t.offline}</Greeting>
          <Button kind="outline" onTap={raise}>
            {t.again}
          </Button>
        </>
      ) : (
        <Greeting>{standing()}</Greeting>
      )}
      <RefusalNotice failure={failure} />
      {open ? (
        <Card>
          <Title>{t.stay}</Title>
        </Card>
      ) : null}
      {ambulance}
      {data?.can.includes('call_off') ? (
        <Button kind="outline" onTap={takeBack}>
          {t.iAmWell}
        </Button>
      ) : (
        <Button kind="outline" onTap={home}>
          {t.back}
        </Button>
      )}
    </Page>
  );
}
