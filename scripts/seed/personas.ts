import { helperItem } from '../../functions/src/helpers/items';
import { personaItem, personItem } from '../../functions/src/identity/items';
import { bookingDay, helperDayItem } from '../../functions/src/offers/items';
import { kinshipItem } from '../../functions/src/people/items';
import { create, type Write } from '../../functions/src/table/port';
import type { Service } from '../../shared/src/catalogue/service';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Organization } from '../../shared/src/helpers/organization';
import type { PersonaView } from '../../shared/src/identity/identity.contract';
import type { Person } from '../../shared/src/identity/person';
import { addDays, beijing, beijingInstant, type Instant } from '../../shared/src/kernel/instant';
import type { Elder } from '../../shared/src/people/elder';
import type { KinRelation } from '../../shared/src/people/kinship';
import type { Region } from '../../shared/src/regions/region';
import type { Visit } from '../../shared/src/visits/visit';
import { catalogue } from './catalogue';
import { offset } from './chance';
import { scheduledWrites, servedWrites } from './past';
import { anElder, aProvider, aVolunteer, everyDay, type Maker } from './people';
import { aPerson, elderWrites, personOf, regionNamed } from './stored';

interface Given {
  readonly maker: Maker;
  readonly regions: readonly Region[];
  readonly organizations: readonly Organization[];
  readonly operator: Person;
}

const service = (code: string): Service => {
  const found = catalogue.find((each) => each.code === code);
  if (!found) throw new Error(`no service ${code}`);
  return found;
};

