import { dictionary } from '@/i18n/dictionary';
import { boardText } from './board.text';
import { carePlanText } from './care-plan.text';
import { caseText } from './case.text';
import { evaluationText } from './evaluation.text';
import { planText } from './plan.text';

/** For what speaks of several parts of a case at once; whatever speaks of one imports that. */
export const casesText = dictionary({
  'zh-CN': {
    ...boardText['zh-CN'],
    ...caseText['zh-CN'],
    ...planText['zh-CN'],
    ...evaluationText['zh-CN'],
    ...carePlanText['zh-CN'],
  },
  en: { ...boardText.en, ...caseText.en, ...planText.en, ...evaluationText.en, ...carePlanText.en },
});
