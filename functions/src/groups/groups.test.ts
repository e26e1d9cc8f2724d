import { beforeEach, describe, expect, it } from '@jest/globals';
import { bestBut, opened } from '@shared/assessments/factories';
import { currentInstrument } from '@shared/assessments/instruments';
import { resultOf } from '@shared/assessments/result';
import { underWay as caseUnderWay, company, interventionIdOf } from '@shared/cases/factories';
import { groupSessionIdOf, place } from '@shared/groups/factories';
import type { GroupChange, stepGroup as stepRoute } from '@shared/groups/groups.contract';
import type { SessionWorker } from '@shared/groups/worker';
import type { AssessmentId, CommandId, ElderId, GroupId, GroupSessionId, PersonId } from '@shared/kernel/ids';
import { addDays, addMinutes, beijing } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { BodyOf } from '@shared/kernel/route';
import { personAccount } from '@shared/time-bank/account';
import { assessmentItem } from '../assessments/items';
import { caseItem } from '../cases/items';
import { readCase } from '../cases/read-case';
import { NOW, plantWorkers, workers } from '../cases/test-case';
import { elderItem } from '../people/items';
import { testDeps } from '../platform/test-support';
import { create, replace } from '../table/port';
import { balanceItem, balanceKey } from '../time-bank/items';
import { actors, commandOf, elder, helper, must } from '../visits/test-village';
import { answerGroup } from './answer-group';
import { changeGroup } from './change-group';
import { formGroup } from './form-group';
import { keepAttendance } from './keep-attendance';
import { listElderGroups } from './list-elder-groups';
import { listGroups } from './list-groups';
import { listWorkSessions } from './list-work-sessions';
import { readGroup } from './read-group';
import { stepGroup } from './step-group';
import { suggestMembers } from './suggest-members';

const { lin, zhou, harbin } = workers;
const none = { params: undefined, query: undefined, body: undefined };
let deps: ReturnType<typeof testDeps>;
let commands = 100;
const commandId = (): CommandId => {
  commands += 1;
  return commandOf(commands) as CommandId;
};
const lonely = currentInstrument('loneliness');
if (!lonely) throw new Error('no scale');

const neighbourId = (n: number): ElderId => elder.elderId.replace(/.$/, `${n}`) as ElderId;
const all = [elder.elderId, ...[2, 3, 4, 5, 6, 7, 8].map(neighbourId), neighbourId(0)];

async function ask(elderId: ElderId, choice: string, n: number): Promise<void> {
  if (!lonely) return;
  const { status: _, ...base } = opened(lonely, bestBut(lonely, { lonely: choice }), {
    elderId,
    villageCode: elder.villageCode,
    startedAt: deps.clock(),
    assessmentId: `assessment_${String(n).padStart(26, '0')}` as AssessmentId,
  });
  const result = resultOf(lonely, bestBut(lonely, { lonely: choice }), undefined, beijing(deps.clock()).day);
  const { answers: __, ...kept } = base;
  must(
    await deps.table.commit([
      create(assessmentItem, {
        ...kept,
        answers: {},
        status: 'completed',
        completedAt: deps.clock(),
        result,
      }),
    ]),
  );
}

beforeEach(async () => {
  deps = testDeps({ now: NOW });
  await plantWorkers(deps);
  must(
    await deps.table.commit(
      all.slice(1).map((elderId, n) =>
        create(elderItem, {
          ...elder,
          elderId,
          name: `邻居${n}`,
          callName: `${n}大娘`,
          cardCode: `00000${n}`,
        }),
      ),
    ),
  );
});

const leads: SessionWorker = {
  personId: helper.personId,
  name: '会被改成真名',
  helperId: helper.helperId,
  duties: ['enabling'],
};
const plans: SessionWorker = { personId: lin.personId, name: '林', duties: ['planning', 'coordinating'] };

const form = async (): Promise<GroupId> =>
  must(
    await formGroup(deps, {
      ...none,
      actor: lin,
      body: {
        commandId: commandId(),
        villageCode: elder.villageCode,
        words: { name: '剪纸小组', theme: 'papercut', purpose: '出屋走动', place, places: 9 },
      },
    }),
  ).groupId;
const change = (groupId: GroupId, wanted: GroupChange, actor = lin) =>
  changeGroup(deps, {
    ...none,
    actor,
    params: { groupId },
    body: { commandId: commandId(), change: wanted },
  });
