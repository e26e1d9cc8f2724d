import { changeMyHelper } from '@shared/helpers/helpers.contract';
import { addMinutes, beijing, beijingInstant, type Instant, instantOf } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import { reasonText } from '@shared/matching/reason';
import { acceptOffer, declineOffer, listOffers, type OfferCard } from '@shared/offers/offers.contract';
import { listElders, readElder } from '@shared/people/people.contract';
import { makeRequest, previewRequest, readRequest } from '@shared/service-requests/requests.contract';
import {
  checkIn,
  checkOut,
  confirmVisit,
  keepLog,
  listElderVisits,
  listMyVisits,
  readVisit,
} from '@shared/visits/visits.contract';
import { check, newCommand, newEntry, type Person, personaOn } from './demo/actor';
import { startStack } from './start/stack';

const MINUTES = 20 as Minutes;
const WAIT_SECONDS = 60;

const now = (): Instant => instantOf(Date.now());
const scene = (title: string): void => void process.stdout.write(`\n■ ${title}\n`);
const clock = (at: Instant): string => {
  const { hour, minute } = beijing(at);
  return `${hour}:${String(minute).padStart(2, '0')}`;
};

/** Soon enough to check in at once, and never across midnight, when nobody comes. */
function startSoon(): Instant {
  const at = addMinutes(now(), 5);
  const { day, minuteOfDay } = beijing(at);
  return minuteOfDay + MINUTES < 24 * 60 ? at : beijingInstant(day, 24 * 60);
}

async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let second = 0; second < WAIT_SECONDS; second += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`等了 ${WAIT_SECONDS} 秒没有等到 waited in vain for: ${what}`);
}

const offerOf = (helper: Person, requestId: string): Promise<OfferCard> =>
  eventually(`${helper.name}'s offer`, async () =>
    (await helper.does(listOffers)).offers.find((card) => card.offer.requestId === requestId),
  );

const freeAllDay = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 24 * 60 }));
const told = (card: OfferCard): string => card.offer.reasons.map((each) => reasonText(each).zh).join(' · ');

