import type { Assessment } from '@shared/assessments/assessment';
import { fullScore } from '@shared/assessments/instrument';
import { currentInstrument, instrumentOf } from '@shared/assessments/instruments';
import { resultSentence } from '@shared/assessments/result';
import type { MemberMeasure } from '@shared/groups/group';
import type { ShownMemberMeasure } from '@shared/groups/group-view';
import { memberMeasures } from '@shared/groups/measures';
import { joinedOf } from '@shared/groups/member';
import { type GroupTheme, themes } from '@shared/groups/theme';
import { assessmentItem } from '../assessments/items';
import type { Deps } from '../platform/deps';
import type { StoredWhole } from './access';

export interface Measured {
  readonly measures: readonly MemberMeasure[];
  readonly assessments: readonly Assessment[];
  /** Of the scale: that in which the members were asked before, or else the current one. */
  readonly version: string;
}

export async function assessmentsOf(deps: Deps, elderIds: readonly string[]): Promise<Assessment[]> {
  const pages = await Promise.all(
    elderIds.map((id) =>
      deps.table.list(assessmentItem, { index: 'byElder', pk: `ELDER#${id}`, prefix: 'ASSESSMENT#' }),
    ),
  );
  return pages.flatMap((page) => page.items.map(({ value }) => value));
}

export async function measured(deps: Deps, whole: StoredWhole): Promise<Measured> {
  const { group: g, members, sessions } = whole;
  const assessments = await assessmentsOf(
    deps,
    joinedOf(members).map((each) => each.elderId),
  );
  const measures =
    g.status === 'closed' ? g.closing.report.measures : memberMeasures(g, members, sessions, assessments);
  return { measures, assessments, version: scaleOf(g.theme).version };
}

export function scaleOf(theme: GroupTheme) {
  const instrument = currentInstrument(themes[theme].instrument);
  if (!instrument) throw new Error(`no instrument for ${theme}`);
  return instrument;
}

/** A member's scale with its sentence, and where it is still being answered. */
export function shown(theme: GroupTheme, { measures, assessments, version }: Measured): ShownMemberMeasure[] {
  const instrument = instrumentOf({ code: themes[theme].instrument, version });
  return measures.map((each) => {
    const latest = each.after ?? each.before;
    const open = assessments.find(
      (a) => a.elderId === each.elderId && a.status === 'open' && a.instrument.code === instrument.code,
    );
    return {
      ...each,
      full: fullScore(instrument),
      ...(latest
        ? { sentence: resultSentence(instrument, latest, each.after ? each.before : undefined) }
        : {}),
      ...(open ? { open: open.assessmentId } : {}),
    };
  });
}
