import { serviceItem } from '../../functions/src/catalogue/items';
import { helperItem, organizationItem } from '../../functions/src/helpers/items';
import { personItem } from '../../functions/src/identity/items';
import { regionItem } from '../../functions/src/people/items';
import type { NewId } from '../../functions/src/platform/ids';
import { create, type Write } from '../../functions/src/table/port';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Organization } from '../../shared/src/helpers/organization';
import type { Person } from '../../shared/src/identity/person';
import { addDays, beijing, beijingInstant, type Instant } from '../../shared/src/kernel/instant';
import { distanceMetres } from '../../shared/src/kernel/position';
import type { Elder } from '../../shared/src/people/elder';
import type { Region } from '../../shared/src/regions/region';
import type { ActedBy } from '../../shared/src/visits/visit';
import { catalogue } from './catalogue';
import type { Chance } from './chance';
import { cityFamily } from './city-family';
import { scheduledWrites, servedWrites } from './past';
import { anElder, aProvider, aVolunteer, type Maker } from './people';
import { makePersonas } from './personas';
import { makeRegions } from './regions';
import { routes } from './routes';
import { aPerson, calendar, elderWrites, kin, personOf } from './stored';

interface Given {
  readonly by: Chance;
  readonly newId: NewId;
  readonly now: Instant;
  readonly size: 'full' | 'small';
}

const HONGGUANG = '231222105';
/** Behind all others on the first page. */
const LAST_PERSONA = 90;
const counts = {
  full: {
    elders: 1500,
    volunteers: 900,
    organizations: 12,
    providers: 120,
    cityElders: 60,
    cityVolunteers: 80,
  },
  small: { elders: 90, volunteers: 60, organizations: 2, providers: 12, cityElders: 10, cityVolunteers: 12 },
};
const organizationNames = [
  '康乐居家服务站',
  '夕阳红养老服务中心',
  '兰西县社会福利院',
  '颐和护理公司',
  '暖心社工站',
  '红光镇卫生院',
  '爱邻互助社',
  '益康康复中心',
  '福寿日间照料中心',
  '平山镇卫生院',
  '北方居家养老公司',
  '榆林镇敬老院',
];
const subjects: readonly Organization['supplySubject'][] = [
  'market',
  'market',
  'government',
  'market',
  'ngo',
  'government',
  'ngo',
  'market',
  'community',
  'government',
  'market',
  'government',
];

/** Every write of the demonstration county, in an order that does not matter. */
export function makeCounty({ by, newId, now, size }: Given): Write[] {
  const many = counts[size];
  const regions = makeRegions(by, size === 'small' ? HONGGUANG : undefined);
  const operator = aPerson(newId, now, '周敏');
  const maker: Maker = { by, newId, now, registrar: operator.personId, names: new Map(), cards: new Set() };
  const villages = regions.filter((each) => each.level === 'village' && each.code.startsWith('2312'));
  const communities = regions.filter((each) => each.level === 'village' && each.code.startsWith('2301'));
  const organizations = organizationNames.slice(0, many.organizations).map(
    (name, index): Organization => ({
      organizationId: newId('org'),
      name,
      supplySubject: subjects[index] ?? 'market',
      regionCode: '231222',
    }),
  );
  const coordinators = makeCoordinators(newId, now, regions);
  const coordinator = coordinators.get(HONGGUANG);
  if (!coordinator) throw new Error('no coordinator of the township');
  const personas = makePersonas({ maker, regions, organizations, operator, coordinator });
  const round = <T>(list: readonly T[], count: number): T[] =>
    Array.from({ length: count }, (_, index) => list[index % list.length] as T);
  const elders = [...round(villages, many.elders), ...round(communities, many.cityElders)].map((village) =>
    anElder(maker, village),
  );
  const volunteers = [...round(villages, many.volunteers), ...round(communities, many.cityVolunteers)].map(
    (village) => aVolunteer(maker, village),
  );
  const providers = round(organizations, many.providers).map((organization) =>
    aProvider(maker, by.pick(villages), organization),
  );
  const helpers = [...volunteers, ...providers];
  const families = makeFamilies(volunteers, elders, coordinator, now);
  const askerFor = ({ elderId, villageCode }: Elder): ActedBy => {
    const child = families.childOf.get(elderId);
    const village = coordinators.get(villageCode.slice(0, 9)) ?? coordinator;
    return child
      ? { personId: child.personId, role: 'family' }
      : { personId: village.personId, role: 'coordinator' };
  };
  const past = pastVisits(by, newId, now, elders, volunteers, askerFor);
  const tomorrow = visitsOfTomorrow(by, newId, now, elders, volunteers, askerFor);
  return [
    ...regions.map((each) => create(regionItem, each)),
    ...catalogue.map((each) => create(serviceItem, each)),
    ...organizations.map((each) => create(organizationItem, each)),
    ...elders.flatMap((each) => elderWrites(each)),
    ...helpers.flatMap((each) => [
      create(helperItem, each),
      create(personItem, families.withFamily(personOf(each, now))),
    ]),
    ...[...coordinators.values()].map((each) => create(personItem, each)),
    ...families.writes,
    ...past,
    ...tomorrow,
    ...personas,
    ...cityFamily(maker, regions, coordinator, LAST_PERSONA),
    ...routes({
      by,
      newId,
      now,
      elders: elders.filter((each) => isPlanned(each)),
      helpers: helpers.filter(({ helperId }) => !isBooked(tomorrow, helperId)),
      coordinator: { personId: coordinator.personId, role: 'coordinator' },
    }),
  ];
}

const isBooked = (writes: readonly Write[], helperId: string): boolean =>
  writes.some((write) => 'value' in write && (write.value as { helperId?: string }).helperId === helperId);

