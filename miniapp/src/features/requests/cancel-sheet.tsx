import type { RequestId } from '@shared/kernel/ids';
import { cancelRequest } from '@shared/service-requests/requests.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, ButtonRow, Chip, Field, RefusalNotice, Second, Sheet, Wrap } from '@/ui';
import { requestText } from './requests.text';

interface CancelSheetProps {
  readonly requestId: RequestId;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Cancelling says why, because whoever accepted is told. */
export function CancelSheet({ requestId, open, onClose, onDone }: CancelSheetProps) {
  const t = requestText[useLocale()];
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const answer = await command(`cancel ${requestId}`, cancelRequest, {
      params: { requestId },
      body: { reason: reason.trim() },
    });
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  };
  return (
    <Sheet
      open={open}
      title={t.cancelTitle}
      onClose={onClose}
      actions={
        <ButtonRow>
          <Button kind="outline" onTap={onClose}>
            {t.keep}
          </Button>
          <Button onTap={send} disabled={reason.trim() === ''} busyText={t.sending}>
            {t.cancel}
          </Button>
        </ButtonRow>
      }
    >
      <Second>{t.cancelBody}</Second>
      <Wrap>
        {t.cancelReasons.map((usual) => (
          <Chip key={usual} chosen={reason === usual} onTap={() => setReason(usual)}>
            {usual}
          </Chip>
        ))}
      </Wrap>
      <Field label={t.reasonOther} value={reason} onChange={setReason} />
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
