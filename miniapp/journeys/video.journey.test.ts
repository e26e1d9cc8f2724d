import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { CallId, VisitId } from '@shared/kernel/ids';
import { instantOf } from '@shared/kernel/instant';
import { acceptOffer, listOffers } from '@shared/offers/offers.contract';
import {
  joinVideoCall,
  listVideoCalls,
  makeVideoTicket,
  readVideoCall,
} from '@shared/video-calls/video-calls.contract';
import { checkIn, readVisit } from '@shared/visits/visits.contract';
import { newCommand, type Person, personaOn } from '../../scripts/demo/actor';
import { type BrowserPhones, BUILD_AND_START_MILLIS, startBrowserPhones } from './browser-phones';
import { askWithoutPage, freeAllDay, nextHalfHour, untilOneMayCheckIn } from './day';
import type { Phone } from './phone';

jest.setTimeout(120_000);

/** The rule: a side that is killed ends the call within thirty seconds; what is above is the way of the answer. */
const RULE_MILLIS = 30_000;
const LOOK_AGAIN_MILLIS = 500;
const pause = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));

async function until<T>(what: string, look: () => Promise<T | undefined>, millis: number): Promise<T> {
  for (const begun = Date.now(); Date.now() - begun < millis; await pause(LOOK_AGAIN_MILLIS)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`not within ${millis} ms: ${what}`);
}

/** The other one's picture is there and moves: it has a width, and its clock goes on. */
const plays = async ({ page }: Phone): Promise<void> => {
  const video = "document.querySelector('video.call-video:not(.call-video--own)')";
  const time = await page.waitForFunction(`${video}?.videoWidth > 0 && ${video}.currentTime`);
  await page.waitForFunction(`${video}?.currentTime > ${Number(await time.jsonValue()) + 0.5}`);
};

describe('an elder and her son see each other, each on a phone of their own', () => {
  let phones: BrowserPhones;
  let granny: Phone;
  let son: Phone;
  /** The same people over HTTP, to see what is kept behind the pages. */
  let grannyBehind: Person;
  let sonBehind: Person;
  let neighbour: Person;
  let visitId: VisitId;
  let callId: CallId;
  let early: string;
  const callBehind = () => grannyBehind.does(readVideoCall, { params: { callId } });
  const joinWith = (who: Person, ticket: string) =>
    who.isRefused(joinVideoCall, {
      params: { callId },
      body: { commandId: newCommand(), ticket, medium: 'web' },
    });

  /** The neighbour is with her, so that the call belongs to a visit. */
  async function beginVisit(): Promise<void> {
    const { startsAt } = nextHalfHour();
    const whoFirst = { name: '李桂芬', persona: 'neighbour' };
    await askWithoutPage(phones.stack.apiUrl, { whom: '妈妈', whoFirst, note: '热饭一份' }, startsAt);
    const offered = async () =>
      (await neighbour.does(listOffers)).offers.find(({ offer }) => offer.startsAt === startsAt);
    const { offer } = await until('an offer', offered, 20_000);
    const { requestId, offerId } = offer;
    const accepted = await neighbour.does(acceptOffer, {
      params: { requestId, offerId },
      body: { commandId: newCommand() },
    });
    visitId = accepted.visitId;
    await untilOneMayCheckIn(startsAt);
    await neighbour.does(checkIn, {
      params: { visitId },
      body: {
        commandId: newCommand(),
        at: instantOf(Date.now()),
        evidence: { kind: 'door_code', code: '3012' },
      },
    });
  }

  beforeAll(async () => {
    phones = await startBrowserPhones({ camera: true });
    await freeAllDay(phones.stack.apiUrl, ['neighbour']);
    grannyBehind = await personaOn(phones.stack.apiUrl, 'elder', 'elder');
    sonBehind = await personaOn(phones.stack.apiUrl, 'son-harbin', 'family');
    neighbour = await personaOn(phones.stack.apiUrl, 'neighbour', 'volunteer');
    await beginVisit();
    granny = await phones.open();
    await granny.tap('红光村的老人，自己有手机');
    son = await phones.open();
    await son.tap('王建国');
    await son.see('视频探望');
  }, BUILD_AND_START_MILLIS);
  afterAll(() => phones?.close());

  test('one touch on 看看孩子 calls him, and his phone rings by itself', async () => {
    await granny.press('看看孩子');
    await granny.see('正在叫王建国');
    await son.see('王大娘想和您视频');
    await son.keep('video-ring');
    const { calls } = await grannyBehind.does(listVideoCalls);
    callId = calls[0]?.callId as CallId;
    early = (await sonBehind.does(makeVideoTicket, { params: { callId } })).ticket;
  });

  test('he answers, and each sees the other move', async () => {
    await son.press('接听');
    await Promise.all([plays(son), plays(granny)]);
    await granny.see('正在和王建国视频');
    await granny.keep('video-elder');
    await son.see('正在和王大娘视频');
    await son.keep('video-family');
    expect(await callBehind()).toMatchObject({ status: 'joined', visitId });
  });

  test('a stranger finds no call, and a ticket is good once and for its owner', async () => {
    expect(await neighbour.isRefused(makeVideoTicket, { params: { callId } })).toMatchObject({
      code: 'not_found',
    });
    expect(await joinWith(neighbour, early)).toMatchObject({ code: 'not_found' });
    expect(await joinWith(grannyBehind, early)).toMatchObject({ code: 'video_ticket_unknown' });
    const { ticket } = await sonBehind.does(makeVideoTicket, { params: { callId } });
    const body = { ticket, medium: 'web' as const };
    await sonBehind.does(joinVideoCall, { params: { callId }, body: { commandId: newCommand(), ...body } });
    expect(await joinWith(sonBehind, ticket)).toMatchObject({ code: 'video_ticket_used' });
  });

  test('he mutes himself and is told so, and the picture goes on', async () => {
    await son.press('静音');
    await son.see('对方现在听不到您');
    await son.press('开声音');
    await plays(granny);
  });

  test('his phone dies: within half a minute the call is over, and the log of the visit says how long it was', async () => {
    await son.page.context().close();
    const ended = async () => ((await callBehind()).status === 'ended' ? true : undefined);
    await until('the call has ended', ended, RULE_MILLIS);
    await granny.see('和王建国视频了');
    await granny.keep('video-over');
    const { entries } = await neighbour.does(readVisit, { params: { visitId } });
    const told = entries.filter(({ entry }) => entry.kind === 'video');
    expect(told.map(({ sentence }) => sentence.zh)).toEqual([
      expect.stringMatching(/^和家里视频了 \d+ 秒：王大娘 \d+ 秒，王建国 \d+ 秒$/),
    ]);
    expect(granny.complaints).toEqual([]);
  });

  test('by then the ticket of the beginning has expired too', async () => {
    const expired = async () => {
      const { code } = await joinWith(sonBehind, early);
      return code === 'video_ticket_expired' ? true : undefined;
    };
    await until('the ticket has expired', expired, RULE_MILLIS);
  });
});
