import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { raiseAlert } from '@shared/alerts/alerts.contract';
import { beginAssessment } from '@shared/assessments/assessments.contract';
import { listCases } from '@shared/cases/cases.contract';
import { listGroups } from '@shared/groups/groups.contract';
import { listElders } from '@shared/people/people.contract';
import { listBriefs } from '@shared/programmes/briefs.contract';
import { listProgrammes } from '@shared/programmes/programmes.contract';
import { listQueue, listRequestsOfElder } from '@shared/service-requests/requests.contract';
import { inviteToVideoCall } from '@shared/video-calls/video-calls.contract';
import { listElderVisits, listMyVisits, readToday } from '@shared/visits/visits.contract';
import { type PageName, type PageParams, pages } from '../../miniapp/src/platform/pages';
import { openWeapp } from '../../miniapp/weapp-harness/weapp';
import { newCommand, personaOn } from '../demo/actor';
import { type Stack, startStack } from '../start/stack';
import { table } from './figures';

/** What a page may send to WeChat's renderer until its first screen stands. */
export const FIRST_SCREEN_BYTES = 30 * 1024;
const dist = join('dist', 'weapp');

export interface FirstScreen {
  readonly page: PageName;
  readonly bytes: number;
}

/** Whose phone opens a page, by the name on the first page; nobody's before anyone has stepped in. */
type Who = '王建国' | '李桂芬' | '孙丽' | '王秀兰' | '林晓' | '何科长' | 'nobody';
interface Opening {
  readonly who: Who;
  readonly params?: PageParams;
}

/** Every page with somebody who opens it and what it is about: a page without a line here does not compile. */
async function openings(apiUrl: string): Promise<Record<PageName, Opening>> {
  const son = await personaOn(apiUrl, 'son-harbin', 'family');
  const neighbour = await personaOn(apiUrl, 'neighbour', 'volunteer');
  const coordinator = await personaOn(apiUrl, 'coordinator', 'coordinator');
  const { elders } = await son.does(listElders, { query: {} });
  const [mother, father] = ['female', 'male'].map((gender) =>
    elders.find((elder) => elder.gender === gender),
  );
  if (mother === undefined || father === undefined) throw new Error('The son sees not both of his parents.');
  const ofMother = { elderId: mother.elderId };
  const { visits } = await son.does(listElderVisits, { params: ofMother, query: {} });
  const told = visits.find(({ visit }) => visit.status === 'confirmed');
  const { awaitingConfirmation } = await son.does(readToday, { params: { elderId: father.elderId } });
  const { requests } = await son.does(listRequestsOfElder, { params: ofMother, query: {} });
  const mine = await neighbour.does(listMyVisits, { query: {} });
  const queue = await coordinator.does(listQueue, { query: {} });
  const worker = await personaOn(apiUrl, 'social-worker', 'social_worker');
  const { cases } = await worker.does(listCases, { query: {} });
  const first = <T extends object>(what: string, found: T | undefined): T => {
    if (found === undefined) throw new Error(`The demonstration county has no ${what}.`);
    return found;
  };
  const visitOf = (what: string, card: { visit: { visitId: string } } | undefined) => ({
    visitId: first(what, card).visit.visitId,
  });
  const requestOf = (what: string, card: { request: { requestId: string } } | undefined) => ({
    requestId: first(what, card).request.requestId,
  });
  const family = (params?: PageParams): Opening => ({ who: '王建国', ...(params && { params }) });
  const helper = (params?: PageParams): Opening => ({ who: '李桂芬', ...(params && { params }) });
  const staff = (params?: PageParams): Opening => ({ who: '孙丽', ...(params && { params }) });
  const going = first(
    'case under way',
    cases.find(({ status }) => status === 'intervention'),
  );
  const ofCase = { caseId: going.caseId };
  const { assessmentId } = await worker.does(beginAssessment, {
    params: { elderId: going.elder.elderId },
    body: {
      commandId: newCommand(),
      code: 'gbt-42195',
      consent: { givenBy: 'elder', name: going.elder.name, how: '当面同意', shareWithFamily: true },
    },
  });
  const { alertId } = await son.does(raiseAlert, { body: { commandId: newCommand(), ...ofMother } });
  const { callId } = await son.does(inviteToVideoCall, {
    body: { commandId: newCommand(), ...ofMother, medium: 'wechat' },
  });
  const social = (params?: PageParams): Opening => ({ who: '林晓', ...(params && { params }) });
  const official = (params?: PageParams): Opening => ({ who: '何科长', ...(params && { params }) });
  const { groups } = await worker.does(listGroups, { query: {} });
  const ofGroup = { groupId: first('group', groups[0]).groupId };
  const { programmes } = await worker.does(listProgrammes, { query: {} });
  const ofProgramme = { programmeId: first('programme', programmes[0]).programmeId };
  const { briefs } = await worker.does(listBriefs);
  const { briefId } = first('brief', briefs[0]);
  return {
    welcome: { who: 'nobody' },
    account: family(),
    'family/home': family(),
    'family/add-elder': family(),
    'family/elder': family(ofMother),
    'family/health': family(ofMother),
    'family/request': family(ofMother),
    'family/matching': family(requestOf('request for the mother', requests[0])),
    'family/schedule': family(),
    'family/visits': family(),
    'family/visit': family(visitOf('visit to the mother', told)),
    'family/confirm': family(visitOf('visit to confirm', awaitingConfirmation[0])),
    'family/messages': family(),
    'family/time-bank': family(),
    'helper/home': helper(),
    'helper/route': helper(),
    'helper/visit': helper(visitOf("visit of the neighbour's", mine.visits[0])),
    'helper/availability': helper(),
    'helper/join': family(),
    'helper/time-bank': helper(),
    'helper/opportunities': helper(),
    'coordinator/home': staff(),
    'coordinator/time-bank': staff(),
    'official/solvency': staff(),
    'official/time-rules': official(),
    'official/time-rules-new': official({ from: 'nanjing' }),
    'official/pools': official(),
    'coordinator/pool': staff(),
    'coordinator/estate': staff(ofMother),
    'coordinator/elders': staff(),
    'coordinator/elder': staff(ofMother),
    'coordinator/health': staff(ofMother),
    'coordinator/register': staff(),
    'coordinator/request': staff(requestOf('request that waits', queue.requests[0])),
    'coordinator/book': staff(ofMother),
    'coordinator/attention': staff(),
    'coordinator/call-backs': staff(),
    'coordinator/visit': staff(visitOf('visit to the mother', told)),
    'coordinator/plan': staff(),
    'family/care-plan': family(ofMother),
    'social-worker/home': social(),
    'social-worker/elders': social(),
    'social-worker/open-case': social({ elderId: going.elder.elderId, name: going.elder.name }),
    'social-worker/case': social(ofCase),
    'social-worker/health': social(ofMother),
    'social-worker/plan': social(ofCase),
    'social-worker/evaluation': social(ofCase),
    'social-worker/assessment': social({ assessmentId }),
    'social-worker/support-map': social(ofCase),
    'coordinator/duty': staff(),
    'coordinator/visit-rate': staff(),
    'official/visit-rate': staff(),
    'social-worker/duty': social(),
    'helper/duty': helper(),
    'video/call': family({ callId }),
    'social-worker/visit': social(visitOf('visit to the mother', told)),
    'social-worker/groups': social(),
    'social-worker/group-new': social(),
    'social-worker/group': social(ofGroup),
    'social-worker/group-members': social(ofGroup),
    'social-worker/group-session': social(ofGroup),
    'social-worker/programme-new': social(),
    'social-worker/programme': social(ofProgramme),
    'social-worker/resources': social(),
    'social-worker/brief': social(ofProgramme),
    'helper/group-sessions': helper(),
    'official/briefs': official(),
    'official/brief': official({ briefId }),
    'elder/home': { who: '王秀兰' },
    'elder/sos': { who: '王秀兰', params: { alertId } },
    'family/alert': family({ alertId }),
    'helper/alert': helper({ alertId }),
    'coordinator/alert': staff({ alertId }),
  };
}

