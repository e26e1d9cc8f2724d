import { helperItem } from '../../functions/src/helpers/items';
import { personaItem, personItem } from '../../functions/src/identity/items';
import { kinshipItem } from '../../functions/src/people/items';
import { requestItem } from '../../functions/src/service-requests/items';
import { create, type Write } from '../../functions/src/table/port';
import { poolAskItem } from '../../functions/src/time-bank/items';
import type { Service } from '../../shared/src/catalogue/service';
import type { Helper } from '../../shared/src/helpers/helper';
import type { Organization } from '../../shared/src/helpers/organization';
import type { Person } from '../../shared/src/identity/person';
import type { PersonaView } from '../../shared/src/identity/persona';
import { addDays, addMinutes, beijing, beijingInstant, type Instant } from '../../shared/src/kernel/instant';
import type { Elder } from '../../shared/src/people/elder';
import type { Region } from '../../shared/src/regions/region';
import type { PoolAsk } from '../../shared/src/time-bank/pool-ask';
import type { Visit } from '../../shared/src/visits/visit';
import { catalogue } from './catalogue';
import { offset } from './chance';
import { groupsAndProgrammes } from './groups';
import { type Arranged, arranged, scheduledWrites, servedWrites, told } from './past';
import { anElder, aProvider, aVolunteer, everyDay, type Maker } from './people';
import { socialWork } from './social-work';
import { aPerson, calendar, elderWrites, kin, personOf, regionNamed } from './stored';

interface Given {
  readonly maker: Maker;
  readonly regions: readonly Region[];
  readonly organizations: readonly Organization[];
  readonly operator: Person;
  /** Of 红光镇. */
  readonly coordinator: Person;
}

const service = (code: string): Service => {
  const found = catalogue.find((each) => each.code === code);
  if (!found) throw new Error(`no service ${code}`);
  return found;
};

