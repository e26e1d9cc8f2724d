import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { raised } from '@shared/alerts/factories';
import {
  beginAssessment as beginAssessmentRoute,
  saveAnswers as saveAnswersRoute,
  submitAssessment as submitAssessmentRoute,
} from '@shared/assessments/assessments.contract';
import { bestBut } from '@shared/assessments/factories';
import { currentInstrument, type InstrumentCode } from '@shared/assessments/instruments';
import type { CaseChange } from '@shared/cases/case-change.contract';
import { changeCase as changeCaseRoute } from '@shared/cases/case-change.contract';
import type { CaseFile } from '@shared/cases/case-file';
import { stepCase as stepCaseRoute } from '@shared/cases/cases.contract';
import { aGoal, company, elderSaysYes, goalIdOf, interventionIdOf } from '@shared/cases/factories';
import type { CaseId, ProposalId, RequestId } from '@shared/kernel/ids';
import { addMinutes } from '@shared/kernel/instant';
import type { Route } from '@shared/kernel/route';
import { entryIdOf, START } from '@shared/visits/factories';
import { alertItem } from '../alerts/items';
import { beginAssessment } from '../assessments/begin-assessment';
import { saveAnswers, submitAssessment } from '../assessments/change-assessment';
import { assessmentItem, assessmentKey } from '../assessments/items';
import { logger } from '../platform/logger';
import { type TestDeps, testDeps } from '../platform/test-support';
import { requestItem } from '../service-requests/items';
import { create, replace } from '../table/port';
import { send, served } from '../test-support';
import { actors, commandOf, elder, must, visit } from '../visits/test-village';
import { arrangeIntervention } from './arrange-intervention';
import { readCarePlans } from './care-plan';
import { answerTransfer, changeCase, signCase } from './change-case';
import { closingDocument } from './closing-document';
import { caseItem, caseKey } from './items';
import { listCases } from './list-cases';
import { commentOnPlan, noteCase } from './note-case';
import { openCase, referCase } from './open-case';
import { answerProposal, listProposals } from './proposals';
import { readCase } from './read-case';
import { readPurpose } from './read-purpose';
import { stepCase } from './step-case';
import { listReadings } from './supervise';
import { dayAfter, NOW, next, plantWorkers, workers } from './test-case';

let deps: TestDeps;
let commands = 0;
const commandId = () => {
  commands += 1;
  return commandOf(commands);
};
const none = { params: undefined as never, query: undefined as never, body: undefined as never };
const { lin, zhou, supervisor, harbin } = workers;

beforeEach(async () => {
  deps = testDeps({ now: NOW });
  await plantWorkers(deps);
});

const refer = (kind: 'grief' | 'abuse' = 'grief', actor = actors.helper) =>
  referCase(deps, {
    ...none,
    actor,
    params: { elderId: elder.elderId },
    body: { commandId: commandId(), kind, text: '老伴走后不愿出门', visitId: visit.visitId },
  });
const mine = async (actor = lin) => must(await listCases(deps, { ...none, actor, query: {} })).cases;
const step = (caseId: CaseId, body: object, actor = lin) =>
  stepCase(deps, {
    ...none,
    actor,
    params: { caseId },
    body: { commandId: commandId(), next, why: '', ...body } as never,
  });
const change = (caseId: CaseId, wanted: CaseChange, actor = lin) =>
  changeCase(deps, { ...none, actor, params: { caseId }, body: { commandId: commandId(), change: wanted } });
const look = (caseId: CaseId, actor = lin) => readCase(deps, { ...none, actor, params: { caseId } });

const print = (caseId: CaseId, actor = lin) => closingDocument(deps, { ...none, actor, query: { caseId } });

/** Answers a scale so that everything is at its best but for the given choices. */
async function assess(code: InstrumentCode, but: Record<string, string>) {
  const { assessmentId } = must(
    await beginAssessment(deps, {
      ...none,
      actor: lin,
      params: { elderId: elder.elderId },
      body: {
        commandId: commandId(),
        code,
        consent: { givenBy: 'elder', name: elder.name, how: '当面同意', shareWithFamily: true },
      },
    }),
  );
  const instrument = currentInstrument(code);
  if (!instrument) throw new Error('no instrument');
  const answers = Object.entries(bestBut(instrument, but)).map(([item, answer]) => ({ item, answer }));
  const input = { ...none, actor: lin, params: { assessmentId } };
  must(await saveAnswers(deps, { ...input, body: { commandId: commandId(), answers } }));
  must(await submitAssessment(deps, { ...input, body: { commandId: commandId() } }));
}

