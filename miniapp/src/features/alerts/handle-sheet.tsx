import { type AlertView, handleAlert } from '@shared/alerts/alerts.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { command, type Failure } from '@/platform';
import { Button, Field, RefusalNotice, Sheet, toast } from '@/ui';
import { alertsText } from './alerts.text';

interface HandleSheetProps {
  readonly alert: AlertView;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** 已处理: what was done in a sentence, or that it was nothing; whoever was told hears of it. */
export function HandleSheet({ alert, onClose, onSettled }: HandleSheetProps) {
  const t = alertsText[useLocale()];
  const [what, setWhat] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async (outcome: 'handled' | 'false_alarm', words: string) => {
    const answer = await command(`handle ${alert.alertId} ${outcome}`, handleAlert, {
      params: { alertId: alert.alertId },
      body: { outcome, what: words },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.settled);
    onSettled();
  };
  return (
    <Sheet open title={t.doneTitle} onClose={onClose}>
      <RefusalNotice failure={failure} />
      <Field kind="paragraph" label={t.what} value={what} onChange={setWhat} maxLength={300} />
      <Button kind="pine" disabled={what.trim() === ''} onTap={() => send('handled', what.trim())}>
        {t.handled}
      </Button>
      <Button kind="outline" onTap={() => send('false_alarm', t.well)}>
        {t.well}
      </Button>
    </Sheet>
  );
}