/** Opens every page of the compiled mini-program by itself and counts what it sends until all answers are drawn. */
export async function measureFirstScreens(
  stack: Pick<Stack, 'apiUrl' | 'websocketUrl'>,
): Promise<FirstScreen[]> {
  const phone = { dist, apiBase: stack.apiUrl, socketBase: stack.websocketUrl };
  const kept = new Map<Who, Map<string, unknown>>([['nobody', new Map()]]);
  const storageOf = async (who: Who): Promise<Map<string, unknown>> => {
    const known = kept.get(who);
    if (known !== undefined) return new Map(known);
    const app = await openWeapp(phone);
    await app.tap(who);
    await app.until(`${who}'s first page`, () => app.page() !== pages.welcome);
    await app.settle();
    // The parent with the longer story, so that the lists are long.
    if (who === '王建国') await app.tap('妈妈');
    app.close();
    kept.set(who, app.storage);
    return new Map(app.storage);
  };
  const measured: FirstScreen[] = [];
  for (const [page, { who, params = {} }] of Object.entries(await openings(stack.apiUrl))) {
    const name = page as PageName;
    const storage = await storageOf(who);
    const app = await openWeapp({ ...phone, storage, launch: { page: pages[name], params } });
    await app.settle();
    if (app.page() !== pages[name]) throw new Error(`${name} sent its reader on to ${app.page()}.`);
    measured.push({ page: name, bytes: app.setDataBytes() });
    app.close();
  }
  return measured;
}

/** The figure for `bench:bundle`, and whether every page keeps to the limit. */
export async function firstScreens(): Promise<{ readonly text: string; readonly kept: boolean }> {
  if (!existsSync(join(dist, 'app.json')))
    return { text: 'The mini-program was not built, so its first screens were not measured.', kept: true };
  const stack = await startStack({ seed: 'full' });
  try {
    const measured = await measureFirstScreens(stack);
    const over = measured.filter(({ bytes }) => bytes > FIRST_SCREEN_BYTES).map(({ page }) => page);
    const rows = [...measured]
      .sort((a, b) => b.bytes - a.bytes)
      .map(({ page, bytes }) => [page, (bytes / 1024).toFixed(1)]);
    const text = [
      `\`setData\` of each page in the compiled mini-program, opened by itself in the full demonstration county, until every answer is drawn. Limit: ${FIRST_SCREEN_BYTES / 1024} KB.`,
      table(['first screen', 'KB'], rows),
      `Over the limit: ${over.length === 0 ? 'none' : over.join(', ')}.`,
    ].join('\n\n');
    return { text, kept: over.length === 0 };
  } finally {
    await stack.stop();
  }
}
