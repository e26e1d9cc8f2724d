import { minutesBetween } from '../kernel/instant';
import { distanceMetres } from '../kernel/position';
import type { Booking, Comer, Need } from './eligibility';
import type { Reason } from './reason';
import { roadMinutes } from './travel';

/** How much each part counts, as data; parts lie in [0, 1]. */
export interface Weights {
  readonly travel: number;
  readonly familiar: number;
  readonly village: number;
  readonly skill: number;
  readonly reliable: number;
  readonly fair: number;
  readonly onTheWay: number;
  readonly cost: number;
  readonly wished: number;
}
export const defaultWeights: Weights = {
  travel: 30,
  familiar: 18,
  village: 8,
  skill: 8,
  reliable: 14,
  fair: 10,
  onTheWay: 6,
  cost: 6,
  wished: 40,
};
export type ScoreParts = Readonly<Record<keyof Weights, number>>;

export interface Candidate {
  readonly helper: Comer;
  /** The helper's visits of that day. */
  readonly bookings: readonly Booking[];
  /** Earlier visits of this helper to this elder. */
  readonly visitsBefore: number;
}

export interface Scored {
  readonly candidate: Candidate;
  readonly distanceMetres: number;
  readonly travelMinutes: number;
  readonly parts: ScoreParts;
  /** 0 to 100 (above only where a wish adds to it). */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** A newcomer counts as if they had come on time in 8 of 10 earlier visits, and answered 5 of 10 offers. */
const PRIOR = { onTime: 8, visits: 10, answered: 5, offered: 10 };
const FAR_MINUTES = 60;
const NEAR_ANOTHER_VISIT_METRES = 1500;

export function scoreCandidate(need: Need, candidate: Candidate, weights: Weights = defaultWeights): Scored {
  const { helper, bookings, visitsBefore } = candidate;
  const metres = distanceMetres(helper.home, need.elder.position);
  const travelMinutes = roadMinutes(helper.home, need.elder.position, helper.travel);
  const sameVillage = helper.villageCode === need.elder.villageCode;
  const { stats } = helper;
  const punctual = (stats.onTime + PRIOR.onTime) / (stats.visits + PRIOR.visits);
  const responsive = (stats.answered + PRIOR.answered) / (stats.offered + PRIOR.offered);
  const near = bookings.find((other) => isOnTheWay(need, other));
  const depth =
    need.service.skills.filter((each) => helper.skills.includes(each)).length +
    Math.min(1, helper.credentials.length);
  const wished = need.wishes.preferHelperId === helper.helperId;
  const speaks = need.wishes.language === undefined || helper.languages.includes(need.wishes.language);
  const parts: ScoreParts = {
    travel: Math.max(0, 1 - travelMinutes / FAR_MINUTES),
    familiar: Math.min(1, visitsBefore / 5),
    village: sameVillage ? 1 : 0,
    skill: Math.min(1, depth / 2),
    reliable: 0.7 * punctual + 0.3 * responsive,
    fair: 1 / (1 + bookings.length),
    onTheWay: near ? 1 : 0,
    cost: helper.kind === 'volunteer' || need.payBy === 'free' ? 1 : 0.4,
    wished: (wished ? 0.9 : 0) + (need.wishes.language !== undefined && speaks ? 0.1 : 0),
  };
  const keys = Object.keys(weights) as (keyof Weights)[];
  const most = keys.reduce((sum, key) => sum + (key === 'wished' ? 0 : weights[key]), 0);
  const score = (keys.reduce((sum, key) => sum + weights[key] * parts[key], 0) / most) * 100;
  return {
    candidate,
    distanceMetres: Math.round(metres),
    travelMinutes,
    parts,
    score: Math.round(score * 100) / 100,
    reasons: reasonsFor(),
  };

  function reasonsFor(): readonly Reason[] {
    const reasons: Reason[] = [];
    if (wished) reasons.push({ code: 'wished' });
    reasons.push({ code: sameVillage ? 'same_village' : 'nearby', kind: helper.kind });
    reasons.push({
      code: 'distance',
      metres: Math.round(metres),
      minutes: travelMinutes,
      travel: helper.travel,
    });
    if (visitsBefore > 0) reasons.push({ code: 'been_before', times: visitsBefore });
    if (stats.visits >= 5)
      reasons.push({ code: 'punctual', percent: Math.round((100 * stats.onTime) / stats.visits) });
    if (near) reasons.push({ code: 'on_the_way', at: near.startsAt });
    const known = need.service.skills.find((each) => helper.skills.includes(each));
    if (known) reasons.push({ code: 'skilled', skill: known });
    const held = need.service.credentials.find((kind) =>
      helper.credentials.some((each) => each.kind === kind),
    );
    if (held) reasons.push({ code: 'certified', credential: held });
    if (need.wishes.gender) reasons.push({ code: 'gender', gender: helper.gender });
    if (need.wishes.language && speaks) reasons.push({ code: 'speaks', language: need.wishes.language });
    return reasons;
  }
}

const isOnTheWay = (need: Need, other: Booking): boolean =>
  distanceMetres(other.position, need.elder.position) <= NEAR_ANOTHER_VISIT_METRES &&
  Math.abs(minutesBetween(other.startsAt, need.startsAt)) <= 240;

/** Best first; ties go to the nearer, then by id, so that the same input always gives the same order. */
export const rank = (
  need: Need,
  candidates: readonly Candidate[],
  weights: Weights = defaultWeights,
): readonly Scored[] =>
  candidates
    .map((candidate) => scoreCandidate(need, candidate, weights))
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.distanceMetres - b.distanceMetres ||
        (a.candidate.helper.helperId < b.candidate.helper.helperId ? -1 : 1),
    );
