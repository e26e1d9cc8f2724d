import { type CaseChange, changeCase } from '@shared/cases/case-change.contract';
import type { CaseId } from '@shared/kernel/ids';
import { useState } from 'react';
import { useText } from '@/i18n';
import { command, type Failure } from '@/platform';
import { toast } from '@/ui';
import { caseText } from './case.text';

/** Sends one change of a case, and says what came of it. */
export function useChange(caseId: CaseId, refresh: () => Promise<void>) {
  const text = useText(caseText);
  const [failure, setFailure] = useState<Failure>();
  const change = async (wanted: CaseChange): Promise<Failure | undefined> => {
    const answer = await command(`case ${caseId} ${wanted.act} ${idIn(wanted)}`, changeCase, {
      params: { caseId },
      body: { change: wanted },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(text.saved);
    await refresh();
    return answer.ok ? undefined : answer.failure;
  };
  return { change, failure, clear: () => setFailure(undefined) };
}

const idIn = (change: CaseChange): string => {
  if ('goalId' in change) return change.goalId;
  if ('interventionId' in change) return change.interventionId;
  if ('field' in change) return change.field;
  if ('id' in change) return change.id;
  return 'code' in change ? change.code : '';
};
