import type { RequestId } from '@shared/kernel/ids';
import type { ServiceRequest } from '@shared/service-requests/request';
import { assignHelper } from '@shared/service-requests/requests.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, Chips, RefusalNotice, Second, Sheet } from '@/ui';
import type { Candidate } from './candidate-list';
import { queueText } from './queue.text';

interface AssignSheetProps {
  readonly requestId: RequestId;
  readonly candidate: Candidate;
  readonly onClose: () => void;
  readonly onAssigned: (request: ServiceRequest) => void;
}

/** Once more before somebody's day is filled: how it was agreed is kept in the history. */
export function AssignSheet({ requestId, candidate, onClose, onAssigned }: AssignSheetProps) {
  const t = queueText[useLocale()];
  const [way, setWay] = useState<string>(t.assignWays[0] ?? '');
  const [failure, setFailure] = useState<Failure>();
  const { helperId, name } = candidate.helper;
  const send = async () => {
    const answer = await command(`assign ${requestId} ${helperId}`, assignHelper, {
      params: { requestId },
      body: { helperId, why: way },
    });
    if (answer.ok) onAssigned(answer.value);
    else setFailure(answer.failure);
  };
  return (
    <Sheet
      open
      title={t.assignAsk(name)}
      onClose={onClose}
      actions={<Button onTap={send}>{t.assignSend}</Button>}
    >
      <RefusalNotice failure={failure} />
      <Second>{t.assignNote}</Second>
      <Chips options={t.assignWays.map((value) => ({ value, text: value }))} value={way} onChoose={setWay} />
    </Sheet>
  );
}
