import type { Instant } from '@shared/kernel/instant';
import type { Refusal } from '@shared/kernel/refusal';
import { previewRequest } from '@shared/service-requests/requests.contract';
import { useEffect, useRef, useState } from 'react';
import { call } from '@/platform';
import { previewBodyOf, type RequestDraft } from './draft';

const PAUSE_MILLIS = 350;

export type Preview =
  | { readonly status: 'none' }
  | { readonly status: 'counting' }
  | { readonly status: 'counted'; readonly count: number; readonly feeFen: number | undefined }
  /** The elder has something else then; `freeAt` is the soonest later start on that day. */
  | { readonly status: 'taken'; readonly freeAt: Instant | undefined }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'offline' };

/** How many could come for what is filled in now; asked again a moment after each change. */
export function usePreview(draft: RequestDraft): Preview {
  const body = previewBodyOf(draft);
  const key = body ? JSON.stringify(body) : '';
  const [preview, setPreview] = useState<Preview>({ status: 'none' });
  const latest = useRef(key);
  latest.current = key;
  const asked = useRef(body);
  asked.current = body;
  useEffect(() => {
    if (key === '') {
      setPreview({ status: 'none' });
      return;
    }
    setPreview({ status: 'counting' });
    const timer = setTimeout(async () => {
      if (!asked.current) return;
      const answer = await call(previewRequest, { body: asked.current });
      // The person went on choosing while this was counted.
      if (latest.current !== key) return;
      if (answer.ok && answer.value.taken) setPreview({ status: 'taken', freeAt: answer.value.taken.freeAt });
      else if (answer.ok)
        setPreview({ status: 'counted', count: answer.value.count, feeFen: answer.value.feeFen });
      else if (answer.failure.kind === 'refused')
        setPreview({ status: 'refused', refusal: answer.failure.refusal });
      else setPreview({ status: 'offline' });
    }, PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [key]);
  return preview;
}
