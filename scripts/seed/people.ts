import type { NewId } from '../../functions/src/platform/ids';
import { skill } from '../../shared/src/catalogue/service';
import type { Helper, WeeklySpan } from '../../shared/src/helpers/helper';
import type { Organization } from '../../shared/src/helpers/organization';
import type { PersonId } from '../../shared/src/kernel/ids';
import { type Day, day, type Instant } from '../../shared/src/kernel/instant';
import { fen } from '../../shared/src/kernel/quantity';
import type { Elder, Gender } from '../../shared/src/people/elder';
import type { Region } from '../../shared/src/regions/region';
import type { Chance } from './chance';
import { callName, freshName } from './names';

export interface Maker {
  readonly by: Chance;
  readonly newId: NewId;
  readonly now: Instant;
  readonly registrar: PersonId;
  /** Names borne already, by village. */
  readonly names: Map<string, Set<string>>;
  /** Card numbers given out: each leads to one elder. */
  readonly cards: Set<string>;
}

const VILLAGE_METRES = 700;
const taken = ({ names }: Maker, village: Region): Set<string> => {
  const set = names.get(village.code) ?? new Set<string>();
  names.set(village.code, set);
  return set;
};
const digits = (by: Chance, count: number): string => String(by.int(0, 10 ** count - 1)).padStart(count, '0');
function freshCard({ by, cards }: Maker): string {
  for (;;) {
    const card = digits(by, 6);
    if (!cards.has(card)) return card;
  }
}
/** The given name, or a fresh one; nobody else in the village will bear it. */
function nameIn(m: Maker, village: Region, generation: 'old' | 'young', gender: Gender, name?: string) {
  if (name === undefined) return freshName(m.by, taken(m, village), generation, gender);
  taken(m, village).add(name);
  return name;
}
const mobile = (by: Chance): string => `1${by.pick(['38', '39', '36', '50', '88'])}${digits(by, 8)}`;

const doors = [
  '',
  '',
  '门口有狗，先打电话',
  '耳朵背，多敲几下',
  '从东边小门进',
  '炕烧得热，小心烫',
  '老人午睡到两点',
];

export function anElder(m: Maker, village: Region, more: Partial<Elder> = {}): Elder {
  const { by } = m;
  const gender = more.gender ?? (by.likely(0.56) ? 'female' : 'male');
  const name = nameIn(m, village, 'old', gender, more.name);
  const hasPhone = by.likely(0.7);
  const cardCode = more.cardCode ?? freshCard(m);
  m.cards.add(cardCode);
  return {
    elderId: m.newId('elder'),
    name,
    callName: callName(name, gender),
    gender,
    birthYear: by.int(1934, 1960),
    villageCode: village.code,
    villageName: village.name,
    position: by.near(village.centre, VILLAGE_METRES),
    address: `${village.name}${by.int(1, 6)}组${by.int(1, 60)}号`,
    directions: by.pick(['村委会往东第三趟房', '小卖部后身红砖房', '水泥路尽头左拐', '学校对面蓝铁门']),
    ...(hasPhone ? { phone: mobile(by) } : {}),
    ownPhone: false,
    languages: ['mandarin', 'northeastern'],
    doorNotes: by.pick(doors),
    ability: by.pick(['intact', 'intact', 'mild', 'mild', 'moderate', 'severe']),
    livesAlone: by.likely(0.4),
    excludedHelperIds: [],
    cardCode,
    doorCode: digits(by, 4),
    registeredBy: { personId: m.registrar, role: 'coordinator' },
    registeredAt: m.now,
    ...more,
  };
}

const everyDay = (from: number, to: number): WeeklySpan[] =>
  [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));

function someHours(by: Chance): WeeklySpan[] {
  const [from, to] = by.pick([
    [6, 12],
    [7, 18],
    [8, 17],
    [12, 20],
    [6, 20],
  ] as const);
  return everyDay(from, to).filter(() => by.likely(0.8));
}

export function aVolunteer(m: Maker, village: Region, more: Partial<Helper> = {}): Helper {
  const { by } = m;
  const gender = more.gender ?? (by.likely(0.6) ? 'female' : 'male');
  const visits = by.int(0, 60);
  const offered = visits + by.int(0, 30);
  return {
    helperId: m.newId('helper'),
    personId: m.newId('person'),
    kind: 'volunteer',
    name: nameIn(m, village, 'young', gender, more.name),
    gender,
    birthYear: by.int(1956, 1990),
    villageCode: village.code,
    villageName: village.name,
    home: by.near(village.centre, VILLAGE_METRES),
    skills: [...new Set([...by.some(skill.options, by.int(3, 6)), 'company' as const])],
    credentials: [],
    weeklyHours: someHours(by),
    daysOff: [],
    radiusMetres: by.pick([2000, 3000, 5000, 8000]),
    travel: by.pick(['walk', 'walk', 'bicycle', 'bicycle', 'car'] as const),
    languages: ['mandarin', 'northeastern'],
    excludedElderIds: [],
    available: by.likely(0.92),
    stats: {
      offered,
      answered: by.int(visits, offered),
      visits,
      onTime: Math.floor(visits * (0.85 + by.random() * 0.15)),
    },
    ...more,
  };
}

const later = (now: Instant, years: number): Day => day.parse(`${Number(now.slice(0, 4)) + years}-06-30`);

export function aProvider(
  m: Maker,
  village: Region,
  organization: Organization,
  more: Partial<Helper> = {},
): Helper {
  const { by } = m;
  return aVolunteer(m, village, {
    kind: 'provider',
    organizationId: organization.organizationId,
    organizationName: organization.name,
    credentials: by
      .some(['care_worker', 'nurse', 'therapist', 'counsellor'] as const, by.int(1, 2))
      .map((kind) => ({ kind, validFrom: later(m.now, -2), validTo: later(m.now, by.int(1, 3)) })),
    skills: [
      ...new Set([
        ...by.some(skill.options, 6),
        'escort' as const,
        'measuring' as const,
        'rehabilitation' as const,
      ]),
    ],
    weeklyHours: everyDay(7, 19),
    radiusMetres: by.pick([15_000, 20_000, 25_000]),
    travel: 'car',
    available: true,
    hourlyFee: fen.parse(by.pick([3500, 4000, 4500, 5500])),
    ...more,
  });
}

export { everyDay };
