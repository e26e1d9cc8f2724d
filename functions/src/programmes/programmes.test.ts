import { beforeEach, describe, expect, it } from '@jest/globals';
import { goalIdOf } from '@shared/cases/factories';
import { place } from '@shared/groups/factories';
import type { CommandId, ElderId, ProgrammeId, RequestId } from '@shared/kernel/ids';
import { addMinutes, beijing } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import { activityIdOf, resourceIdOf } from '@shared/programmes/factories';
import type { ProgrammeChange } from '@shared/programmes/programmes.contract';
import type { ServiceRequest } from '@shared/service-requests/request';
import { NOW, plantWorkers, workers } from '../cases/test-case';
import { elderItem } from '../people/items';
import { actorOf, testDeps } from '../platform/test-support';
import { requestItem } from '../service-requests/items';
import { create } from '../table/port';
import { actors, commandOf, elder, helper, must, request } from '../visits/test-village';
import { changeProgramme } from './change-programme';
import { readEvidence } from './gather-evidence';
import { keepActivity } from './keep-activity';
import { answerBrief, listBriefs, readBrief, sendBrief } from './keep-briefs';
import { listResources, recordResource } from './keep-resources';
import { planProgramme } from './plan-programme';
import { listProgrammes, readProgramme } from './read-programmes';
import { stepProgramme } from './step-programme';

const { lin, zhou, harbin } = workers;
const none = { params: undefined, query: undefined, body: undefined };
let deps: ReturnType<typeof testDeps>;
let commands = 500;
const commandId = (): CommandId => {
  commands += 1;
  return commandOf(commands) as CommandId;
};

beforeEach(async () => {
  deps = testDeps({ now: NOW });
  await plantWorkers(deps);
});

const neighbourId = (n: number): ElderId => elder.elderId.replace(/.$/, `${n}`) as ElderId;
/** So many neighbours who asked for something and found nobody. */
async function nobodyCame(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const elderId = neighbourId(n + 2);
    const asked: ServiceRequest = {
      ...request,
      status: 'unmet',
      requestId: request.requestId.replace(/.$/, 'ABCDEFGH'[n] ?? 'J') as RequestId,
      elderId,
      startsAt: addMinutes(NOW, -60 * 24 * (n + 1)),
      places: [{ status: 'open' }],
      unmetAt: addMinutes(NOW, -60),
    } as unknown as ServiceRequest;
    must(
      await deps.table.commit([
        create(elderItem, { ...elder, elderId, cardCode: `00000${n}`, ability: 'intact' }),
        create(requestItem, asked),
      ]),
    );
  }
}

const plan = async (): Promise<ProgrammeId> =>
  must(
    await planProgramme(deps, {
      ...none,
      actor: lin,
      body: {
        commandId: commandId(),
        regionCode: elder.villageCode,
        words: { name: '暖冬行动', kind: 'advocacy', why: '没人送煤' },
      },
    }),
  ).programmeId;
const change = (programmeId: ProgrammeId, wanted: ProgrammeChange, actor = lin) =>
  changeProgramme(deps, {
    ...none,
    actor,
    params: { programmeId },
    body: { commandId: commandId(), change: wanted },
  });
const step = (programmeId: ProgrammeId, body: Record<string, unknown>) =>
  stepProgramme(deps, {
    ...none,
    actor: lin,
    params: { programmeId },
    body: { commandId: commandId(), ...body } as never,
  });
const goal = { words: '家里有煤', unit: '户', baseline: 8, target: 20 };
const brief = { title: '没人送煤', says: '煤场远', asks: ['每村一辆送煤车'] };

