import { useState } from 'react';
import type { Answer, Failure } from '../platform/client';
import { toast } from './toast';

/** What came of the last thing sent: a word when it was kept, the refusal when not, and the page read anew either way. */
export function useSettled(saved: string, refresh: () => Promise<void>) {
  const [failure, setFailure] = useState<Failure>();
  const settle = async (answer: Answer<unknown>): Promise<boolean> => {
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(saved);
    await refresh();
    return answer.ok;
  };
  return { failure, settle };
}