/** The people whom anyone may step in as on the local stage, and the story they are in the middle of. */
export function makePersonas({ maker, regions, organizations, operator }: Given): Write[] {
  const { newId, now } = maker;
  const hongguang = regionNamed(regions, '红光村', '231222105');
  const harbin = regionNamed(regions, '花园社区', '230103');
  const station = organizations[0];
  if (!station) throw new Error('no organisation');

  const mother = anElder(maker, hongguang, {
    name: '王秀兰',
    callName: '王大娘',
    gender: 'female',
    birthYear: 1952,
    ability: 'mild',
    livesAlone: false,
    ownPhone: true,
    phone: '13845550101',
    address: '红光村3组12号',
    directions: '村委会往东第三趟房，蓝铁门',
    doorNotes: '门口有狗，先打电话',
    cardCode: '200301',
    doorCode: '3012',
  });
  const father = anElder(maker, hongguang, {
    name: '王守田',
    callName: '王大爷',
    gender: 'male',
    birthYear: 1949,
    ability: 'intact',
    livesAlone: false,
    phone: '13845550102',
    position: mother.position,
    address: mother.address,
    directions: mother.directions,
    doorNotes: mother.doorNotes,
    cardCode: '200302',
    doorCode: '3012',
  });
  const zhao = anElder(maker, hongguang, {
    name: '赵玉珍',
    callName: '赵奶奶',
    gender: 'female',
    birthYear: 1945,
    ability: 'moderate',
    livesAlone: true,
    doorNotes: '门口有狗，先打电话',
  });

  const guifen = aVolunteer(maker, hongguang, {
    name: '李桂芬',
    gender: 'female',
    birthYear: 1963,
    home: offset(mother.position, 340, 40),
    radiusMetres: 5000,
    travel: 'walk',
    available: true,
    skills: ['cooking', 'escort', 'company', 'measuring', 'stove', 'errands'],
    weeklyHours: everyDay(6, 21),
    stats: { offered: 62, answered: 60, visits: 52, onTime: 51 },
  });
  const guoqiang = aVolunteer(maker, hongguang, {
    name: '张国强',
    gender: 'male',
    birthYear: 1968,
    home: offset(mother.position, 1200, 230),
    radiusMetres: 5000,
    travel: 'bicycle',
    available: true,
    skills: ['errands', 'repairs', 'stove', 'company', 'escort', 'cooking'],
    weeklyHours: everyDay(6, 21),
    stats: { offered: 30, answered: 24, visits: 20, onTime: 18 },
  });
  const zhaomin = aProvider(maker, hongguang, station, {
    name: '赵敏',
    gender: 'female',
    birthYear: 1985,
    home: offset(mother.position, 2600, 120),
    travel: 'car',
    weeklyHours: everyDay(6, 21),
  });
  const jianguoAsHelper = aVolunteer(maker, harbin, {
    name: '王建国',
    gender: 'male',
    birthYear: 1978,
    available: true,
    radiusMetres: 3000,
    travel: 'car',
  });

  const son: Person = {
    personId: jianguoAsHelper.personId,
    name: '王建国',
    phone: '13904510001',
    createdAt: now,
    grants: [{ role: 'family' }, { role: 'volunteer', helperId: jianguoAsHelper.helperId }],
  };
  const coordinator = aPerson(newId, now, '孙丽', [{ role: 'coordinator', regionCode: '231222105' }]);
  const self = aPerson(newId, now, '王秀兰', [{ role: 'elder', elderId: mother.elderId }]);
  const operators = [
    { ...operator, grants: [{ role: 'operator' as const }] },
    aPerson(newId, now, '吴涛', [{ role: 'operator' }]),
  ];
  const official = aPerson(newId, now, '何科长', [{ role: 'official', regionCode: '231222' }]);
  const worker = aPerson(newId, now, '林晓', [{ role: 'social_worker', regionCode: '231222' }]);
  const helpers = [guifen, guoqiang, zhaomin];

  const shown: readonly [string, string, string, string, PersonaView['role'], Person['personId']][] = [
    [
      'son-harbin',
      '王建国',
      '在哈尔滨，妈妈在红光村',
      'A son in Harbin, his mother in the village',
      'family',
      son.personId,
    ],
    [
      'neighbour',
      '李桂芬',
      '红光村志愿者，常去王大娘家',
      'A neighbour who often comes',
      'volunteer',
      guifen.personId,
    ],
    [
      'neighbour-2',
      '张国强',
      '红光村志愿者，骑车跑腿',
      'Another neighbour, by bicycle',
      'volunteer',
      guoqiang.personId,
    ],
    [
      'provider',
      '赵敏',
      '康乐居家服务站护理员',
      'A care worker of an organisation',
      'provider',
      zhaomin.personId,
    ],
    [
      'coordinator',
      '孙丽',
      '红光镇养老协理员',
      'Coordinator of the township',
      'coordinator',
      coordinator.personId,
    ],
    [
      'elder',
      '王秀兰',
      '红光村的老人，自己有手机',
      'The elder herself, with her own phone',
      'elder',
      self.personId,
    ],
    ['operator-1', operator.name, '运营方', 'Operator', 'operator', operator.personId],
    [
      'operator-2',
      '吴涛',
      '运营方，第二位批准人',
      'Operator, the second approver',
      'operator',
      operators[1]?.personId ?? operator.personId,
    ],
    ['official', '何科长', '县民政局', 'County civil affairs', 'official', official.personId],
    ['social-worker', '林晓', '社工', 'Social worker', 'social_worker', worker.personId],
  ];

  return [
    ...[mother, father, zhao].flatMap(elderWrites),
    ...[...helpers, jianguoAsHelper].map((each) => create(helperItem, each)),
    ...helpers.map((each) => create(personItem, personOf(each, now))),
    ...[son, coordinator, self, ...operators, official, worker].map((each) => create(personItem, each)),
    kin(son, mother, 'son', coordinator, now),
    kin(son, father, 'son', coordinator, now),
    ...shown.map(([persona, nameZh, storyZh, storyEn, role, personId], order) =>
      create(personaItem, { persona, nameZh, storyZh, storyEn, role, order, personId }),
    ),
    ...story({ maker, mother, father, zhao, guifen, guoqiang, son }),
  ];
}

const kin = (person: Person, elder: Elder, relation: KinRelation, witness: Person, now: Instant): Write =>
  create(kinshipItem, {
    status: 'consented',
    elderId: elder.elderId,
    personId: person.personId,
    personName: person.name,
    elderName: elder.name,
    villageCode: elder.villageCode,
    relation,
    proposedAt: addDays(now, -40),
    consent: {
      witness: 'coordinator',
      witnessedBy: witness.personId,
      how: '协理员上门，老人当面同意',
      at: addDays(now, -39),
    },
  });