/** The example village has stories of its own. */
const isPlanned = ({ villageCode, villageName }: Elder): boolean =>
  villageCode.startsWith(HONGGUANG) && villageName !== '红光村';

const words = [
  '一切都好，吃得香。',
  '屋里暖和，精神不错。',
  '聊了聊孩子，挺高兴。',
  '有点咳嗽，提醒多喝水。',
];

/** Three weeks behind the county: a few confirmed visits per elder by neighbours who live near. */
function pastVisits(
  by: Chance,
  newId: NewId,
  now: Instant,
  elders: readonly Elder[],
  volunteers: readonly Helper[],
  askerFor: (elder: Elder) => ActedBy,
): Write[] {
  const usual = catalogue.filter((each) =>
    ['meal', 'company', 'measuring', 'firewood', 'shopping'].includes(each.code),
  );
  const near = groupByVillage(volunteers);
  return elders.flatMap((elder) => {
    const neighbours = near.get(elder.villageCode) ?? [];
    if (neighbours.length === 0) return [];
    const helper = neighbours.reduce((a, b) =>
      distanceMetres(b.home, elder.position) < distanceMetres(a.home, elder.position) ? b : a,
    );
    return Array.from({ length: by.int(0, 3) }, () => {
      const day = beijing(addDays(now, -by.int(2, 21))).day;
      return servedWrites({
        by,
        newId,
        elder,
        helper,
        service: by.pick(usual),
        startsAt: beijingInstant(day, by.int(7, 17) * 60),
        asker: askerFor(elder),
        summary: by.pick(words),
        log: [
          {
            kind: 'vitals',
            after: 8,
            systolic: by.int(118, 152),
            diastolic: by.int(70, 92),
            pulse: by.int(62, 88),
          },
          { kind: 'mood', after: 20, mood: by.pick(['happy', 'calm', 'calm', 'low']) },
        ],
        answer: { rating: by.pick([5, 5, 5, 4]), comment: '' },
      });
    }).flat();
  });
}

/** A few of tomorrow's visits, by neighbours within their hours; the pages of the example village stay as told. */
function visitsOfTomorrow(
  by: Chance,
  newId: NewId,
  now: Instant,
  elders: readonly Elder[],
  volunteers: readonly Helper[],
  askerFor: (elder: Elder) => ActedBy,
): Write[] {
  const company = catalogue.find((each) => each.code === 'company');
  if (!company) throw new Error('no service company');
  const tomorrow = beijing(addDays(now, 1));
  const near = groupByVillage(volunteers);
  const busy = new Set<string>();
  const arrangements = elders
    .filter((elder, index) => index % 20 === 7 && elder.villageName !== '红光村')
    .flatMap((elder) => {
      const minute = by.int(8, 16) * 60;
      const helper = near
        .get(elder.villageCode)
        ?.find(
          (each) =>
            !busy.has(each.helperId) &&
            each.weeklyHours.some(
              ({ weekday, from, to }) =>
                weekday === tomorrow.weekday && from <= minute && minute + company.usualMinutes <= to,
            ),
        );
      if (!helper) return [];
      busy.add(helper.helperId);
      const startsAt = beijingInstant(tomorrow.day, minute);
      return scheduledWrites({
        by,
        newId,
        elder,
        helper,
        service: company,
        startsAt,
        asker: askerFor(elder),
      });
    });
  return [
    ...arrangements.flatMap((each) => each.writes),
    ...calendar(arrangements.map((each) => each.visit)),
  ];
}

const coordinatorNames = ['李春梅', '王立新', '张敏华', '刘海峰', '陈桂香', '赵志远', '孙玉梅', '周国庆'];

/** One for every township and street; 孙丽 is the one whom anyone may step in as. */
function makeCoordinators(newId: NewId, now: Instant, regions: readonly Region[]): Map<string, Person> {
  const townships = regions.filter((each) => each.level === 'township');
  return new Map(
    townships.map(({ code }, index) => {
      const name =
        code === HONGGUANG ? '孙丽' : (coordinatorNames[index % coordinatorNames.length] ?? '李春梅');
      return [code, aPerson(newId, now, name, [{ role: 'coordinator', regionCode: code }])];
    }),
  );
}

/** Volunteers of the city whose parents live in the county: the same surname, each elder one child. */
function makeFamilies(
  volunteers: readonly Helper[],
  elders: readonly Elder[],
  witness: Person,
  now: Instant,
) {
  const childOf = new Map<string, Helper>();
  const childIds = new Set<string>();
  const writes: Write[] = [];
  for (const child of volunteers.filter((each) => each.villageCode.startsWith('2301'))) {
    const parent = elders.find(
      (elder) =>
        elder.name[0] === child.name[0] &&
        elder.villageCode.startsWith('2312') &&
        child.birthYear - elder.birthYear >= 18 &&
        !childOf.has(elder.elderId),
    );
    if (!parent) continue;
    childOf.set(parent.elderId, child);
    childIds.add(child.personId);
    writes.push(kin(child, parent, child.gender === 'female' ? 'daughter' : 'son', witness, now));
  }
  const withFamily = (person: Person): Person =>
    childIds.has(person.personId)
      ? { ...person, grants: [...person.grants, { role: 'family' as const }] }
      : person;
  return { childOf, writes, withFamily };
}

function groupByVillage(helpers: readonly Helper[]): ReadonlyMap<string, readonly Helper[]> {
  const map = new Map<string, Helper[]>();
  for (const helper of helpers) map.set(helper.villageCode, [...(map.get(helper.villageCode) ?? []), helper]);
  return map;
}