async function story(apiUrl: string): Promise<void> {
  const son = await personaOn(apiUrl, 'son-harbin', 'family');
  const neighbour = await personaOn(apiUrl, 'neighbour', 'volunteer');
  const other = await personaOn(apiUrl, 'neighbour-2', 'volunteer');

  scene('邻居们今天都有空 the neighbours are free today');
  // So that the story can be told at any hour of the day.
  let otherId = '';
  for (const helper of [neighbour, other]) {
    const changes = { weeklyHours: freeAllDay, available: true };
    const mine = await helper.does(changeMyHelper, { body: { commandId: newCommand(), changes } });
    otherId = mine.helperId;
    helper.says(`可接单，会的事：${mine.skills.length} 项`);
  }

  scene('儿子求助 the son asks');
  const { elders } = await son.does(listElders, { query: {} });
  const mother = elders.find((each) => each.kinship === 'consented' && each.gender === 'female');
  check(mother !== undefined, '儿子看不到妈妈 the son does not see his mother');
  son.says(`看到：${mother.name}（${mother.callName}），${mother.villageName}`);
  const { elder } = await son.does(readElder, { params: { elderId: mother.elderId } });
  const startsAt = startSoon();
  const ask = {
    elderId: mother.elderId,
    serviceCode: 'meal-delivery',
    startsAt,
    minutes: MINUTES,
    urgency: 'routine' as const,
    wishes: { preferHelperId: otherId as OfferCard['offer']['helperId'] },
    payBy: 'time' as const,
    // Late in the evening one has to mean it; by day this says nothing.
    confirmedNight: true as const,
  };
  const past = await son.isRefused(makeRequest, {
    body: { ...ask, commandId: newCommand(), note: '', startsAt: addMinutes(now(), -60) },
  });
  check(past.code === 'time_past', `a past time got ${past.code}`);
  son.says(`选了过去的时间，被拒绝：${past.zh}`);
  const preview = await son.does(previewRequest, { body: ask });
  check(preview.count >= 2, `只有 ${preview.count} 位可来 too few could come`);
  son.says(`${preview.count} 位可来，最近的 ${preview.nearestMetres} 米`);
  const { requestId } = await son.does(makeRequest, {
    body: { ...ask, commandId: newCommand(), note: '送一份热饭，妈妈爱吃小米粥' },
  });
  const asked = await eventually('the first wave', async () => {
    const detail = await son.does(readRequest, { params: { requestId } });
    return detail.offers.length > 0 ? detail : undefined;
  });
  son.says(`${asked.service.zh} ${clock(startsAt)} 开始，正在问 ${asked.offers.length} 位：`);
  for (const { helper, offer } of asked.offers)
    son.says(
      `  ${offer.rank}. ${helper.name}  ${offer.reasons.map((each) => reasonText(each).zh).join(' · ')}`,
    );
  check(asked.offers[0]?.helper.helperId === otherId, '想请的人不在最前 the one wished for is not first');

  scene('先问到的人来不了 the first cannot come');
  const first = await offerOf(other, requestId);
  other.says(`收到邀请：${first.elder.callName}，${first.service.zh}。${told(first)}`);
  const firstParams = { requestId, offerId: first.offer.offerId };
  await other.does(declineOffer, {
    params: firstParams,
    body: { commandId: newCommand(), reason: '今天去县里了' },
  });
  other.says('婉拒：今天去县里了');
  const late = await other.isRefused(acceptOffer, {
    params: firstParams,
    body: { commandId: newCommand() },
  });
  check(late.code === 'offer_closed', `an answered offer got ${late.code}`);
  other.says(`又想接，被拒绝：${late.zh}`);

  scene('下一位接下 the next one accepts');
  const seen = await neighbour.sees(listOffers);
  const offered = seen.value.offers.find((card) => card.offer.requestId === requestId);
  check(offered !== undefined, '邻居没有收到邀请 the neighbour has no offer');
  check(!seen.text.includes(elder.address), '接单前看到了地址 the address is shown before acceptance');
  check(elder.phone === undefined || !seen.text.includes(elder.phone), '接单前看到了电话 a phone too early');
  neighbour.says(`收到邀请：${offered.elder.callName}，${offered.service.zh}。${told(offered)}`);
  const acceptance = {
    params: { requestId, offerId: offered.offer.offerId },
    body: { commandId: newCommand() },
  };
  const { visitId } = await neighbour.does(acceptOffer, acceptance);
  const again = await neighbour.does(acceptOffer, acceptance);
  check(again.visitId === visitId, '重发得到了另一个结果 a repeat got another answer');
  const { visits: mine } = await neighbour.does(listMyVisits, {
    query: { from: addMinutes(startsAt, -60), to: addMinutes(startsAt, 60) },
  });
  const card = mine.find(({ visit }) => visit.visitId === visitId);
  check(card?.home !== undefined, '接单后看不到地址 no address after acceptance');
  neighbour.says(`接下了。地址：${card.home.address}，${card.home.directions}`);
  const scheduled = await son.does(readRequest, { params: { requestId } });
  check(scheduled.request.status === 'scheduled', `the request is ${scheduled.request.status}`);
  son.says(`看到：${scheduled.visits[0]?.helperName} 会来`);

  scene('上门 the visit');
  const evidence = { kind: 'position' as const, position: card.home.position, accuracyMetres: 12 };
  const params = { visitId };
  const arrived = await neighbour.does(checkIn, {
    params,
    body: { commandId: newCommand(), at: now(), evidence },
  });
  neighbour.says(`签到：${arrived.sentence.zh}`);
  const at = now();
  const log = await neighbour.does(keepLog, {
    params,
    body: {
      commandId: newCommand(),
      entries: [
        { entryId: newEntry(), at, kind: 'task', index: 0, done: true },
        { entryId: newEntry(), at, kind: 'vitals', systolic: 132, diastolic: 84, pulse: 76 },
        { entryId: newEntry(), at, kind: 'mood', mood: 'happy' },
        { entryId: newEntry(), at, kind: 'need', text: '家里煤棚需要修' },
      ],
    },
  });
  for (const entry of log.entries) neighbour.says(`  记录：${entry.sentence.zh}`);
  const left = await neighbour.does(checkOut, {
    params,
    body: { commandId: newCommand(), at: now(), evidence, summary: '热饭吃上了，血压正常，心情不错。' },
  });
  neighbour.says(`签退：${left.sentence.zh}`);

  scene('儿子看到并确认 the son reads and confirms');
  const report = await son.does(readVisit, { params });
  check(report.entries.length === 4, `四条记录，看到 ${report.entries.length} 条 entries are missing`);
  son.says(`看到：${report.sentence.zh}`);
  for (const entry of report.entries) son.says(`  ${entry.sentence.zh}`);
  await son.does(confirmVisit, {
    params,
    body: { commandId: newCommand(), rating: 5, comment: '谢谢李姨' },
  });
  const { visits } = await son.does(listElderVisits, { params: { elderId: mother.elderId }, query: {} });
  const kept = visits.find(({ visit }) => visit.visitId === visitId);
  check(kept?.visit.status === 'confirmed', `the visit is ${kept?.visit.status}`);
  const done = await son.does(readRequest, { params: { requestId } });
  check(done.request.status === 'confirmed', `the request is ${done.request.status}`);
  son.says(`确认，五星：${kept.sentence.zh}`);
}

async function run(): Promise<void> {
  process.stdout.write('暖邻 Nuanlin · 演示 demonstration\n');
  const stack = await startStack({ seed: 'small', report: (line) => process.stdout.write(`  … ${line}\n`) });
  try {
    await story(stack.apiUrl);
    process.stdout.write('\n✔ 演示完成 the whole story was told\n');
  } finally {
    await stack.stop();
  }
}

run()
  .then(() => process.exit(0))
  .catch((error: Error) => {
    process.stderr.write(`\n✘ ${error.stack ?? error.message}\n`);
    process.exit(1);
  });
