import type { Assessment, AssessmentIn } from '../assessments/assessment';
import { addDays } from '../kernel/instant';
import { type CaseFile, isPlanned, type Measure } from './case-file';
import { templateOf } from './kind';

/** An assessment that was made this long before the case was opened still counts as its "before". */
const EARLIER_DAYS = 30;

/**
 * The scales of a case before and after. Before is the last one finished until help began; after is the last one since
 * then. Only scales of the case's kind, each in the version of its "before".
 */
export function measuresOf(c: CaseFile, assessments: readonly Assessment[]): Measure[] {
  const since = isPlanned(c) ? c.helpSince : undefined;
  const from = addDays(c.openedAt, -EARLIER_DAYS);
  const done = assessments
    .filter((each): each is AssessmentIn<'completed'> => each.status === 'completed')
    .filter((each) => each.completedAt >= from)
    .sort((a, b) => (a.completedAt < b.completedAt ? -1 : 1));
  return templateOf(c.kind).instruments.map((code) => {
    const own = done.filter(({ instrument }) => instrument.code === code);
    const before = own.filter((each) => since === undefined || each.completedAt <= since).at(-1);
    const after =
      since === undefined || before === undefined
        ? undefined
        : own
            .filter(
              (each) => each.completedAt > since && each.instrument.version === before.instrument.version,
            )
            .at(-1);
    return {
      code,
      ...(before ? { version: before.instrument.version, before: before.result } : {}),
      ...(after ? { after: after.result } : {}),
    };
  });
}