/** The people whom anyone may step in as on the local stage, and the story they are in the middle of. */
export function makePersonas({ maker, regions, organizations, operator, coordinator }: Given): Write[] {
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
  const liu = anElder(maker, hongguang, {
    name: '刘德福',
    gender: 'male',
    birthYear: 1948,
    ability: 'mild',
    livesAlone: true,
  });
  const chen = anElder(maker, hongguang, {
    name: '陈淑珍',
    gender: 'female',
    birthYear: 1943,
    ability: 'moderate',
    livesAlone: false,
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
  const self = aPerson(newId, now, '王秀兰', [{ role: 'elder', elderId: mother.elderId }]);
  const operators = [
    { ...operator, grants: [{ role: 'operator' as const }] },
    aPerson(newId, now, '吴涛', [{ role: 'operator' }]),
  ];
  const official = aPerson(newId, now, '何科长', [{ role: 'official', regionCode: '231222' }]);
  const workers = ['林晓', '高洁'].map((name, index) =>
    aPerson(newId, now, name, [
      { role: 'social_worker', regionCode: '231222', ...(index === 1 ? { supervises: true as const } : {}) },
    ]),
  );
  const [worker, supervisor] = workers;
  if (!worker || !supervisor) throw new Error('no social workers');
  const widowsDaughter = aPerson(newId, now, '赵丽', [{ role: 'family' }]);
  const daughter = aPerson(newId, now, '刘晓红', [{ role: 'family' }]);
  const helpers = [guifen, guoqiang, zhaomin];

  // With an id beside the first one's: a new id from chance would make another county of everybody after it.
  const secondOfficial: Person = {
    ...official,
    personId: official.personId.replace(/.$/, (last) => (last === '0' ? '1' : '0')) as Person['personId'],
    name: '秦科长',
  };

  type Shown = readonly [string, string, string, string, PersonaView['role'], Person['personId']];
  const shown: readonly Shown[] = [
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
    [
      'official-2',
      '秦科长',
      '县民政局，第二位批准人',
      'County civil affairs, the second approver',
      'official',
      secondOfficial.personId,
    ],
    [
      'widows-daughter',
      '赵丽',
      '在大庆，妈妈赵奶奶一个人在村里',
      'A daughter in Daqing whose mother is a widow',
      'family',
      widowsDaughter.personId,
    ],
    ...workers.map(
      ({ personId, name }, index) =>
        [
          index === 0 ? 'social-worker' : `social-worker-${index + 1}`,
          name,
          index === 0 ? '社工' : '社工督导',
          index === 0 ? 'Social worker' : 'Social worker, supervisor',
          'social_worker',
          personId,
        ] as const,
    ),
  ];

  return [
    ...[mother, father, zhao, liu, chen].flatMap(elderWrites),
    ...[...helpers, jianguoAsHelper].map((each) => create(helperItem, each)),
    // WeChat checks the content of what somebody sends, and asks who it is.
    ...helpers.map((each) => create(personItem, { ...personOf(each, now), openid: `o${each.helperId}` })),
    ...[son, self, daughter, widowsDaughter, ...operators, official, secondOfficial, ...workers].map((each) =>
      create(personItem, each),
    ),
    kin(son, mother, 'son', coordinator, now),
    kin(son, father, 'son', coordinator, now),
    kin(widowsDaughter, zhao, 'daughter', coordinator, now),
    ...shown.map(([persona, nameZh, storyZh, storyEn, role, personId], order) =>
      create(personaItem, { persona, nameZh, storyZh, storyEn, role, order, personId }),
    ),
    // A daughter who has saved no time yet asks the village to look.
    create<PoolAsk>(poolAskItem, {
      status: 'asked',
      elderId: zhao.elderId,
      villageCode: zhao.villageCode,
      level: 'low_income',
      why: '妈妈吃低保，我在大庆打工，还没攒下时间',
      askedBy: widowsDaughter.personId,
      askedAt: addMinutes(now, -1500),
    }),
    // What waits for the coordinator: a daughter's kinship, and a request that nobody could take.
    create(kinshipItem, {
      status: 'proposed',
      elderId: liu.elderId,
      personId: daughter.personId,
      personName: daughter.name,
      elderName: liu.name,
      villageCode: liu.villageCode,
      relation: 'daughter',
      proposedAt: addMinutes(now, -90),
    }),
    ...socialWork({
      by: maker.by,
      newId,
      now,
      worker,
      supervisor,
      widow: zhao,
      lonely: liu,
      frail: chen,
      neighbour: guifen,
      coordinator,
    }),
    ...groupsAndProgrammes({ maker, village: hongguang, worker, volunteer: guifen }),
    ...nobodyCouldCome({ maker, elder: chen, coordinator, helper: zhaomin }),
    ...story({ maker, mother, father, others: [zhao, liu, chen], guifen, guoqiang, son, coordinator }),
  ];
}

interface Cast {
  readonly maker: Maker;
  readonly mother: Elder;
  readonly father: Elder;
  readonly others: readonly Elder[];
  readonly guifen: Helper;
  readonly guoqiang: Helper;
  readonly son: Person;
  readonly coordinator: Person;
}

/** What has happened and what is coming for the family of the screens. */
function story({ maker, mother, father, others, guifen, guoqiang, son, coordinator }: Cast): Write[] {
  const { by, newId, now } = maker;
  const common = { by, newId, asker: { personId: son.personId, role: 'family' as const } };
  const on = (days: number, hour: number, minute = 0): Instant =>
    beijingInstant(beijing(addDays(now, days)).day, hour * 60 + minute);
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
  // Cooked for today when it is past noon, else yesterday.
  const cooked = servedWrites({
    ...common,
    elder: mother,
    helper: guifen,
    service: service('meal'),
    startsAt: on(beijing(now).hour >= NOON ? 0 : -1, 10, 24),
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
      elder: father,
      helper: guifen,
      service: service('measuring'),
      startsAt: on(2, 8),
    }),
  ];
  const morning = motherToday(common, { now, mother, guifen, guoqiang });
  const today = routeOfToday({ maker, elders: others, helper: guifen, coordinator });
  return [
    ...today.served,
    ...today.coming.flatMap((each) => each.writes),
    ...earlier,
    ...cooked,
    ...morning.writes,
    ...waiting,
    ...tomorrow.writes,
    ...coming.flatMap((each) => each.writes),
    ...calendar([...morning.coming, ...[tomorrow, ...coming, ...today.coming].map((each) => each.visit)]),
  ];
}

const NOON = 12;
/** The stove has been lit and the neighbour has left by then. */
const STOVE_LIT = 9;

/** So that the mother's day is lived-in at any hour: the stove lit in the morning, before that lunch to look forward to. */
function motherToday(
  common: Pick<Arranged, 'by' | 'newId' | 'asker'>,
  { now, mother, guifen, guoqiang }: Pick<Cast, 'mother' | 'guifen' | 'guoqiang'> & { now: Instant },
): { writes: Write[]; coming: readonly Visit[] } {
  const { day, hour } = beijing(now);
  if (hour >= NOON) return { writes: [], coming: [] };
  if (hour < STOVE_LIT) {
    const { writes, visit } = scheduledWrites({
      ...common,
      elder: mother,
      helper: guifen,
      service: service('meal'),
      startsAt: beijingInstant(day, 10 * 60 + 20),
    });
    return { writes, coming: [visit] };
  }
  const writes = servedWrites({
    ...common,
    elder: mother,
    helper: guoqiang,
    service: service('firewood'),
    startsAt: beijingInstant(day, 7 * 60 + 40),
    minutesServed: 45,
    summary: '劈好了柴，炉子生旺了，大娘气色不错。',
    log: [
      { kind: 'task', after: 20, index: 0, done: true },
      { kind: 'mood', after: 40, mood: 'happy' },
    ],
    answer: { rating: 5, comment: '' },
  });
  return { writes, coming: [] };
}

interface Route {
  readonly maker: Maker;
  readonly elders: readonly Elder[];
  readonly helper: Helper;
  readonly coordinator: Person;
}

/** None at the time of the visit to the mother. */
const ROUTE_HOURS = [6.5, 8, 13, 14.5, 16, 17.5, 19];
/** Room before the next booked visit, so that she can still be asked for something today. */
const ROOM_MINUTES = 210;

/** A neighbour's day round the real clock: what lies behind is done, what comes is booked, three in all. */
function routeOfToday({ maker, elders, helper, coordinator }: Route) {
  const { by, newId, now } = maker;
  const common = {
    by,
    newId,
    helper,
    asker: { personId: coordinator.personId, role: 'coordinator' as const },
  };
  const starts = ROUTE_HOURS.map((hour) => beijingInstant(beijing(now).day, hour * 60));
  const behind = starts.filter((at) => addMinutes(at, 90) <= now);
  const ahead = starts.filter((at) => at >= addMinutes(now, ROOM_MINUTES));
  const done = behind.slice(Math.max(0, behind.length - Math.max(1, elders.length - ahead.length)));
  const booked = ahead.slice(0, elders.length - done.length);
  const whom = (index: number): Elder => elders[index % elders.length] ?? maker.by.pick(elders);
  return {
    served: done.flatMap((startsAt, index) =>
      servedWrites({
        ...common,
        elder: whom(index),
        service: service('measuring'),
        startsAt,
        summary: '量了血压，一切都好。',
        log: [
          { kind: 'vitals', after: 6, systolic: by.int(120, 140), diastolic: by.int(74, 88), pulse: 74 },
          { kind: 'mood', after: 12, mood: 'calm' },
        ],
        answer: { rating: 5, comment: '' },
      }),
    ),
    coming: booked.map((startsAt, index) =>
      scheduledWrites({
        ...common,
        elder: whom(done.length + index),
        service: service(index === 0 ? 'company' : 'shopping'),
        startsAt,
      }),
    ),
  };
}

/** For the coordinator's queue: every wave went by without an answer. */
function nobodyCouldCome({ maker, elder, coordinator, helper }: Omit<Route, 'elders'> & { elder: Elder }) {
  const { newId, now } = maker;
  const asker = { personId: coordinator.personId, role: 'coordinator' as const };
  const { request } = arranged({
    by: maker.by,
    newId,
    elder,
    helper,
    service: service('bathing'),
    startsAt: beijingInstant(beijing(addDays(now, 2)).day, 14 * 60),
    asker,
  });
  const ago = (minutes: number): Instant => addMinutes(now, -minutes);
  const line = (at: Instant, by: typeof asker | 'system', action: Parameters<typeof told>[5]): Write =>
    told({ newId, elder }, at, by, 'request', request.requestId, action);
  return [
    create(requestItem, {
      ...request,
      status: 'unmet',
      places: [{ status: 'open' }, { status: 'open' }],
      createdAt: ago(180),
      unmetAt: ago(40),
      waves: 3,
    }),
    line(ago(180), asker, 'request_made'),
    ...[179, 130, 85].map((minutes) => line(ago(minutes), 'system', 'wave_sent')),
    line(ago(40), 'system', 'request_unmet'),
  ];
}
