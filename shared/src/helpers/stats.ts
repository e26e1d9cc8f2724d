import type { Helper } from './helper';

export type Stats = Helper['stats'];

/** Said yes or no before the deadline. */
export const answeredOffer = (s: Stats): Stats => ({
  ...s,
  offered: s.offered + 1,
  answered: s.answered + 1,
});
/** Let an offer pass without a word. */
export const ignoredOffer = (s: Stats): Stats => ({ ...s, offered: s.offered + 1 });

/** A visit took place and is over. */
export const madeVisit = (s: Stats, onTime: boolean): Stats => ({
  ...s,
  visits: s.visits + 1,
  onTime: s.onTime + (onTime ? 1 : 0),
});
/** Nobody came by the end of the visit. */
export const missedVisit = (s: Stats): Stats => ({ ...s, visits: s.visits + 1 });
/** The helper came after all, late or without network: the visit will count when it is over. */
export const cameAfterAll = (s: Stats): Stats => ({
  ...s,
  visits: Math.max(s.onTime, s.visits - 1),
});
