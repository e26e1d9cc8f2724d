import type { RequestId } from '@shared/kernel/ids';
import { guaranteeRequest } from '@shared/time-bank/time-bank.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { yuanName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { Button, Field, RefusalNotice, Second, Sheet, toast } from '@/ui';
import { guaranteeText } from './guarantee.text';

interface GuaranteeSheetProps {
  readonly requestId: RequestId;
  readonly onClose: () => void;
  readonly onPromised: () => void;
}

/** 兑付保障: nobody could come, so the county fund pays somebody of an organisation, and takes the minutes. */
export function GuaranteeSheet({ requestId, onClose, onPromised }: GuaranteeSheetProps) {
  const locale = useLocale();
  const t = guaranteeText[locale];
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const answer = await command(`guarantee ${requestId}`, guaranteeRequest, {
      params: { requestId },
      body: { why: why.trim() },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.promised(yuanName(answer.value.feeFen)));
    onPromised();
  };
  return (
    <Sheet
      open
      title={t.title}
      onClose={onClose}
      actions={
        <Button kind="pine" disabled={why.trim() === ''} onTap={send}>
          {t.send}
        </Button>
      }
    >
      <Second>{t.note}</Second>
      <RefusalNotice failure={failure} />
      <Field label={t.why} placeholder={t.whyHint} value={why} onChange={setWhy} maxLength={200} />
    </Sheet>
  );
}
