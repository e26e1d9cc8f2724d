import type { RequestId } from '@shared/kernel/ids';
import { closeUnmetRequest } from '@shared/service-requests/requests.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, Chip, Field, RefusalNotice, Sheet, Wrap } from '@/ui';
import { queueText } from './queue.text';

interface CloseSheetProps {
  readonly requestId: RequestId;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

/** 结束求助: the family reads why. */
export function CloseSheet({ requestId, onClose, onClosed }: CloseSheetProps) {
  const t = queueText[useLocale()];
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const answer = await command(`close ${requestId}`, closeUnmetRequest, {
      params: { requestId },
      body: { reason: reason.trim() },
    });
    if (answer.ok) onClosed();
    else setFailure(answer.failure);
  };
  return (
    <Sheet
      open
      title={t.closeTitle}
      onClose={onClose}
      actions={
        <Button kind="danger" disabled={reason.trim() === ''} onTap={send}>
          {t.close}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      <Wrap>
        {t.closeReasons.map((usual) => (
          <Chip key={usual} chosen={reason === usual} onTap={() => setReason(usual)}>
            {usual}
          </Chip>
        ))}
      </Wrap>
      <Field label={t.closeOwn} value={reason} onChange={setReason} maxLength={200} />
    </Sheet>
  );
}
