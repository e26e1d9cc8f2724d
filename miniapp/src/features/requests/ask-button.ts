import { type Refusal, refusalSentences } from '@shared/kernel/refusal';
import type { Locale } from '@/i18n';
import type { RequestDraft } from './draft';
import type { FormField } from './field-of-refusal';
import type { RequestWords } from './requests.text';
import type { Preview } from './use-preview';

/** What the one button of the page promises: 寻找附近的人（8 位可来）. */
export function askText(preview: Preview, draft: RequestDraft, t: RequestWords): string {
  if (!draft.serviceCode) return t.chooseService;
  switch (preview.status) {
    case 'none':
    case 'counting':
      return t.counting;
    case 'counted':
      return preview.count > 0 ? t.find(preview.count) : t.findNobody;
    // A late hour is refused by the preview too; the button then asks for it to be meant.
    case 'taken':
    case 'refused':
    case 'offline':
      return t.findAnyway;
  }
}

/** A refusal as the form shows it: where, and in which words. */
export const refusedLine = (refusal: Refusal, field: FormField, locale: Locale) => {
  const [zh, en] = refusalSentences[refusal.code];
  return { field, sentence: locale === 'zh-CN' ? zh : en };
};
