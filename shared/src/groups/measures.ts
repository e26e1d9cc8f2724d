import type { Assessment, AssessmentIn } from '../assessments/assessment';
import { instrumentOf } from '../assessments/instruments';
import { type Change, changeSince } from '../assessments/result';
import { addDays, type Instant } from '../kernel/instant';
import type { Group, GroupReport, MemberMeasure } from './group';
import { type GroupSession, heldOf } from './group-session';
import { type GroupMember, joinedOf } from './member';
import { themes } from './theme';

/** A scale that was asked this long before the first session still counts as "before". */
const EARLIER_DAYS = 60;

/** When the group first met; until then everything is "before". */
const firstHeld = (sessions: readonly GroupSession[]): Instant | undefined =>
  heldOf(sessions)
    .map((each) => each.startsAt)
    .sort()[0];

type Done = AssessmentIn<'completed'>;
const versionOf = (a: Done): string => a.instrument.version;

/**
 * The scale of the theme for each member: before is the last one finished until the first session, after is the last
 * one since, in the same version.
 */
export function memberMeasures(
  g: Pick<Group, 'theme' | 'openedAt'>,
  members: readonly GroupMember[],
  sessions: readonly GroupSession[],
  assessments: readonly Assessment[],
): MemberMeasure[] {
  const since = firstHeld(sessions);
  const from = addDays(g.openedAt, -EARLIER_DAYS);
  const done = assessments
    .filter((each): each is Done => each.status === 'completed')
    .filter((each) => each.instrument.code === themes[g.theme].instrument && each.completedAt >= from)
    .sort((a, b) => (a.completedAt < b.completedAt ? -1 : 1));
  return joinedOf(members).map(({ elderId, name }) => {
    const own = done.filter((each) => each.elderId === elderId);
    const before = own.filter((each) => since === undefined || each.completedAt <= since).at(-1);
    const after =
      since === undefined || before === undefined
        ? undefined
        : own.filter((each) => each.completedAt > since && versionOf(each) === versionOf(before)).at(-1);
    return {
      elderId,
      name,
      ...(before ? { before: before.result } : {}),
      ...(after ? { after: after.result } : {}),
    };
  });
}

/** Better, worse or the same, where both are whole. */
export function directionOf(
  g: Pick<Group, 'theme'>,
  { before, after }: Pick<MemberMeasure, 'before' | 'after'>,
  version: string,
): Change['direction'] | undefined {
  if (!before || !after) return undefined;
  const instrument = instrumentOf({ code: themes[g.theme].instrument, version });
  return changeSince(instrument, before, after)?.direction;
}

/** What the sessions and the scales came to. */
export function reportOf(
  g: Group,
  members: readonly GroupMember[],
  sessions: readonly GroupSession[],
  measures: readonly MemberMeasure[],
  version: string,
): GroupReport {
  const held = heldOf(sessions);
  const lines = held.flatMap((each) => each.attendance);
  const workers = held.flatMap((each) => each.workersCame);
  const credits = workers.flatMap(({ credit }) => (credit.kind === 'credited' ? [credit.minutes] : []));
  const directions = measures.map((each) => directionOf(g, each, version));
  const counted = (direction: Change['direction']) => directions.filter((each) => each === direction).length;
  return {
    members: joinedOf(members).length,
    held: held.length,
    cancelled: sessions.filter((each) => each.status === 'cancelled').length,
    expected: lines.length,
    came: lines.filter((each) => each.came).length,
    helpers: new Set(workers.filter((each) => each.credit.kind === 'credited').map((each) => each.personId))
      .size,
    minutesCredited: credits.reduce((sum, each) => sum + each, 0),
    better: counted('better'),
    same: counted('same'),
    worse: counted('worse'),
    measures: [...measures],
  };
}
