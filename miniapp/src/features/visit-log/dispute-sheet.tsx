import type { VisitId } from '@shared/kernel/ids';
import { disputeVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { Button, Chip, Field, RefusalNotice, Second, Sheet, Wrap } from '@/ui';
import { visitLogText } from './visit-log.text';

interface DisputeSheetProps {
  readonly visitId: VisitId;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** 有问题: a few usual reasons to tap, and words of one's own; the coordinator gets it. */
export function DisputeSheet({ visitId, open, onClose, onSent }: DisputeSheetProps) {
  const t = visitLogText[useLocale()];
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const answer = await command(`dispute ${visitId}`, disputeVisit, {
      params: { visitId },
      body: { reason: reason.trim() },
    });
    if (answer.ok) onSent();
    else setFailure(answer.failure);
  };
  return (
    <Sheet
      open={open}
      title={t.problemTitle}
      onClose={onClose}
      actions={
        <Button onTap={send} disabled={reason.trim() === ''} busyText={t.sending}>
          {t.problemSend}
        </Button>
      }
    >
      <Second>{t.problemBody}</Second>
      <Wrap>
        {t.problemReasons.map((usual) => (
          <Chip key={usual} chosen={reason === usual} onTap={() => setReason(usual)}>
            {usual}
          </Chip>
        ))}
      </Wrap>
      <Field kind="paragraph" label={t.problemHint} value={reason} onChange={setReason} maxLength={500} />
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
