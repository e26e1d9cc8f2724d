import type { Assessment } from '@shared/assessments/assessment';
import { fullScore } from '@shared/assessments/instrument';
import { currentInstrument, instrumentOf } from '@shared/assessments/instruments';
import { resultSentence } from '@shared/assessments/result';
import type { Measure } from '@shared/cases/case-file';
import type { ShownMeasure } from '@shared/cases/case-view';

/** Scales before and after with the sentence that says what changed, and the one that is still being answered. */
export const shownMeasures = (
  measures: readonly Measure[],
  assessments: readonly Assessment[],
): ShownMeasure[] =>
  measures.flatMap((each) => {
    const instrument =
      each.version === undefined
        ? currentInstrument(each.code)
        : instrumentOf({ code: each.code, version: each.version });
    if (!instrument) return [];
    const going = assessments.find(
      (one) => (one.status === 'open' || one.status === 'second') && one.instrument.code === each.code,
    );
    const latest = each.after ?? each.before;
    const sentence = latest && resultSentence(instrument, latest, each.after ? each.before : undefined);
    return [
      {
        ...each,
        name: instrument.name,
        full: fullScore(instrument),
        ...(sentence ? { sentence } : {}),
        ...(going ? { open: going.assessmentId } : {}),
      },
    ];
  });
