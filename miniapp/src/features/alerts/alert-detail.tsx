import { type AlertView, acknowledgeAlert } from '@shared/alerts/alerts.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { callPhone, clockTime, command, type Failure, showMap } from '@/platform';
import {
  Body,
  Button,
  ButtonRow,
  Card,
  Greeting,
  Panel,
  RefusalNotice,
  Second,
  Section,
  Tag,
  Timeline,
  toast,
} from '@/ui';
import { alertsText } from './alerts.text';
import { AllowWeChat } from './allow-wechat';
import { HandleSheet } from './handle-sheet';

interface AlertDetailProps {
  readonly alert: AlertView;
  /** Family far away sees to it by telephone; whoever is near goes. */
  readonly near: boolean;
  readonly onChanged: () => Promise<unknown>;
}

/** One alert as whoever may help reads it: what, how it stands, what I can do, what comes next, what happened. */
export function AlertDetail({ alert, near, onChanged }: AlertDetailProps) {
  const locale = useLocale();
  const t = alertsText[locale];
  const [failure, setFailure] = useState<Failure>();
  const [settling, setSettling] = useState(false);
  const { alertId, home, can } = alert;
  const answer = async (going: boolean) => {
    const done = await command(`answer ${alertId} ${going}`, acknowledgeAlert, {
      params: { alertId },
      body: { going },
    });
    setFailure(done.ok ? undefined : done.failure);
    if (done.ok) toast(going ? t.goingSaid : t.seenSaid);
    await onChanged();
  };
  const open = can.includes('acknowledge');
  return (
    <>
      <Greeting>{said(alert.matter, locale)}</Greeting>
      <Panel tone={open ? 'alarm' : 'pine'} title={said(alert.sentence, locale)}>
        <Second>{clockTime(alert.raisedAt)}</Second>
      </Panel>
      <RefusalNotice failure={failure} />
      {open ? (
        <>
          <ButtonRow>
            {near ? (
              <Button kind="danger" onTap={() => answer(true)}>
                {t.going}
              </Button>
            ) : (
              <Button kind="danger" onTap={() => answer(false)}>
                {t.seen}
              </Button>
            )}
            {can.includes('handle') ? (
              <Button kind="pine" onTap={() => setSettling(true)}>
                {t.done}
              </Button>
            ) : null}
          </ButtonRow>
          <ButtonRow>
            {home?.phone ? (
              <Button kind="outline" icon="phone" onTap={() => callPhone(home.phone ?? '')}>
                {t.callElder}
              </Button>
            ) : null}
            <Button kind="outline" icon="phone" onTap={() => callPhone('120')}>
              {t.call120}
            </Button>
          </ButtonRow>
        </>
      ) : null}
      {home ? (
        <Card
          title={t.where}
          onTap={() => void showMap(home.position, alert.callName, home.address)}
          label={t.where}
        >
          <Body>{home.address}</Body>
          {home.directions ? <Second>{home.directions}</Second> : null}
          {home.doorNotes ? <Second>{home.doorNotes}</Second> : null}
        </Card>
      ) : null}
      {alert.next ? (
        <Card title={t.next}>
          <Body>{said(alert.next, locale)}</Body>
        </Card>
      ) : null}
      <Section title={t.happened} aside={<Tag tone={open ? 'alarm' : 'pine'}>{open ? t.open : t.over}</Tag>}>
        <Card>
          <Timeline
            items={alert.timeline.map(({ at, sentence }, index) => ({
              key: `${at} ${index}`,
              title: said(sentence, locale),
              note: clockTime(at),
              done: true,
            }))}
          />
        </Card>
      </Section>
      <AllowWeChat />
      {settling ? (
        <HandleSheet
          alert={alert}
          onClose={() => setSettling(false)}
          onSettled={() => {
            setSettling(false);
            void onChanged();
          }}
        />
      ) : null}
    </>
  );
}
