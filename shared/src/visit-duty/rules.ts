import type { SpokenText } from '../history/history.contract';
import type { Day } from '../kernel/instant';
import type { Tier } from './risk';
import type { Hazard } from './warning';

/** Numbers of visit duty, as data. The tiers and the twenty-four hours are those of the notice of 2022. */
export const visitRules = {
  everyDays: { high: 7, key: 30, general: 90 } satisfies Record<Tier, number>,
  /** So many days before it is due, a visit is on the list. */
  leadDays: { high: 3, key: 7, general: 14 } satisfies Record<Tier, number>,
  /** After an SOS or readings far from usual somebody looks in within so many hours. */
  crisisHours: 24,
  /** A crisis nobody came for stays on the list so long; then it is counted as missed. */
  crisisDays: 7,
  /** So many times not reached, and the ladder of alerts takes over. */
  tries: 2,
  /** Two knocks within a few minutes are one try. */
  minutesBetweenTries: 30,
  /** How many months of an elder are kept. */
  months: 13,
} as const;

/** Who is seen once more when it snows, and how often while it lasts. */
export const hazardRules: Readonly<
  Record<
    Hazard,
    { readonly tiers: readonly Tier[]; readonly aloneToo: boolean; readonly everyDays: number } & SpokenText
  >
> = {
  snow: { zh: '大雪', en: 'Heavy snow', tiers: ['high', 'key'], aloneToo: true, everyDays: 2 },
  cold: { zh: '寒潮', en: 'Cold wave', tiers: ['high', 'key'], aloneToo: true, everyDays: 2 },
  wind: { zh: '大风沙尘', en: 'Gale and dust', tiers: ['high'], aloneToo: true, everyDays: 3 },
  rain: { zh: '暴雨', en: 'Heavy rain', tiers: ['high', 'key'], aloneToo: true, everyDays: 2 },
  heat: { zh: '高温', en: 'Heat', tiers: ['high', 'key'], aloneToo: true, everyDays: 2 },
};

export interface Festival extends SpokenText {
  readonly code: string;
  readonly on: Day;
}
const day = (text: string): Day => text as Day;
const festival = (code: string, zh: string, en: string, dates: readonly string[]): Festival[] =>
  dates.map((text) => ({ code: `${code}-${text.slice(0, 4)}`, zh, en, on: day(text) }));

/** A visit before each festival, from a week ahead. Days of the lunar calendar; new years are new rows. */
export const FESTIVAL_LEAD_DAYS = 7;
export const festivals: readonly Festival[] = [
  ...festival('spring', '春节', 'Spring Festival', ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13']),
  ...festival('dragon_boat', '端午', 'Dragon Boat Festival', [
    '2026-06-19',
    '2027-06-09',
    '2028-05-28',
    '2029-06-16',
  ]),
  ...festival('mid_autumn', '中秋', 'Mid-Autumn Festival', [
    '2026-09-25',
    '2027-09-15',
    '2028-10-03',
    '2029-09-22',
  ]),
  ...festival('double_ninth', '重阳', 'Double Ninth', [
    '2026-10-18',
    '2027-10-08',
    '2028-10-26',
    '2029-10-16',
  ]),
];
/** Before a festival: everybody who lives alone or is seen at least monthly. */
export const festivalTiers: readonly Tier[] = ['high', 'key'];
