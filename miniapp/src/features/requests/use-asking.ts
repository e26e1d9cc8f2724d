import type { RequestId } from '@shared/kernel/ids';
import type { Refusal } from '@shared/kernel/refusal';
import { makeRequest } from '@shared/service-requests/requests.contract';
import { useRef, useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import { sendAskingAtNight } from '@/ui';
import { askText, refusedLine } from './ask-button';
import { bodyOf, type RequestDraft } from './draft';
import { fieldOfRefusal } from './field-of-refusal';
import { requestText } from './requests.text';
import { type Preview, usePreview } from './use-preview';

interface Asking {
  readonly draft: RequestDraft;
  /** What the person wants, for the command: `ask for elder_…`. */
  readonly intent: string;
  readonly onSent: (requestId: RequestId) => Promise<void>;
}

/** Asking for help from a filled-in form, the same for a child and for the coordinator who books for an elder. */
export function useAsking({ draft, intent, onSent }: Asking) {
  const locale = useLocale();
  const t = requestText[locale];
  const [failure, setFailure] = useState<Failure>();
  const preview = usePreview(draft);
  /** The body whose late hour was said to be meant: sent again after a lost answer, it is the same command. */
  const meant = useRef('');
  const send = async (): Promise<void> => {
    const body = bodyOf(draft);
    if (!body) return;
    const key = JSON.stringify(body);
    const answer = await sendAskingAtNight(draft.minuteOfDay, (saidSo) => {
      if (saidSo) meant.current = key;
      const late = meant.current === key ? { confirmedNight: true as const } : {};
      return command(intent, makeRequest, { body: { ...body, ...late } });
    });
    if (answer === undefined) return;
    if (answer.ok) await onSent(answer.value.requestId);
    else setFailure(answer.failure);
  };
  const refusal = failure?.kind === 'refused' ? failure.refusal : refusalOf(preview);
  return {
    send,
    /** What the button promises. */
    text: askText(preview, draft, t),
    nobody: preview.status === 'counted' && preview.count === 0,
    /** Beside the line of the form that it is about. */
    refused: refusal && refusedLine(refusal, fieldOfRefusal(refusal), locale),
    /** When the elder is free that day, where the chosen time is taken. */
    freeAt: preview.status === 'taken' ? preview.freeAt : undefined,
    /** What no line of the form can say: no network, an old version. */
    failure: failure?.kind === 'refused' ? undefined : failure,
    forget: () => setFailure(undefined),
  };
}

const refusalOf = (preview: Preview): Refusal | undefined => {
  if (preview.status === 'refused') return preview.refusal;
  return preview.status === 'taken' ? { code: 'request_overlaps', field: 'body.startsAt' } : undefined;
};
