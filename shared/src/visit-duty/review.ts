import type { ElderId } from '../kernel/ids';
import { addDays, addMinutes, beijing, type Day, type Instant } from '../kernel/instant';
import { isWithin } from '../regions/region';
import { baseOf, type Cause, type DutyMonth, isDue, type VisitDuty } from './duty';
import type { Risk } from './risk';
import { FESTIVAL_LEAD_DAYS, festivals, festivalTiers, hazardRules, visitRules } from './rules';
import { causeWords } from './sentence';
import type { Warning } from './warning';

/** An SOS or readings far from usual that were no false alarm. */
export interface Crisis {
  readonly alertId: string;
  readonly raisedAt: Instant;
}
/** All that a visit's date follows from. */
export interface Facts {
  readonly risk: Risk;
  readonly livesAlone: boolean;
  readonly warnings: readonly Warning[];
  readonly crises: readonly Crisis[];
}

export const plusDays = (on: Day, days: number): Day =>
  beijing(addDays(`${on}T00:00:00Z` as Instant, days)).day;
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Spreads first visits over the interval by the id, so that a village newly taken in is not all due on one day. */
const spread = (id: ElderId, over: number): number =>
  [...id].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261) % over;

const seenOn = (d: VisitDuty): Day | undefined => d.lastSeen && beijing(d.lastSeen.at).day;

/** The usual next day: an interval after the elder was last seen. */
export function nextUsual(d: VisitDuty, { tier }: Risk): Day {
  const every = visitRules.everyDays[tier];
  const last = seenOn(d);
  return plusDays(last ?? d.since, last === undefined ? spread(d.elderId, every) : every);
}

const routine = (d: VisitDuty, risk: Risk, today: Day): Cause[] => {
  const dueOn = nextUsual(d, risk);
  if (today < plusDays(dueOn, -visitRules.leadDays[risk.tier])) return [];
  return [{ kind: 'routine', code: 'routine', dueOn, words: causeWords.routine(risk.tier) }];
};

const beforeFestival = (d: VisitDuty, { risk, livesAlone }: Facts, today: Day): Cause[] => {
  if (!livesAlone && !festivalTiers.includes(risk.tier)) return [];
  return festivals.flatMap((each): Cause[] => {
    const opens = plusDays(each.on, -FESTIVAL_LEAD_DAYS);
    const seen = seenOn(d);
    if (today < opens || today > each.on || (seen !== undefined && seen >= opens)) return [];
    const words = causeWords.festival(each);
    return [{ kind: 'festival', code: each.code, dueOn: each.on, until: each.on, words }];
  });
};

const inWeather = (d: VisitDuty, { risk, livesAlone, warnings }: Facts, today: Day): Cause[] =>
  warnings.flatMap((each): Cause[] => {
    const { tiers, aloneToo, everyDays } = hazardRules[each.hazard];
    const meant = tiers.includes(risk.tier) || (aloneToo && livesAlone);
    if (each.ended || !meant || !isWithin(each.regionCode, d.villageCode)) return [];
    const last = d.lastSeen !== undefined && d.lastSeen.at > each.at ? seenOn(d) : undefined;
    const first = later(each.from, beijing(each.at).day);
    const dueOn = last === undefined ? first : later(each.from, plusDays(last, everyDays));
    // A day ahead, so that somebody can go before the snow falls.
    if (dueOn > each.to || today < plusDays(dueOn, -1) || today > each.to) return [];
    return [
      {
        kind: 'weather',
        code: each.warningId,
        dueOn,
        until: each.to,
        words: causeWords.weather(each),
      },
    ];
  });

const afterCrisis = (d: VisitDuty, { crises }: Facts, today: Day): Cause[] =>
  crises.flatMap(({ alertId, raisedAt }): Cause[] => {
    const until = plusDays(beijing(raisedAt).day, visitRules.crisisDays);
    if (today > until || (d.lastSeen !== undefined && d.lastSeen.at > raisedAt)) return [];
    const dueOn = beijing(addMinutes(raisedAt, visitRules.crisisHours * 60)).day;
    return [{ kind: 'crisis', code: alertId, dueOn, until, words: causeWords.crisis(raisedAt) }];
  });

const MOST_CAUSES = 12;
const emptyMonth = (month: string, difficult: boolean): DutyMonth => ({
  month,
  difficult,
  home: 0,
  phone: 0,
  video: 0,
  missed: 0,
});

/** The months of an elder with `change` made to the one of `day`; who was in difficulty in a month stays so in it. */
export function inMonth(
  months: readonly DutyMonth[],
  on: Day,
  difficult: boolean,
  change: (m: DutyMonth) => DutyMonth = (m) => m,
): DutyMonth[] {
  const month = on.slice(0, 7);
  const there = months.find((each) => each.month === month) ?? emptyMonth(month, difficult);
  const kept = months.filter((each) => each.month !== month);
  return [...kept, change({ ...there, difficult: there.difficult || difficult })]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-visitRules.months);
}

/**
 * What is due for an elder by everything known tonight. Said anew from the facts each time, so it may run as often as
 * it likes; who was asked to go and who knocked in vain stays with a visit that is still due.
 */
export function review(d: VisitDuty, facts: Facts, now: Instant): VisitDuty {
  const today = beijing(now).day;
  const { risk } = facts;
  const anew = [
    ...afterCrisis(d, facts, today),
    ...inWeather(d, facts, today),
    ...beforeFestival(d, facts, today),
    ...routine(d, risk, today),
  ].slice(0, MOST_CAUSES);
  // Who could not be reached stays on the list until seen, whatever the calendar says.
  const causes = anew.length === 0 && d.status === 'unreached' ? d.causes : anew;
  const lapsed = missedOf(d, causes, today);
  const months = inMonth(d.months, today, risk.difficult, (m) => ({
    ...m,
    missed: m.missed + lapsed.length,
  }));
  const base = { ...baseOf(d), risk, months, nextOn: nextUsual(d, risk) };
  const [first, ...others] = causes;
  if (first === undefined) return { ...base, status: 'rested' };
  const dueOn = others.reduce((soonest, each) => (each.dueOn < soonest ? each.dueOn : soonest), first.dueOn);
  const due = {
    ...base,
    causes: [first, ...others],
    dueOn,
    tries: isDue(d) ? d.tries : [],
    ...(isDue(d) && d.helper ? { helper: d.helper } : {}),
  };
  return d.status === 'unreached'
    ? { ...due, status: 'unreached', alertId: d.alertId }
    : { ...due, status: 'due' };
}

/** Extra visits whose time has passed with nobody seen. A warning that was called off is no visit missed. */
function missedOf(d: VisitDuty, causes: readonly Cause[], today: Day): Cause[] {
  if (!isDue(d)) return [];
  const still = new Set(causes.map(({ code }) => code));
  return d.causes.filter((each) => each.until !== undefined && each.until < today && !still.has(each.code));
}

/** An elder who has just come into sight: nothing is due before the first review. */
export const newDuty = (
  elder: { readonly elderId: ElderId; readonly villageCode: string },
  facts: Pick<Facts, 'risk'>,
  today: Day,
): VisitDuty => ({
  status: 'rested',
  elderId: elder.elderId,
  villageCode: elder.villageCode,
  since: today,
  risk: facts.risk,
  nextOn: plusDays(today, spread(elder.elderId, visitRules.everyDays[facts.risk.tier])),
  months: [],
});
