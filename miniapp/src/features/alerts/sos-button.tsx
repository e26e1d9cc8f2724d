import { raiseAlert } from '@shared/alerts/alerts.contract';
import type { AlertId, ElderId, VisitId } from '@shared/kernel/ids';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { callPhone, command, type Failure } from '@/platform';
import { Body, Button, RefusalNotice, Sheet } from '@/ui';
import { alertsText } from './alerts.text';

interface SosButtonProps {
  readonly elderId: ElderId;
  readonly callName: string;
  /** A helper raises it out of a visit of theirs. */
  readonly visitId?: VisitId;
  readonly onRaised: (alertId: AlertId) => void;
}

/** For whoever is with the elder or has just heard from them: one question, and 120 beside it. */
export function SosButton({ elderId, callName, visitId, onRaised }: SosButtonProps) {
  const t = alertsText[useLocale()];
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const raise = async () => {
    const answer = await command(`sos ${elderId}`, raiseAlert, {
      body: { elderId, ...(visitId === undefined ? {} : { visitId }) },
    });
    if (!answer.ok) return setFailure(answer.failure);
    setAsking(false);
    onRaised(answer.value.alertId);
  };
  return (
    <>
      <Button kind="quiet" onTap={() => setAsking(true)}>
        {t.raise}
      </Button>
      <Sheet open={asking} title={t.raiseFor(callName)} onClose={() => setAsking(false)}>
        <Body>{t.raiseNote}</Body>
        <RefusalNotice failure={failure} />
        <Button kind="danger" onTap={raise}>
          {t.raiseYes}
        </Button>
        <Button kind="outline" icon="phone" onTap={() => callPhone('120')}>
          {t.call120}
        </Button>
      </Sheet>
    </>
  );
}