const session = (groupId: GroupId, n: number, minutesOn: number) =>
  change(groupId, {
    act: 'session',
    groupSessionId: groupSessionIdOf(n),
    words: {
      title: `第 ${n} 次`,
      plan: '剪窗花',
      place,
      startsAt: addMinutes(deps.clock(), minutesOn),
      minutes: 90 as Minutes,
      workers: [plans, leads],
    },
  });
const invite = (groupId: GroupId, elderId: ElderId) =>
  change(groupId, { act: 'invite', elderId, reason: { zh: '一个人住', en: 'Lives alone' } });
const sayYes = (groupId: GroupId, elderId: ElderId, actor = lin, shareWithFamily = true) =>
  answerGroup(deps, {
    ...none,
    actor,
    params: { groupId, elderId },
    body: {
      commandId: commandId(),
      answer: { yes: true, witness: 'social_worker', how: '上门问的', shareWithFamily },
    },
  });
type Step = BodyOf<typeof stepRoute>;
const step = (groupId: GroupId, body: Record<string, unknown>) =>
  stepGroup(deps, {
    ...none,
    actor: lin,
    params: { groupId },
    body: { commandId: commandId(), ...body } as Step,
  });
const look = (groupId: GroupId, actor = lin) => readGroup(deps, { ...none, actor, params: { groupId } });
const keep = (
  groupId: GroupId,
  groupSessionId: GroupSessionId,
  absent: readonly ElderId[] = [],
  { actor = lin, workersCame = [helper.personId, lin.personId] as PersonId[], command = commandId() } = {},
) =>
  keepAttendance(deps, {
    ...none,
    actor,
    params: { groupId, groupSessionId },
    body: {
      commandId: command,
      attendance: all.map((elderId) =>
        absent.includes(elderId)
          ? { elderId, came: false, why: 'ill' as const, note: '' }
          : { elderId, came: true, note: '' },
      ),
      workersCame,
    },
  });
const earned = async (): Promise<number> => {
  const balance = (await deps.table.get(balanceItem, balanceKey(personAccount(helper.personId))))?.value;
  return balance?.creditsPosted ?? 0;
};

async function underWay(): Promise<GroupId> {
  const groupId = await form();
  for (const elderId of all) {
    must(await invite(groupId, elderId));
    must(await sayYes(groupId, elderId));
  }
  must(await session(groupId, 1, 60));
  must(await step(groupId, { to: 'running' }));
  return groupId;
}