interface Cast {
  readonly maker: Maker;
  readonly mother: Elder;
  readonly father: Elder;
  readonly zhao: Elder;
  readonly guifen: Helper;
  readonly guoqiang: Helper;
  readonly son: Person;
}

/** What has happened and what is coming for the family of the screens. */
function story({ maker, mother, father, zhao, guifen, guoqiang, son }: Cast): Write[] {
  const { by, newId, now } = maker;
  const common = { by, newId, asker: son.personId };
  const on = (days: number, hour: number, minute = 0): Instant =>
    beijingInstant(beijing(addDays(now, days)).day, hour * 60 + minute);
  // The latest visit was this morning, or yesterday when it is still early.
  const morning = beijing(now).hour >= 12 ? 0 : -1;
  const earlier = Array.from({ length: 10 }, (_, index) =>
    servedWrites({
      ...common,
      elder: mother,
      helper: guifen,
      service: service(by.pick(['meal', 'company', 'measuring'])),
      startsAt: on(-3 - index * 2, 10),
      summary: '都好。',
      log: [
        {
          kind: 'vitals',
          after: 7,
          systolic: by.int(134, 142),
          diastolic: by.int(82, 90),
          pulse: by.int(70, 80),
        },
        { kind: 'mood', after: 30, mood: by.pick(['happy', 'calm']) },
      ],
      answer: { rating: 5, comment: '谢谢李姨。' },
    }),
  ).flat();
  const latest = servedWrites({
    ...common,
    elder: mother,
    helper: guifen,
    service: service('meal'),
    startsAt: on(morning, 10, 24),
    minutesServed: 74,
    summary: '帮忙做了午饭，血压正常，心情不错。',
    log: [
      { kind: 'vitals', after: 7, systolic: 132, diastolic: 84, pulse: 76 },
      { kind: 'task', after: 16, index: 0, done: true },
      { kind: 'note', after: 17, text: '小米粥、炖豆角，吃了一碗半' },
      { kind: 'task', after: 28, index: 1, done: true },
      { kind: 'mood', after: 60, mood: 'happy' },
      { kind: 'need', after: 65, text: '家里煤棚需要修' },
    ],
    answer: { rating: 5, comment: '' },
  });
  const waiting = servedWrites({
    ...common,
    elder: father,
    helper: guoqiang,
    service: service('meal-delivery'),
    startsAt: on(-1, 11, 30),
    minutesServed: 40,
    summary: '饺子送到了，还热着。',
    log: [{ kind: 'mood', after: 20, mood: 'calm' }],
  });
  const tomorrow = scheduledWrites({
    ...common,
    elder: mother,
    helper: guoqiang,
    service: service('escort'),
    startsAt: on(1, 9),
  });
  const coming = [
    scheduledWrites({
      ...common,
      elder: zhao,
      helper: guifen,
      service: service('company'),
      startsAt: on(1, 15, 30),
    }),
    scheduledWrites({
      ...common,
      elder: father,
      helper: guifen,
      service: service('measuring'),
      startsAt: on(2, 8),
    }),
  ];
  return [
    ...earlier,
    ...latest,
    ...waiting,
    ...tomorrow.writes,
    ...coming.flatMap((each) => each.writes),
    ...calendar([tomorrow, ...coming].map((each) => each.visit)),
  ];
}

/** The pages of the helpers' calendars that these visits stand on. */
function calendar(visits: readonly Visit[]): Write[] {
  const pages = new Map<string, Visit[]>();
  for (const visit of visits) {
    const page = `${visit.helperId} ${bookingDay(visit.startsAt)}`;
    pages.set(page, [...(pages.get(page) ?? []), visit]);
  }
  return [...pages.values()].flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    return create(helperDayItem, {
      helperId: first.helperId,
      day: bookingDay(first.startsAt),
      bookings: list.map(({ visitId, startsAt, endsAt, position }) => ({
        visitId,
        startsAt,
        endsAt,
        position,
      })),
    });
  });
}
