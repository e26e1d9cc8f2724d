import type { PersonId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import {
  type Group,
  type GroupEvaluation,
  type GroupIn,
  type GroupReport,
  type GroupStatus,
  groupTransitions,
  type MemberMeasure,
} from './group';
import { type GroupSession, heldOf } from './group-session';
import { type GroupMember, joinedOf } from './member';
import { dutiesCovered } from './worker';

/** Everything a decision about a group looks at. */
export interface Whole {
  readonly group: Group;
  readonly members: readonly GroupMember[];
  readonly sessions: readonly GroupSession[];
}

const mayGo = (g: Group, to: GroupStatus): Result<void> =>
  groupTransitions[g.status].includes(to) ? allow(undefined) : refuse('group_step_not_next');

const baseOf = (g: Group) => ({
  groupId: g.groupId,
  villageCode: g.villageCode,
  name: g.name,
  theme: g.theme,
  purpose: g.purpose,
  place: g.place,
  places: g.places,
  responsible: g.responsible,
  openedAt: g.openedAt,
  rounds: g.rounds,
});

/** Two elders at least have said yes, a session is planned, and each duty of it is somebody's. */
export function begin({ group: g, members, sessions }: Whole, at: Instant): Result<GroupIn<'running'>> {
  if (g.status !== 'forming') return refuse('group_step_not_next');
  if (joinedOf(members).length < 2) return refuse('group_too_few', 'members');
  const planned = sessions.filter((each) => each.status === 'planned');
  if (planned.length === 0) return refuse('group_session_missing', 'sessions');
  if (!planned.every((each) => dutiesCovered(each.workers))) return refuse('group_duty_missing', 'sessions');
  return allow({ ...baseOf(g), status: 'running', begunAt: at });
}

interface Evaluated {
  readonly words: Pick<GroupEvaluation, 'summary' | 'memberWords' | 'noAfter'>;
  readonly measures: readonly MemberMeasure[];
  readonly by: PersonId;
  readonly at: Instant;
}

/** Every session is kept or called off, and who was asked before is asked again, or it says why not. */
export function evaluate(
  { group: g, sessions }: Whole,
  { words, measures, by, at }: Evaluated,
): Result<GroupIn<'evaluated'>> {
  if (g.status !== 'running') return refuse('group_step_not_next');
  if (heldOf(sessions).length === 0) return refuse('group_session_missing', 'sessions');
  if (sessions.some((each) => each.status === 'planned')) return refuse('group_session_open', 'sessions');
  if (words.summary === '') return refuse('group_words_missing', 'body.summary');
  const silent = measures.find(
    (each) => each.before && !each.after && words.noAfter[each.elderId] === undefined,
  );
  if (silent) return refuse('group_after_missing', `body.noAfter.${silent.elderId}`);
  return allow({ ...baseOf(g), status: 'evaluated', begunAt: g.begunAt, evaluation: { ...words, by, at } });
}

interface Closing {
  readonly reason: GroupIn<'closed'>['closing']['reason'];
  readonly why: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly report: GroupReport;
}

/** An evaluated group closes with its report; one that never began closes with a reason. */
export function close(g: Group, closing: Closing): Result<GroupIn<'closed'>> {
  const may = mayGo(g, 'closed');
  if (!may.ok) return may;
  if (g.status === 'forming' && closing.why === '') return refuse('group_words_missing', 'body.why');
  return allow({
    ...baseOf(g),
    ...(g.status === 'evaluated'
      ? { begunAt: g.begunAt, rounds: [...g.rounds, g.evaluation].slice(-10) }
      : {}),
    status: 'closed',
    closing,
  });
}

/** The way back: what was evaluated stays on record among the rounds. */
export function reopen(g: Group): Result<GroupIn<'running' | 'forming'>> {
  if (g.status === 'evaluated')
    return allow({
      ...baseOf(g),
      status: 'running',
      begunAt: g.begunAt,
      rounds: [...g.rounds, g.evaluation].slice(-10),
    });
  if (g.status !== 'closed') return refuse('group_step_not_next');
  return g.begunAt === undefined
    ? allow({ ...baseOf(g), status: 'forming' })
    : allow({ ...baseOf(g), status: 'running', begunAt: g.begunAt });
}

/** What may still be changed: everything but a closed group. */
export const isGoing = (g: Group): g is Exclude<Group, { status: 'closed' }> => g.status !== 'closed';