/** From the helper's note to the beginning of help. */
async function caseUnderWay(): Promise<CaseId> {
  must(await refer());
  const [card] = await mine();
  if (!card) throw new Error('no case');
  const { caseId } = card;
  must(await step(caseId, { to: 'intake', urgency: 'soon' }));
  must(await change(caseId, { act: 'consent', to: 'service', consent: elderSaysYes }));
  must(await step(caseId, { to: 'assessment' }));
  // The best of GDS-15 is the most points: sadness in every answer.
  await assess('gds-15', {});
  await assess('loneliness', {});
  must(await change(caseId, { act: 'write', field: 'estimate.needs', was: '', value: '没人说话' }));
  must(await change(caseId, { act: 'write', field: 'estimate.strengths', was: '', value: '会剪纸' }));
  must(await change(caseId, { act: 'do_step', code: 'despair', note: '问过，没有' }));
  must(await step(caseId, { to: 'planning' }));
  must(await change(caseId, { act: 'goal', goalId: goalIdOf(1), words: aGoal }));
  must(await change(caseId, { act: 'intervention', interventionId: interventionIdOf(1), words: company }));
  must(await change(caseId, { act: 'consent', to: 'plan', consent: elderSaysYes }));
  must(await step(caseId, { to: 'intervention' }));
  return caseId;
}

describe('a referral', () => {
  it('by the helper of a visit is with the desk of the county at once, with a day', async () => {
    must(await refer());
    const [card] = await mine();
    expect(card).toMatchObject({
      status: 'referral',
      responsible: lin.personId,
      elder: { name: elder.name },
      next: { on: dayAfter(3) },
    });
    expect(await mine(zhou)).toEqual([]);
  });
  it('by somebody who has nothing to do with the elder, or about another’s visit, finds nobody there', async () => {
    expect(await refer('grief', actors.otherHelper)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await refer('grief', actors.stranger)).toMatchObject({ refusal: { code: 'not_found' } });
  });
  it('that an alert gave rise to says which, and an alert of somebody else is not there', async () => {
    const refer = (alertId: string) =>
      referCase(deps, {
        ...none,
        actor: actors.coordinator,
        params: { elderId: elder.elderId },
        body: { commandId: commandId(), kind: 'chronic', text: '血压一直高', alertId: alertId as never },
      });
    must(
      await deps.table.commit([create(alertItem, { ...raised('vitals_unusual'), elderId: elder.elderId })]),
    );
    must(await refer(raised().alertId));
    const [card] = await mine();
    expect(must(await look(card?.caseId as CaseId)).case.referral.source).toBe('vitals');
    expect(await refer(raised().alertId.replace(/.$/, '9'))).toMatchObject({
      refusal: { code: 'not_found', field: 'body.alertId' },
    });
  });
  it('opened twice for one need is one case', async () => {
    const open = () =>
      openCase(deps, {
        ...none,
        actor: zhou,
        body: {
          commandId: commandId(),
          elderId: elder.elderId,
          kind: 'chronic',
          source: 'worker',
          text: '血压高',
          urgency: 'routine',
          next,
        },
      });
    must(await open());
    expect(await open()).toMatchObject({ refusal: { code: 'case_exists' } });
  });
});

