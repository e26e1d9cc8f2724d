import { credentialKind, skill } from '@shared/catalogue/service';
import type { Helper } from '@shared/helpers/helper';
import type { ElderId, HelperId } from '@shared/kernel/ids';
import { addMinutes, beijing, beijingInstant, type Day, type Instant } from '@shared/kernel/instant';
import type { Position } from '@shared/kernel/position';
import type { Fen } from '@shared/kernel/quantity';
import type { Need } from '@shared/matching/eligibility';
import { language } from '@shared/people/elder';
import type { HelperDay } from '../../offers/items';
import { serviceOf } from '../test-neighbours';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const YEAR_MILLIS = 365 * 86_400_000;
const NOW_MILLIS = Date.parse('2026-11-24T01:00:00.000Z');

/** Invented helpers, their days and needs: any of what the rules know may be so or otherwise. Same chance, same county. */
export function countyOf(random: () => number) {
  const whole = (below: number): number => Math.floor(random() * below);
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)] as T;
  const some = <T>(list: readonly T[], chance: number): T[] => list.filter(() => random() < chance);
  const id = (prefix: string): string => {
    let time = NOW_MILLIS - whole(3 * YEAR_MILLIS);
    let text = '';
    for (let at = 0; at < 10; at += 1, time = Math.floor(time / 32)) text = LETTERS.charAt(time % 32) + text;
    for (let at = 0; at < 16; at += 1) text += LETTERS.charAt(whole(32));
    return `${prefix}_${text}`;
  };
  const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;
  const near = ({ lat, lng }: Position, by: number): Position => ({
    lat: degrees(lat + (random() - 0.5) * 2 * by),
    lng: degrees(lng + (random() - 0.5) * 2 * by),
  });
  const dayAfter = (days: number): Day => beijing(addMinutes(NOW, days * 1440)).day;

  const helper = (centre: Position, by: number): Helper => {
    const kind = random() < 0.85 ? ('volunteer' as const) : ('provider' as const);
    const [from, to] = [pick([5, 6, 7, 8, 9]) * 60, pick([11, 12, 17, 18, 20]) * 60];
    const stats = { offered: whole(60), visits: whole(90) };
    return {
      helperId: id('helper') as HelperId,
      personId: id('person') as Helper['personId'],
      kind,
      name: '邻居',
      gender: pick(['female', 'male'] as const),
      birthYear: 1950 + whole(40),
      villageCode: `231222${String(100 + whole(15))}${String(200 + whole(20))}`,
      villageName: '红光村',
      home: near(centre, by),
      radiusMetres: pick([1_000, 2_000, 3_000, 5_000, 8_000, 12_000, 20_000, 30_000]),
      travel: pick(['walk', 'bicycle', 'car'] as const),
      available: random() < 0.9,
      skills: some(skill.options, 0.3),
      languages: ['mandarin', ...some(language.options.slice(1), 0.1)],
      weeklyHours: some([0, 1, 2, 3, 4, 5, 6], 0.7).map((weekday) => ({ weekday, from, to })),
      daysOff: random() < 0.1 ? [dayAfter(whole(10))] : [],
      excludedElderIds: random() < 0.03 ? [id('elder') as ElderId] : [],
      credentials:
        kind === 'provider'
          ? some(credentialKind.options, 0.4).map((held) => ({
              kind: held,
              validFrom: '2024-01-01' as Day,
              validTo: dayAfter(whole(700)),
            }))
          : [],
      ...(kind === 'provider' ? { hourlyFee: (3000 + whole(30) * 100) as Fen } : {}),
      ...(random() < 0.02 ? { suspended: { at: NOW, why: '核实中' } } : {}),
      stats: {
        ...stats,
        answered: whole(stats.offered + 1),
        onTime: whole(stats.visits + 1),
      },
    };
  };

  /** A visit or two on some of the coming days of some. */
  const daysOf = ({ helperId, home }: Helper): HelperDay[] =>
    some([0, 1, 2, 3], 0.15).map((after) => ({
      helperId,
      day: dayAfter(after),
      bookings: Array.from({ length: 1 + whole(2) }, () => {
        const startsAt = beijingInstant(dayAfter(after), (6 + whole(13)) * 60 + pick([0, 15, 30, 45]));
        return {
          visitId: id('visit') as HelperDay['bookings'][number]['visitId'],
          startsAt,
          endsAt: addMinutes(startsAt, pick([30, 45, 60, 90])),
          position: near(home, 0.03),
        };
      }),
    }));

  const need = (position: Position): Need => {
    const startsAt = beijingInstant(dayAfter(whole(4)), (6 + whole(12)) * 60 + pick([0, 30]));
    const byKinds = pick([['volunteer'], ['volunteer', 'provider']] as const);
    return {
      elder: {
        elderId: id('elder') as ElderId,
        position,
        excludedHelperIds: [],
        villageCode: '231222105201',
      },
      service: serviceOf({ skills: [pick(skill.options)], credentials: [], byKinds: [...byKinds] }),
      startsAt,
      endsAt: addMinutes(startsAt, pick([30, 60, 90])),
      wishes: random() < 0.2 ? { gender: pick(['female', 'male'] as const) } : {},
      payBy: pick(['time', 'free'] as const),
      heldBy: [],
    };
  };
  return { helper, daysOf, need, near };
}

export const NOW: Instant = '2026-11-24T01:00:00.000Z' as Instant;