describe('a group of nine', () => {
  it('goes over four sessions to its report: attendance, credit to the volunteer, before and after', async () => {
    const [before = '', after = ''] = [
      lonely.items[0]?.options.at(-1)?.choice,
      lonely.items[0]?.options[0]?.choice,
    ];
    await ask(elder.elderId, before, 901);
    const groupId = await underWay();
    for (const n of [1, 2, 3, 4]) {
      if (n > 1) must(await session(groupId, n, 60));
      deps.advance(24 * 60);
      const kept = must(await keep(groupId, groupSessionIdOf(n), n === 2 ? [neighbourId(3)] : []));
      expect(kept).toMatchObject({ came: n === 2 ? 8 : 9, credited: [{ name: helper.name, minutes: 90 }] });
    }
    expect(await earned()).toBe(360);
    expect(must(await look(groupId)).missing).toMatchObject({ field: `body.noAfter.${elder.elderId}` });
    await ask(elder.elderId, after, 902);
    must(await step(groupId, { to: 'evaluated', summary: '熟了', memberWords: '盼着下回', noAfter: {} }));
    must(await step(groupId, { to: 'closed', reason: 'goals_met', why: '' }));
    const view = must(await look(groupId));
    expect(view.report).toMatchObject({
      members: 9,
      held: 4,
      expected: 36,
      came: 35,
      helpers: 1,
      minutesCredited: 360,
    });
    expect(view.report.better + view.report.worse).toBe(1);
    expect(view.timeline.map(({ text }) => text.zh).join()).toContain('缺 1 位');
    // The way back, and what was evaluated stays on record.
    must(await step(groupId, { to: 'reopened', why: '开春再办一期' }));
    expect(must(await look(groupId)).group).toMatchObject({
      status: 'running',
      rounds: [{ summary: '熟了' }],
    });
  });

  it('credits a list that arrives twice, or twice at once, only once', async () => {
    const groupId = await underWay();
    deps.advance(24 * 60);
    const one = groupSessionIdOf(1);
    const command = commandId();
    const again = await Promise.all([1, 2, 3].map(() => keep(groupId, one, [], { command })));
    expect(new Set(again.map((each) => JSON.stringify(must(each)))).size).toBe(1);
    const other = await Promise.all([keep(groupId, one), keep(groupId, one)]);
    expect(other).toMatchObject([
      { refusal: { code: 'group_session_closed' } },
      { refusal: { code: 'group_session_closed' } },
    ]);
    expect(await earned()).toBe(90);
  });

  it('is kept by the volunteer who works there only without a credit for herself, and by no other volunteer', async () => {
    const groupId = await underWay();
    deps.advance(24 * 60);
    const one = groupSessionIdOf(1);
    expect(await keep(groupId, one, [], { actor: actors.helper })).toMatchObject({
      refusal: { code: 'time_helper_confirmed' },
    });
    expect(await keep(groupId, one, [], { actor: actors.otherHelper })).toMatchObject({
      refusal: { code: 'not_found' },
    });
    must(await keep(groupId, one, [], { actor: actors.helper, workersCame: [] }));
    expect(await earned()).toBe(0);
  });

  it('cuts at the cap of the day, and says so beside the name without losing the list', async () => {
    const groupId = await underWay();
    for (const n of [2, 3, 4, 5, 6]) must(await session(groupId, n, 60 + n));
    deps.advance(24 * 60);
    for (const n of [1, 2, 3, 4, 5, 6]) must(await keep(groupId, groupSessionIdOf(n)));
    expect(await earned()).toBe(360);
    const last = must(await look(groupId)).sessions.at(-1);
    expect(last?.status === 'held' && last.workersCame).toMatchObject([
      { credit: { kind: 'none', why: 'paid' } },
      { credit: { kind: 'none', why: 'cap' } },
    ]);
  });

  it('is found from the plan that asked for it, with how often the elder went and what was credited there', async () => {
    const whose = { elderId: elder.elderId, villageCode: elder.villageCode, responsible: lin.personId };
    const c = caseUnderWay(whose);
    const { goalIds, payer, costFen } = company;
    const words = { kind: 'group' as const, what: '参加剪纸小组', goalIds, payer, costFen };
    const interventionId = interventionIdOf(1);
    const interventions = [{ interventionId, words, requestIds: [] }];
    must(await deps.table.commit([create(caseItem, { ...c, plan: { ...c.plan, interventions } })]));
    const chain = async () =>
      must(await readCase(deps, { ...none, actor: lin, params: { caseId: c.caseId } })).chain[0]?.groups;
    const groupId = await form();
    const { suggestions } = must(await suggestMembers(deps, { ...none, actor: lin, params: { groupId } }));
    const own = suggestions.find((each) => each.elderId === elder.elderId);
    expect(own?.of).toEqual({ caseId: c.caseId, interventionId });
    expect(await chain()).toEqual([]);
    const { reason = { zh: '', en: '' }, of } = own ?? {};
    must(await change(groupId, { act: 'invite', elderId: elder.elderId, reason, ...(of ? { of } : {}) }));
    expect(await chain()).toMatchObject([{ groupId, name: '剪纸小组', came: 0, of: 0, minutesCredited: 0 }]);
    for (const elderId of all.slice(1)) must(await invite(groupId, elderId));
    for (const elderId of all) must(await sayYes(groupId, elderId));
    must(await session(groupId, 1, 60));
    must(await session(groupId, 2, 200));
    must(await step(groupId, { to: 'running' }));
    deps.advance(24 * 60);
    must(await keep(groupId, groupSessionIdOf(1)));
    must(await keep(groupId, groupSessionIdOf(2), [elder.elderId]));
    expect(await chain()).toMatchObject([{ came: 1, of: 2, minutesCredited: 90 }]);
    const goals = async (actor = lin) =>
      must(await readGroup(deps, { ...none, actor, params: { groupId } })).goals;
    expect(await goals()).toMatchObject([
      { caseId: c.caseId, elderName: elder.name, words: '想有人说说话', hoped: '一星期三次' },
    ]);
    const kept = await deps.table.get(caseItem, { pk: `CASE#${c.caseId}`, sk: 'CASE' });
    if (kept) must(await deps.table.commit([replace(kept, { ...kept.value, restricted: true })]));
    expect(await goals(zhou)).toEqual([]);
  });

  it('suggests who lives alone, does not invite twice, and holds the number of places', async () => {
    const groupId = await form();
    const list = () => suggestMembers(deps, { ...none, actor: lin, params: { groupId } });
    expect(must(await list()).suggestions).toHaveLength(9);
    must(await invite(groupId, elder.elderId));
    expect(await invite(groupId, elder.elderId)).toMatchObject({ refusal: { code: 'group_member_known' } });
    expect(must(await list()).suggestions).toHaveLength(8);
    must(
      await change(groupId, {
        act: 'words',
        words: { name: '剪纸小组', theme: 'papercut', purpose: '出屋', place, places: 2 },
      }),
    );
    for (const n of [2, 3]) must(await invite(groupId, neighbourId(n)));
    const yes = await Promise.all(
      [elder.elderId, neighbourId(2), neighbourId(3)].map((id) => sayYes(groupId, id)),
    );
    expect(yes.filter((each) => !each.ok)).toMatchObject([{ refusal: { code: 'group_full' } }]);
  });

  it('is changed by its worker or a supervisor, read by colleagues, and not there for another county', async () => {
    const groupId = await form();
    expect(must(await look(groupId, zhou)).mayWrite).toBe(false);
    const words = { act: 'cancel', groupSessionId: groupSessionIdOf(1), why: '下雪' } as const;
    expect(await change(groupId, words, zhou)).toMatchObject({ refusal: { code: 'group_not_yours' } });
    expect(await change(groupId, words, workers.supervisor)).toMatchObject({
      refusal: { code: 'not_found' },
    });
    expect(await look(groupId, harbin)).toMatchObject({ refusal: { code: 'not_found' } });
  });

  it('takes only workers who are of the county, under their own names', async () => {
    const groupId = await form();
    must(await session(groupId, 1, 60));
    expect(must(await look(groupId)).sessions[0]?.workers.map(({ name }) => name)).toEqual([
      '林晓',
      '李桂芬',
    ]);
    const stranger = { ...leads, personId: actors.stranger.personId };
    const wrong = await change(groupId, {
      act: 'session',
      groupSessionId: groupSessionIdOf(2),
      words: {
        title: '二',
        plan: '',
        place,
        startsAt: addDays(NOW, 1),
        minutes: 90 as Minutes,
        workers: [stranger],
      },
    });
    expect(wrong).toMatchObject({
      refusal: { code: 'group_worker_unknown', field: 'body.change.words.workers.0' },
    });
  });

  it('shows helpers their own sessions with how members are called and no more, and coordinators those of the region', async () => {
    await underWay();
    const list = async (actor = actors.helper) =>
      must(await listWorkSessions(deps, { ...none, actor })).sessions;
    const [mine] = await list();
    expect(mine).toMatchObject({ groupName: '剪纸小组', duties: ['enabling'], waits: false });
    expect(JSON.stringify(mine)).not.toContain(elder.address);
    expect(JSON.stringify(mine)).not.toContain(elder.name);
    expect(await list(actors.otherHelper)).toEqual([]);
    expect(await list(actors.coordinator)).toHaveLength(1);
    deps.advance(24 * 60);
    expect((await list())[0]).toMatchObject({ waits: true });
  });

  it('is seen by the family once the elder says so, and an elder may go at any time', async () => {
    const groupId = await form();
    must(await invite(groupId, elder.elderId));
    const seen = async (actor = actors.son) =>
      must(await listElderGroups(deps, { ...none, actor, params: { elderId: elder.elderId } })).groups;
    expect(await seen()).toEqual([]);
    expect(await seen(actors.elder)).toMatchObject([{ membership: 'invited' }]);
    expect(await sayYes(groupId, elder.elderId, actors.coordinator)).toMatchObject({
      refusal: { code: 'witness_not_you' },
    });
    must(await sayYes(groupId, elder.elderId, lin, true));
    expect(await seen()).toMatchObject([{ name: '剪纸小组', workerName: '林晓' }]);
    must(
      await answerGroup(deps, {
        ...none,
        actor: actors.elder,
        params: { groupId, elderId: elder.elderId },
        body: { commandId: commandId(), answer: { yes: false, why: '腿疼' } },
      }),
    );
    expect(await seen()).toEqual([]);
  });

  it('called off keeps the reason, and what is over the list says first', async () => {
    const groupId = await underWay();
    must(await change(groupId, { act: 'cancel', groupSessionId: groupSessionIdOf(1), why: '下大雪' }));
    expect(await keep(groupId, groupSessionIdOf(1))).toMatchObject({
      refusal: { code: 'group_session_closed' },
    });
    const { groups } = must(await listGroups(deps, { ...none, actor: lin, query: {} }));
    expect(groups).toMatchObject([{ members: 9, held: 0, planned: 0, status: 'running' }]);
  });
});
