import {
  cancelSession,
  changeSession,
  type GroupSession,
  noteCall,
  noteProcess,
} from '@shared/groups/group-session';
import type { GroupChange, changeGroup as route } from '@shared/groups/groups.contract';
import { isGoing } from '@shared/groups/lifecycle';
import { type GroupMember, joinedOf } from '@shared/groups/member';
import type { HistoryAction } from '@shared/history/action';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { historyEntry } from '../history/items';
import { linkedElder } from '../people/access';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, replace, type Write } from '../table/port';
import { checkedWorkers, type StoredWhole, wholeGroup, writableGroup } from './access';
import { memberItem, sessionItem } from './items';

const actions: Readonly<Record<GroupChange['act'], HistoryAction>> = {
  words: 'group_changed',
  invite: 'group_invited',
  session: 'group_session_set',
  cancel: 'group_session_cancelled',
  call: 'group_called',
  process: 'group_process_noted',
};

/** Load → rule → one transaction that replaces the group, too: its version guards members and sessions. */
export const changeGroup: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'changeGroup', body: { ...params, ...body } },
    async () => {
      const stored = await writableGroup(deps, actor, params.groupId);
      if (!stored.ok) return stored;
      const whole = await wholeGroup(deps, stored.value);
      if (!isGoing(whole.group)) return refuse('group_over');
      const decided = await decide(deps, actor, whole, body.change);
      if (!decided.ok) return decided;
      const history = historyEntry(deps, actor, {
        subject: { kind: 'group', id: params.groupId },
        action: actions[body.change.act],
        why: decided.value.why,
      });
      const guard = replace(whole.stored, decided.value.group ?? whole.group);
      return allow({ reply: { groupId: params.groupId }, writes: [guard, ...decided.value.writes, history] });
    },
  );

interface Decided {
  readonly group?: StoredWhole['group'];
  readonly writes: readonly Write[];
  readonly why?: string;
}

async function decide(
  deps: Deps,
  actor: Actor,
  whole: StoredWhole,
  change: GroupChange,
): Promise<Result<Decided>> {
  const by = { by: actor.personId, at: deps.clock() };
  switch (change.act) {
    case 'words':
      if (change.words.places < joinedOf(whole.members).length)
        return refuse('group_full', 'body.change.words.places');
      return allow({ group: { ...whole.group, ...change.words }, writes: [], why: change.words.name });
    case 'invite':
      return invite(deps, actor, whole, change);
    case 'session':
      return setSession(deps, whole, change);
    case 'cancel':
      return onSession(whole, change, change.why, (s) => cancelSession(s, by.by, by.at, change.why));
    case 'call':
      return onSession(whole, change, change.note, (s) =>
        noteCall(s, change.elderId, { ...by, note: change.note }),
      );
    case 'process':
      return onSession(whole, change, change.process.nextTime, (s) =>
        noteProcess(s, { ...change.process, ...by }),
      );
  }
}

type Invite = Extract<GroupChange, { act: 'invite' }>;

/** Who declined or left may be asked again; who is on the list is not asked twice. */
async function invite(
  deps: Deps,
  actor: Actor,
  whole: StoredWhole,
  change: Invite,
): Promise<Result<Decided>> {
  const elder = await linkedElder(deps, actor, change.elderId);
  if (!elder.ok) return refuse('not_found', 'body.change.elderId');
  const old = whole.storedMembers.find(({ value }) => value.elderId === change.elderId);
  if (old?.value.status === 'invited' || old?.value.status === 'joined')
    return refuse('group_member_known', 'body.change.elderId');
  if (joinedOf(whole.members).length >= whole.group.places) return refuse('group_full');
  const member: GroupMember = {
    status: 'invited',
    groupId: whole.group.groupId,
    elderId: change.elderId,
    name: elder.value.value.name,
    callName: elder.value.value.callName,
    reason: change.reason,
    ...(change.of ? { of: change.of } : {}),
    invitedAt: deps.clock(),
  };
  const write = old ? replace<GroupMember>(old, member) : create(memberItem, member);
  return allow({ writes: [write], why: `${member.name}：${member.reason.zh}` });
}

type Session = Extract<GroupChange, { act: 'session' }>;

async function setSession(
  deps: Deps,
  whole: StoredWhole,
  { groupSessionId, words: wanted }: Session,
): Promise<Result<Decided>> {
  const workers = await checkedWorkers(deps, whole.group.villageCode, wanted.workers);
  if (!workers.ok) return workers;
  const words = { ...wanted, workers: workers.value };
  const why = words.title;
  if (whole.sessions.some((each) => each.groupSessionId === groupSessionId))
    return onSession(whole, { groupSessionId }, why, (s) => changeSession(s, words));
  const { groupId, villageCode } = whole.group;
  const session: GroupSession = { status: 'planned', groupSessionId, groupId, villageCode, ...words };
  return allow({ writes: [create(sessionItem, session)], why });
}

function onSession(
  whole: StoredWhole,
  { groupSessionId }: Pick<Session, 'groupSessionId'>,
  why: string,
  decideOn: (s: GroupSession) => Result<GroupSession>,
): Result<Decided> {
  const old = whole.storedSessions.find(({ value }) => value.groupSessionId === groupSessionId);
  if (!old) return refuse('not_found', 'body.change.groupSessionId');
  const decided = decideOn(old.value);
  return decided.ok ? allow({ writes: [replace<GroupSession>(old, decided.value)], why }) : decided;
}