describe('what the platform notices by itself', () => {
  const board = async (actor = lin) => must(await listProposals(deps, { ...none, actor })).proposals;
  const answer = (proposalId: ProposalId, body: object, actor = lin) =>
    answerProposal(deps, {
      ...none,
      actor,
      params: { proposalId },
      body: { commandId: commandId(), ...body } as never,
    });
  const waiting = async () => {
    const [first] = await board();
    if (!first) throw new Error('nothing waits');
    return first;
  };

  it('is a scale above its band: it waits on the board with its sentence, once, and becomes a case', async () => {
    await assess('frail', {});
    expect(await board()).toMatchObject([
      { kind: 'chronic', from: { zh: '量表' }, why: { zh: expect.stringContaining('体弱，5 分') }, open: [] },
    ]);
    expect(await board(harbin)).toEqual([]);
    const { proposalId } = await waiting();
    const take = { take: true, kind: 'chronic', urgency: 'soon', next };
    expect(await answer(proposalId, take, harbin)).toMatchObject({ refusal: { code: 'not_found' } });
    const { caseId } = must(await answer(proposalId, take));
    expect(must(await look(caseId as CaseId)).case).toMatchObject({
      status: 'intake',
      responsible: lin.personId,
      referral: { source: 'screening', text: expect.stringContaining('体弱') },
    });
    expect(await board()).toEqual([]);
    expect(await answer(proposalId, take, zhou)).toMatchObject({
      refusal: { code: 'case_proposal_settled' },
    });
  });
  it('is nothing while the band leaves it be, nor where a case asked for the scale', async () => {
    await assess('frail', { fatigue: 'no', resistance: 'no', ambulation: 'no', illness: 'no', loss: 'no' });
    expect(await board()).toEqual([]);
    await caseUnderWay();
    expect(await board()).toEqual([]);
  });
  it('is let be with a reason, and stays so', async () => {
    await assess('frail', {});
    const { proposalId } = await waiting();
    expect((await answer(proposalId, { take: false, reason: '医生在管' })).ok).toBe(true);
    expect(await board()).toEqual([]);
  });
  it('names the open cases of the elder, but none that is restricted, and takes no second one of a kind', async () => {
    await assess('frail', {});
    must(await refer('abuse'));
    must(await refer('grief'));
    const { proposalId, open } = await waiting();
    expect(open.map(({ kindName }) => kindName.zh).sort()).toEqual(['丧偶哀伤', '疑似虐待或忽视']);
    expect((await board(zhou))[0]?.open.map(({ kindName }) => kindName.zh)).toEqual(['丧偶哀伤']);
    expect(await answer(proposalId, { take: true, kind: 'grief', urgency: 'soon', next })).toMatchObject({
      refusal: { code: 'case_exists' },
    });
    expect(await board()).toHaveLength(1);
  });
});

