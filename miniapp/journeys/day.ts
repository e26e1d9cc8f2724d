import { changeMyHelper, readMyHelper } from '@shared/helpers/helpers.contract';
import { addMinutes, beijing, beijingInstant, type Instant, instantOf } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import { listElders } from '@shared/people/people.contract';
import { makeRequest } from '@shared/service-requests/requests.contract';
import { newCommand, personaOn } from '../../scripts/demo/actor';
import type { Phone } from './phone';

const HALF_HOUR = 30;
const FIRST_START = 6 * 60;
const LAST_START = 23 * 60;
const now = (): Instant => instantOf(Date.now());
const allDay = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 24 * 60 }));

/** So that a story can be told at any hour of the day, as the demonstration does. */
export async function freeAllDay(apiUrl: string, personas: readonly string[]): Promise<void> {
  for (const persona of personas) {
    const helper = await personaOn(apiUrl, persona, persona === 'provider' ? 'provider' : 'volunteer');
    const changes = { weeklyHours: allDay, available: true };
    await helper.does(changeMyHelper, { body: { commandId: newCommand(), changes } });
  }
}

/** The next half hour, a minute ahead at least; one may check in from thirty minutes before it. */
export function nextHalfHour(at: Instant = now()): { day: string; minuteOfDay: number; startsAt: Instant } {
  const { day, minuteOfDay } = beijing(addMinutes(at, 1));
  const start = (Math.floor(minuteOfDay / HALF_HOUR) + 1) * HALF_HOUR;
  const startsAt = beijingInstant(day, start);
  return { ...beijing(startsAt), startsAt };
}

/**
 * In a few minutes, so that one may check in at once. No helper's hours go over midnight, so one that would begins
 * at midnight where that is near enough to arrive early, and else in a minute.
 */
export function soonOnOneDay(minutes: number, ahead = 5, at: Instant = now()): Instant {
  const soon = addMinutes(at, ahead);
  const { day } = beijing(soon);
  if (beijing(addMinutes(soon, minutes - 1)).day === day) return soon;
  const midnight = beijingInstant(day, 24 * 60);
  return Date.parse(midnight) - Date.parse(at) < (HALF_HOUR + 1) * 60_000 ? midnight : addMinutes(at, 1);
}

const clock = (minuteOfDay: number): string =>
  `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`;

interface Help {
  /** 妈妈 or 爸爸, as on the son's home page. */
  readonly whom: string;
  /** Asked for by name, among those who have been there. */
  readonly whoFirst: { readonly name: string; readonly persona: string };
  readonly note: string;
}

/**
 * The son asks for a meal to be brought within the half hour, on the real page. From eleven at night until six the
 * page offers no hour of this night, so then he asks as the page would have.
 */
export async function askForMeal(son: Phone, apiUrl: string, help: Help): Promise<Instant> {
  const { whom, whoFirst, note } = help;
  const { minuteOfDay, startsAt, day } = nextHalfHour();
  if (minuteOfDay < FIRST_START || minuteOfDay > LAST_START) {
    await askWithoutPage(apiUrl, help, startsAt);
    return startsAt;
  }
  await son.visit('family/home');
  await son.tap(whom);
  await son.tap('请人帮忙');
  await son.see('需要什么帮助？');
  await son.tap('送餐');
  await son.tap('什么时候');
  await son.tap(day === beijing(now()).day ? /^今天$/ : /^明天$/);
  await son.tap(new RegExp(`^${clock(minuteOfDay)}$`));
  await son.tap(/^20 分钟$/);
  await son.tap('好了');
  await son.tap('希望谁来');
  await son.tap(new RegExp(`^${whoFirst.name}$`));
  await son.tap('好了');
  await son.write('还有什么要告诉来的人', note);
  await son.tap(/寻找附近的人/);
  // Late in the evening the page asks whether the hour is meant.
  const asked = son.page.getByText('已邀请').filter({ visible: true }).first();
  const late = son.page.getByText('就这时候').filter({ visible: true }).first();
  await asked.or(late).first().waitFor();
  if (await late.isVisible()) await son.tap('就这时候');
  await son.see('已邀请');
  return startsAt;
}

/** The same request as the page would send, without a page. */
export async function askWithoutPage(
  apiUrl: string,
  { whom, whoFirst, note }: Help,
  startsAt: Instant,
): Promise<void> {
  const helper = await personaOn(apiUrl, whoFirst.persona, 'volunteer');
  const { helperId } = await helper.does(readMyHelper);
  const son = await personaOn(apiUrl, 'son-harbin', 'family');
  const { elders } = await son.does(listElders, { query: {} });
  const elder = elders.find(({ gender }) => gender === (whom === '妈妈' ? 'female' : 'male'));
  if (!elder) throw new Error(`the son does not see ${whom}`);
  await son.does(makeRequest, {
    body: {
      commandId: newCommand(),
      elderId: elder.elderId,
      serviceCode: 'meal-delivery',
      startsAt,
      minutes: 20 as Minutes,
      urgency: 'routine',
      wishes: { preferHelperId: helperId },
      payBy: 'time',
      note,
      confirmedNight: true,
    },
  });
}

/** Until half an hour before the next half hour one may not check in: at most a minute. */
export const untilOneMayCheckIn = async (startsAt: Instant): Promise<void> => {
  const millis = Date.parse(addMinutes(startsAt, -HALF_HOUR)) - Date.now();
  if (millis > 0) await new Promise((resolve) => setTimeout(resolve, millis + 1_000));
};
