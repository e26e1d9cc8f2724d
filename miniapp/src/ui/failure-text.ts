import { refusalSentences } from '@shared/kernel/refusal';
import type { Locale } from '../i18n/locale';
import type { Failure } from '../platform/client-core';
import { uiText } from './ui.text';

export interface FailureText {
  readonly title: string;
  readonly advice: string;
}

/** Every failure as a sentence that says what to do next. */
export function failureText(failure: Failure, locale: Locale): FailureText {
  const text = uiText[locale];
  if (failure.kind === 'offline') return { title: text.offlineTitle, advice: text.offlineAdvice };
  if (failure.kind === 'unreadable') return { title: text.unreadableTitle, advice: text.unreadableAdvice };
  if (failure.kind === 'phone_full') return { title: text.fullTitle, advice: text.fullAdvice };
  const [zh, en] = refusalSentences[failure.refusal.code];
  return { title: text.refusedTitle, advice: locale === 'zh-CN' ? zh : en };
}