describe('a case', () => {
  it('goes from a helper’s note to closing, with before and after, and the requests that served its goal', async () => {
    const caseId = await caseUnderWay();
    const arranged = must(
      await arrangeIntervention(deps, {
        ...none,
        actor: lin,
        params: { caseId, interventionId: interventionIdOf(1) },
        body: {
          commandId: commandId(),
          startsAt: addMinutes(START, 2 * 24 * 60),
          minutes: visit.minutes,
          payBy: 'time',
          note: '',
          recurrence: { freq: 'weekly', interval: 1, count: 3 },
        },
      }),
    );
    expect(arranged.count).toBe(3);
    const [requestId] = arranged.requestIds as [RequestId];
    const purposeFor = async (actor: typeof lin) =>
      must(await readPurpose(deps, { ...none, actor, params: { requestId } })).purpose;
    expect(await purposeFor(lin)).toMatchObject({
      caseId,
      goals: [{ words: aGoal.words, hoped: '一星期三次' }],
    });
    expect(await purposeFor(actors.coordinator)).toEqual({ workerName: '林晓', goals: [] });
    expect(await purposeFor(actors.son)).toBeUndefined();
    must(await change(caseId, { act: 'share', family: 'plan' }));
    expect(await purposeFor(actors.son)).toMatchObject({
      what: company.what,
      goals: [{ words: aGoal.words }],
    });
    expect(await purposeFor(actors.son)).not.toHaveProperty('caseId');
    const foreign = { ...none, actor: actors.stranger, params: { requestId } };
    expect(await readPurpose(deps, foreign)).toMatchObject({ refusal: { code: 'not_found' } });
    const kept = await deps.table.get(caseItem, caseKey(caseId));
    if (!kept) throw new Error('the case is gone');
    must(await deps.table.commit([replace(kept, { ...kept.value, restricted: true })]));
    for (const actor of [zhou, actors.coordinator, actors.son])
      expect(await purposeFor(actor)).toBeUndefined();
    const locked = await deps.table.get(caseItem, caseKey(caseId));
    if (locked) must(await deps.table.commit([replace(locked, { ...locked.value, restricted: false })]));
    const request = await deps.table.get(requestItem, {
      pk: `REQUEST#${arranged.requestIds[0]}`,
      sk: 'REQUEST',
    });
    expect(request?.value).toMatchObject({ status: 'open', requestedBy: { role: 'social_worker' } });
    deps.advance(60 * 24 * 3);
    const later = { next: { on: dayAfter(10), what: '评估' } };
    must(await step(caseId, { to: 'evaluation', ...later }));
    await assess(
      'gds-15',
      Object.fromEntries(
        Array.from({ length: 15 }, (_, n) => [`g${n + 1}`, [1, 5, 7, 11, 13].includes(n + 1) ? 'yes' : 'no']),
      ),
    );
    await assess('loneliness', { lonely: 'hardly' });
    must(await change(caseId, { act: 'mark', goalId: goalIdOf(1), level: 1, note: '几乎每天有人来' }));
    must(await change(caseId, { act: 'evaluate', satisfaction: 5, noAfter: {} }));
    must(
      await change(caseId, { act: 'write', field: 'evaluation.elderWords', was: '', value: '有人惦记我了' }),
    );
    expect(must(await look(caseId)).missing).toMatchObject({ field: 'evaluation.summary' });
    must(await change(caseId, { act: 'write', field: 'evaluation.summary', was: '', value: '心情平稳。' }));
    const closed = must(
      await step(caseId, { to: 'closed', reason: 'goals_met', note: '', followUps: [dayAfter(40)] }),
    );
    expect(closed).toMatchObject({
      status: 'closed',
      closing: { attainment: { before: 40, now: 60 }, delivered: { planned: 3, served: 0 } },
    });
    const view = must(await look(caseId));
    expect(view.measures.map(({ sentence }) => sentence?.zh)).toEqual([
      expect.stringMatching(/^心情平稳，0 分（满分 15 分）。比上次.*好了 15 分/),
      expect.stringMatching(/^不孤单，2 分（满分 5 分）。/),
    ]);
    expect(view.timeline.map(({ title }) => title.zh)).toEqual(
      expect.arrayContaining([expect.stringContaining('约了上门服务'), expect.stringContaining('接了案')]),
    );
    expect(await mine()).toEqual([]);
    const printed = must(await print(caseId));
    expect([printed.title, printed.about]).toEqual(['个案结案小结', elder.name]);
    const said = JSON.stringify(printed.parts);
    for (const words of ['有人惦记我了', '心情平稳。', '目标达到了', aGoal.words, '好了 15 分'])
      expect(said).toContain(words);
    const readings = must(
      await listReadings(deps, { ...none, actor: supervisor, params: { caseId } }),
    ).readings;
    expect(readings.length).toBe(3);
  });

  it('is printed once it is closed, and by nobody who may not read it', async () => {
    const caseId = await caseUnderWay();
    expect(await print(caseId)).toMatchObject({ refusal: { code: 'case_not_closed' } });
    expect(await print(caseId, harbin)).toMatchObject({ refusal: { code: 'not_found' } });
  });

  it('keeps what two workers wrote into one place: one stands, the other is told both', async () => {
    const caseId = await caseUnderWay();
    must(await change(caseId, { act: 'team', team: [zhou.personId] }));
    const write = (value: string, actor = lin) =>
      change(caseId, { act: 'write', field: 'estimate.risks', was: '', value }, actor);
    const both = await Promise.all([write('夜里一个人怕'), write('煤烟中毒', zhou)]);
    const lost = both.find((each) => !each.ok);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(lost).toMatchObject({
      refusal: {
        code: 'case_field_conflict',
        values: expect.objectContaining({ yours: expect.any(String), theirs: expect.any(String) }),
      },
    });
  });

  it('is read by a colleague, changed only by who is assigned, and not there for another county', async () => {
    const caseId = await caseUnderWay();
    expect(must(await look(caseId, zhou)).mayWrite).toBe(false);
    expect(
      await change(caseId, { act: 'mark', goalId: goalIdOf(1), level: 0, note: '' }, zhou),
    ).toMatchObject({
      refusal: { code: 'case_not_yours' },
    });
    expect(await look(caseId, harbin)).toMatchObject({ refusal: { code: 'not_found' } });
  });

  it('of suspected abuse is there only for who is assigned and for supervisors, and never for the family', async () => {
    must(await refer('abuse'));
    const [card] = await mine();
    const caseId = card?.caseId as CaseId;
    expect(await look(caseId, zhou)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(must(await listCases(deps, { ...none, actor: zhou, query: { scope: 'region' } })).cases).toEqual(
      [],
    );
    expect(must(await look(caseId, supervisor)).case.restricted).toBe(true);
    must(await step(caseId, { to: 'intake', urgency: 'emergency' }));
    expect(await change(caseId, { act: 'share', family: 'plan' })).toMatchObject({
      refusal: { code: 'case_restricted' },
    });
    // Offered to a colleague it becomes readable to them, so that they can decide.
    must(await change(caseId, { act: 'transfer', to: zhou.personId, why: '换片区' }));
    expect((await look(caseId, zhou)).ok).toBe(true);
    const taken = await answerTransfer(deps, {
      ...none,
      actor: zhou,
      params: { caseId },
      body: { commandId: commandId(), accept: true },
    });
    expect(taken).toMatchObject({ value: { responsible: zhou.personId } });
    expect(await look(caseId, lin)).toMatchObject({ refusal: { code: 'not_found' } });
  });

  it('tells the supervisor, and nobody else, who has opened it and when', async () => {
    const caseId = await caseUnderWay();
    await look(caseId, zhou);
    deps.advance(5);
    await look(caseId);
    const list = (actor = supervisor) => listReadings(deps, { ...none, actor, params: { caseId } });
    expect(must(await list()).readings.map(({ byName }) => byName)).toEqual(['林晓', '周雨']);
    expect(await list(lin)).toMatchObject({ refusal: { code: 'case_not_supervisor' } });
  });

  it('is not shown when the reading cannot be recorded', async () => {
    const caseId = await caseUnderWay();
    const broken = {
      ...deps,
      table: {
        ...deps.table,
        get: deps.table.get.bind(deps.table),
        list: deps.table.list.bind(deps.table),
        getMany: deps.table.getMany.bind(deps.table),
        units: deps.table.units,
        commit: async () => ({ ok: false as const, refusal: { code: 'busy_try_again' as const } }),
      },
    };
    expect(await readCase(broken, { ...none, actor: lin, params: { caseId } })).toMatchObject({
      refusal: { code: 'busy_try_again' },
    });
  });

  it('is signed by a supervisor only', async () => {
    const caseId = await caseUnderWay();
    const sign = (actor = supervisor) =>
      signCase(deps, {
        ...none,
        actor,
        params: { caseId },
        body: { commandId: commandId(), under: 'plan', note: '同意' },
      });
    expect(await sign(lin)).toMatchObject({ refusal: { code: 'case_not_supervisor' } });
    expect((await sign()).ok).toBe(true);
  });

  it('shows the family the plan once the elder says so, and takes their word back to the worker', async () => {
    const caseId = await caseUnderWay();
    const plans = (actor = actors.son) =>
      readCarePlans(deps, { ...none, actor, params: { elderId: elder.elderId } });
    const comment = () =>
      commentOnPlan(deps, {
        ...none,
        actor: actors.son,
        params: { caseId },
        body: { commandId: commandId(), text: '过年我回去陪她' },
      });
    expect(must(await plans()).plans).toEqual([]);
    expect(await comment()).toMatchObject({ refusal: { code: 'not_found' } });
    must(await change(caseId, { act: 'share', family: 'plan' }));
    expect(await plans(actors.stranger)).toMatchObject({ refusal: { code: 'not_found' } });
    must(await comment());
    expect(must(await plans()).plans).toMatchObject([
      {
        goals: [{ words: '想有人说说话', now: '一星期一次', hoped: '一星期三次' }],
        comments: [{ text: '过年我回去陪她' }],
        measures: [{ name: { zh: '心情问一问（老年抑郁筛查）' } }, {}],
      },
    ]);
    expect(must(await look(caseId)).timeline.some(({ text }) => text === '过年我回去陪她')).toBe(true);
  });

  it('keeps a note that is sent twice once', async () => {
    const caseId = await caseUnderWay();
    const body = {
      commandId: commandId(),
      note: {
        entryId: entryIdOf(77),
        at: NOW,
        kind: 'contact' as const,
        how: 'home' as const,
        present: ['李桂芬（邻居）'],
        text: '剪了一下午窗花，说起老伴哭了一会儿',
      },
    };
    const send = () => noteCase(deps, { ...none, actor: lin, params: { caseId }, body });
    expect(must(await send())).toEqual(must(await send()));
    const notes = must(await look(caseId)).timeline.filter(({ kind }) => kind === 'contact');
    expect(notes).toMatchObject([{ title: { zh: '联系 · 上门 · 李桂芬（邻居）' } }]);
  });
});

describe('bad input over the wire', () => {
  beforeEach(() => void jest.spyOn(logger, 'info').mockReturnValue());
  /** As a phone sends it, through the whole stack; a refusal always has a sentence in both languages. */
  const wire = async (route: Route, params: Readonly<Record<string, string>>, body: object, actor = lin) => {
    const room = route.path.includes('/assessments') ? 'assessments' : 'cases';
    const who = { as: actor.personId, role: 'social_worker' as const };
    const sent = { params, body: JSON.stringify({ commandId: commandId(), ...body }) };
    const { status, code, refusal, text } = await send(served(room), route, deps, who, sent);
    if (refusal)
      expect([refusal.zh, refusal.en]).toEqual([expect.stringMatching(/[一-鿿]/), expect.any(String)]);
    return { status, code, field: refusal?.field, values: refusal?.values, text };
  };
  const begin = (code: InstrumentCode) =>
    wire(
      beginAssessmentRoute,
      { elderId: elder.elderId },
      { code, consent: { givenBy: 'elder', name: elder.name, how: '当面同意', shareWithFamily: true } },
    ).then(({ text }) => (JSON.parse(text) as { assessmentId: string }).assessmentId);
  const stored = async (assessmentId: string) =>
    (await deps.table.get(assessmentItem, assessmentKey(assessmentId)))?.value;
  const choose = (item: string, choice: string) => ({ answers: [{ item, answer: { choice } }] });

  it('an answer that a question does not have, or to no question, is refused by name, and what was answered stays', async () => {
    const params = { assessmentId: await begin('gds-15') };
    expect((await wire(saveAnswersRoute, params, choose('g1', 'yes'))).status).toBe(200);
    expect(await wire(saveAnswersRoute, params, choose('g2', 'perhaps'))).toMatchObject({
      status: 422,
      code: 'answer_impossible',
      field: 'body.answers.0.answer.choice',
    });
    expect(await wire(saveAnswersRoute, params, choose('g16', 'yes'))).toMatchObject({
      code: 'answer_impossible',
      field: 'body.answers.0.item',
    });
    const coma = {
      answers: [],
      circumstances: { coma: true, dementia: false, mentalDisorder: false, riskEvents: [] },
    };
    expect((await wire(saveAnswersRoute, params, coma)).code).toBe('circumstances_impossible');
    expect(Object.keys((await stored(params.assessmentId))?.answers ?? {})).toEqual(['g1']);
  });
  it('a half-finished scale is not handed in: the first question without an answer is named', async () => {
    const params = { assessmentId: await begin('gds-15') };
    await wire(saveAnswersRoute, params, choose('g1', 'yes'));
    expect(await wire(submitAssessmentRoute, params, {})).toMatchObject({
      status: 422,
      code: 'assessment_incomplete',
      field: 'body.answers.g2',
    });
    expect(await stored(params.assessmentId)).toMatchObject({ status: 'open' });
  });
  it('a plan begins with no help before the elder has said yes to it as it stands', async () => {
    const caseId = await caseUnderWay();
    const help = () => wire(stepCaseRoute, { caseId }, { to: 'intervention', next });
    must(await step(caseId, { to: 'planning' }));
    must(await change(caseId, { act: 'goal', goalId: goalIdOf(2), words: aGoal }));
    must(
      await change(caseId, {
        act: 'intervention',
        interventionId: interventionIdOf(2),
        words: { ...company, goalIds: [goalIdOf(2)] },
      }),
    );
    expect(await help()).toMatchObject({ status: 409, code: 'case_plan_changed', field: 'plan.agreed' });
    const kept = await deps.table.get(caseItem, caseKey(caseId));
    if (kept?.value.status !== 'planning') throw new Error('the case is not planned');
    const { agreed: _, ...plan } = kept.value.plan;
    must(await deps.table.commit([replace<CaseFile>(kept, { ...kept.value, plan })]));
    expect(await help()).toMatchObject({ status: 422, code: 'case_consent_missing', field: 'plan.agreed' });
  });
  it('two workers in one field: the second is shown both texts, and nothing of either is lost', async () => {
    const caseId = await caseUnderWay();
    must(await change(caseId, { act: 'team', team: [zhou.personId] }));
    const write = (was: string, value: string, actor = lin) =>
      wire(
        changeCaseRoute,
        { caseId },
        { change: { act: 'write', field: 'estimate.needs', was, value } },
        actor,
      );
    expect((await write('没人说话', '没人说话，夜里怕', lin)).status).toBe(200);
    const second = await write('没人说话', '没人说话，想孙子', zhou);
    expect(second).toMatchObject({
      status: 409,
      code: 'case_field_conflict',
      values: { yours: '没人说话，想孙子', theirs: '没人说话，夜里怕' },
    });
    expect((await write('没人说话，夜里怕', '没人说话，夜里怕；想孙子', zhou)).status).toBe(200);
    expect(must(await look(caseId)).case).toMatchObject({ estimate: { needs: '没人说话，夜里怕；想孙子' } });
  });
});
