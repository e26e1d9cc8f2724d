import { useState } from 'react';
import { useLocale } from '@/i18n';
import type { Answer, Failure } from '@/platform';
import { Button, ButtonRow, RefusalNotice, Second, Sheet } from '@/ui';
import { ReasonChips } from './reason-chips';
import { visitLiveText } from './visit-live.text';

interface CancelSheetProps {
  readonly onClose: () => void;
  readonly onCancel: (reason: string) => Promise<Answer<unknown>>;
  readonly onDone: () => void;
}

/** 去不了了: with a reason, because the family and whoever is asked next want to know. */
export function CancelSheet({ onClose, onCancel, onDone }: CancelSheetProps) {
  const t = visitLiveText[useLocale()];
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const answer = await onCancel(reason.trim());
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  };
  return (
    <Sheet
      open
      title={t.cancel}
      onClose={onClose}
      actions={
        <ButtonRow>
          <Button kind="outline" onTap={onClose}>
            {t.keep}
          </Button>
          <Button kind="danger" disabled={reason.trim() === ''} onTap={send}>
            {t.cancelSend}
          </Button>
        </ButtonRow>
      }
    >
      <RefusalNotice failure={failure} />
      <Second>{t.cancelNote}</Second>
      <ReasonChips usual={t.cancelReasons} label={t.ownReason} value={reason} onChange={setReason} />
    </Sheet>
  );
}
