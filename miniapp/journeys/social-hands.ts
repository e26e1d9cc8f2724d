import { beginAssessment, saveAnswers, submitAssessment } from '@shared/assessments/assessments.contract';
import { changeCase } from '@shared/cases/case-change.contract';
import { listCases, readCase } from '@shared/cases/cases.contract';
import { changeGroup, listGroups, readGroup } from '@shared/groups/groups.contract';
import { joinedOf } from '@shared/groups/member';
import { answerGroup, suggestMembers } from '@shared/groups/membership.contract';
import { keepAttendance } from '@shared/groups/sessions.contract';
import { type ElderId, type GroupId, groupSessionId, type RequestId } from '@shared/kernel/ids';
import { addDays, beijing, beijingInstant, instantOf } from '@shared/kernel/instant';
import { ulid } from 'ulid';
import { newCommand, type Person, personaOn } from '../../scripts/demo/actor';

/** What a worker does a third and a ninth time, through the same routes as the page, while the journey looks on. */
export interface Hands {
  readonly groupId: GroupId;
  /** Asks and takes yeses until the group has so many who said yes. */
  fillUp(members: number): Promise<void>;
  /** A session as the first one was, at another hour, with its list: everybody came. */
  hold(title: string, daysAgo: number, hour: number): Promise<void>;
  /** The names of those who were asked before the group began and not since. */
  askedBefore(): Promise<readonly string[]>;
  /** Asks those of them again who are named. */
  askAgain(choice: string, names: readonly string[]): Promise<void>;
}

export async function handsOf(apiUrl: string, groupName: string): Promise<Hands> {
  const lin = await personaOn(apiUrl, 'social-worker', 'social_worker');
  const { groups } = await lin.does(listGroups, { query: {} });
  const groupId = groups.find(({ name }) => name === groupName)?.groupId;
  if (groupId === undefined) throw new Error(`no group ${groupName}`);
  const params = { groupId };
  const due = async () =>
    (await lin.does(readGroup, { params })).measures.filter((each) => each.before && !each.after);
  return {
    groupId,
    fillUp: async (members) => {
      const joined = joinedOf((await lin.does(readGroup, { params })).members).length;
      const { suggestions } = await lin.does(suggestMembers, { params });
      for (const { elderId, reason } of suggestions.slice(0, members - joined)) {
        const body = { commandId: newCommand(), change: { act: 'invite' as const, elderId, reason } };
        await lin.does(changeGroup, { params, body });
        const yes = {
          yes: true,
          witness: 'social_worker',
          how: '上门时当面说愿意',
          shareWithFamily: true,
        } as const;
        await lin.does(answerGroup, {
          params: { groupId, elderId },
          body: { commandId: newCommand(), answer: yes },
        });
      }
    },
    hold: async (title, daysAgo, hour) => {
      const { sessions, members } = await lin.does(readGroup, { params });
      const [first] = sessions;
      if (first === undefined) throw new Error('no session to follow');
      const { plan, place, minutes, workers } = first;
      const day = beijing(addDays(instantOf(Date.now()), -daysAgo)).day;
      const startsAt = beijingInstant(day, hour * 60);
      const id = groupSessionId.parse(`groupsession_${ulid()}`);
      const words = { title, plan, place, minutes, workers, startsAt };
      await lin.does(changeGroup, {
        params,
        body: { commandId: newCommand(), change: { act: 'session', groupSessionId: id, words } },
      });
      await lin.does(keepAttendance, {
        params: { groupId, groupSessionId: id },
        body: {
          commandId: newCommand(),
          attendance: joinedOf(members).map(({ elderId }) => ({ elderId, came: true as const, note: '' })),
          workersCame: workers.map(({ personId }) => personId),
        },
      });
    },
    askedBefore: async () => (await due()).map(({ name }) => name),
    askAgain: async (choice, names) => {
      for (const { elderId, name } of await due())
        if (names.includes(name)) await assess(lin, { elderId, name }, 'loneliness', { lonely: choice });
    },
  };
}

/** One scale with its answers, from the consent to handing it in. */
async function assess(
  lin: Person,
  { elderId, name }: { readonly elderId: ElderId; readonly name: string },
  code: 'loneliness' | 'gds-15',
  choices: Readonly<Record<string, string>>,
): Promise<void> {
  const consent = { givenBy: 'elder', name, how: '当面同意', shareWithFamily: true } as const;
  const { assessmentId } = await lin.does(beginAssessment, {
    params: { elderId },
    body: { commandId: newCommand(), code, consent },
  });
  const params = { assessmentId };
  const answers = Object.entries(choices).map(([item, choice]) => ({ item, answer: { choice } }));
  await lin.does(saveAnswers, { params, body: { commandId: newCommand(), answers } });
  await lin.does(submitAssessment, { params, body: { commandId: newCommand() } });
}

const caseOf = async (worker: Person, elderName: string) => {
  const { cases } = await worker.does(listCases, { query: { scope: 'region' } });
  const found = cases.find(({ elder }) => elder.name === elderName);
  if (found === undefined) throw new Error(`no case of ${elderName}`);
  return found;
};

/** The supervisor writes into an empty text of a case while somebody else has it open. */
export async function colleagueWrites(apiUrl: string, elderName: string, value: string): Promise<void> {
  const supervisor = await personaOn(apiUrl, 'social-worker-2', 'social_worker');
  const { caseId } = await caseOf(supervisor, elderName);
  await supervisor.does(changeCase, {
    params: { caseId },
    body: { commandId: newCommand(), change: { act: 'write', field: 'estimate.needs', was: '', value } },
  });
}

/** The first of what a plan asked for; the elder's day may hold other things of the same name. */
export async function firstArranged(apiUrl: string, elderName: string): Promise<RequestId> {
  const lin = await personaOn(apiUrl, 'social-worker', 'social_worker');
  const { caseId } = await caseOf(lin, elderName);
  const { chain } = await lin.does(readCase, { params: { caseId } });
  const [first] = chain.flatMap(({ requests }) => requests);
  if (first === undefined) throw new Error(`nothing is arranged for ${elderName}`);
  return first.requestId;
}

/** The fifteen questions once more, so that so many of the first count as sad. */
export async function moodAgain(
  apiUrl: string,
  elderName: string,
  choices: readonly string[],
): Promise<void> {
  const lin = await personaOn(apiUrl, 'social-worker', 'social_worker');
  const { elder } = await caseOf(lin, elderName);
  const answers = Object.fromEntries(choices.map((choice, index) => [`g${index + 1}`, choice]));
  await assess(lin, elder, 'gds-15', answers);
}