describe('a programme', () => {
  it('goes from its goal over an activity that credits who worked to its evaluation', async () => {
    const programmeId = await plan();
    expect(await step(programmeId, { to: 'running' })).toMatchObject({
      refusal: { code: 'programme_goal_missing' },
    });
    must(await change(programmeId, { act: 'goal', goalId: goalIdOf(1), words: goal }));
    must(await step(programmeId, { to: 'running' }));
    must(
      await change(programmeId, {
        act: 'activity',
        activityId: activityIdOf(1),
        words: {
          title: '送煤上门',
          plan: '',
          place,
          villageCode: elder.villageCode,
          startsAt: addMinutes(NOW, 30),
          minutes: 120 as Minutes,
          workers: [
            { personId: helper.personId, helperId: helper.helperId, name: '', duties: ['enabling'] },
          ] as never,
        },
      }),
    );
    deps.advance(24 * 60);
    const body = {
      commandId: commandId(),
      participation: { elders: 12, families: 3, neighbours: 5, officials: 1 },
      outcome: '送了十二户',
      workersCame: [helper.personId],
    };
    const keep = (actor = lin) =>
      keepActivity(deps, {
        ...none,
        actor,
        params: { programmeId, activityId: activityIdOf(1) },
        body: actor === lin ? body : { ...body, commandId: commandId() },
      });
    expect(await keep(actors.helper)).toMatchObject({ refusal: { code: 'time_helper_confirmed' } });
    expect(await keep(actors.otherHelper)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(must(await keep())).toEqual({ credited: [{ name: '李桂芬', minutes: 120, pending: false }] });
    expect(must(await keep())).toEqual({ credited: [{ name: '李桂芬', minutes: 120, pending: false }] });
    const measured = { act: 'measure', goalId: goalIdOf(1), value: 20, note: '' } as const;
    must(await change(programmeId, { ...measured, on: beijing(deps.clock()).day }));
    must(await step(programmeId, { to: 'evaluated', summary: '煤都到了', learned: '' }));
    must(await step(programmeId, { to: 'closed', why: '' }));
    const view = must(await readProgramme(deps, { ...none, actor: lin, params: { programmeId } }));
    expect(view.participated).toMatchObject({ held: 1, elders: 12, minutesCredited: 120 });
    const { programmes } = must(
      await listProgrammes(deps, { ...none, actor: lin, query: { scope: 'closed' } }),
    );
    expect(programmes).toMatchObject([{ goals: [{ now: 20, share: 1 }] }]);
  });

  it('is changed by its worker, and is not there for another county', async () => {
    const programmeId = await plan();
    expect(await change(programmeId, { act: 'goal', goalId: goalIdOf(1), words: goal }, zhou)).toMatchObject({
      refusal: { code: 'group_not_yours' },
    });
    expect(await readProgramme(deps, { ...none, actor: harbin, params: { programmeId } })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });
});

describe('the resources of a village', () => {
  it('are recorded once however often they are sent, and leave the map when they are gone', async () => {
    const words = {
      kind: 'places' as const,
      name: '村文化室',
      what: '有暖气',
      contact: '',
      villageCode: elder.villageCode,
      position: elder.position,
    };
    const record = (gone: boolean, actor = lin) =>
      recordResource(deps, {
        ...none,
        actor,
        params: { resourceId: resourceIdOf(1) },
        body: { commandId: commandId(), words, gone },
      });
    const list = async () => must(await listResources(deps, { ...none, actor: lin, query: {} })).resources;
    must(await record(false));
    must(await record(false));
    expect(await list()).toHaveLength(1);
    expect(await record(false, harbin)).toMatchObject({ refusal: { code: 'region_outside' } });
    must(await record(true));
    expect(await list()).toEqual([]);
  });
});

describe('a brief', () => {
  it('needs five elders behind a count, names none of them, and is answered by the county', async () => {
    const programmeId = await plan();
    const send = () =>
      sendBrief(deps, {
        ...none,
        actor: lin,
        params: { programmeId },
        body: { commandId: commandId(), words: brief },
      });
    await nobodyCame(4);
    expect(await send()).toMatchObject({ refusal: { code: 'brief_evidence_empty' } });
    const found = must(await readEvidence(deps, { ...none, actor: lin, params: { programmeId } }));
    expect(found.evidence.cells).toMatchObject([{ kind: 'unmet', elders: 'few' }]);
    deps = testDeps({ now: NOW });
    await plantWorkers(deps);
    const again = await plan();
    await nobodyCame(6);
    const { briefId } = must(
      await sendBrief(deps, {
        ...none,
        actor: lin,
        params: { programmeId: again },
        body: { commandId: commandId(), words: brief },
      }),
    );
    const official = actorOf(deps, 'official', { regionCode: '231222' });
    const shown = must(await readBrief(deps, { ...none, actor: official, params: { briefId } }));
    expect(shown.brief.evidence.sums).toMatchObject([{ kind: 'unmet', elders: 6, villages: 1 }]);
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${elder.name}|elder_`));
    must(
      await answerBrief(deps, {
        ...none,
        actor: official,
        params: { briefId },
        body: { commandId: commandId(), text: '年底前安排送煤车' },
      }),
    );
    expect(must(await listBriefs(deps, { ...none, actor: official })).briefs).toMatchObject([{ answers: 1 }]);
    const elsewhere = actorOf(deps, 'official', { regionCode: '230103' });
    expect(must(await listBriefs(deps, { ...none, actor: elsewhere })).briefs).toEqual([]);
    expect(await readBrief(deps, { ...none, actor: elsewhere, params: { briefId } })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });
});
