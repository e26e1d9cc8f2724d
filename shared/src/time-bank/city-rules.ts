import type { Day } from '../kernel/instant';
import type { TimeRules } from './rules';

/**
 * Ready examples after the published rules of three cities. What the cities are reported to say is marked
 * `certain`; every other number is an assumption that makes the example complete, and says so.
 */
type City = Omit<TimeRules, 'version' | 'validFrom'>;

const assumed = (fact: string, zh: string) => ({ fact, zh, certain: false });
const reported = (fact: string, zh: string) => ({ fact, zh, certain: true });

const common = {
  weightPercent: [],
  pool: {
    sharePercent: 5,
    monthMinutes: { first: 1200, second: 600, third: 240 },
    reserveMinutes: { second: 600, third: 2400 },
  },
  corridors: { from: [], elsewhereMinutes: 60_000, villageMinutes: 12_000 },
  holdDays: 30,
};
const assumptions = [
  assumed('pool', '村时间池的比例、每月额度和预留，由县里定；此处为举例。'),
  assumed('corridors', '跨地区上限为举例。'),
  assumed('holdDays', '预留期限为举例。'),
];

export const nanjing: City = {
  ...common,
  rulesId: 'nanjing',
  zh: '南京办法（示例）',
  en: 'After Nanjing (example)',
  sources: [
    reported('caps.balanceMinutes', '个人账户最多存 1500 小时。'),
    reported('pool.reserveMinutes', '按困难程度分先后。'),
    reported('fund.yearFen', '设一千万元资金，没人能兑付时由它购买服务。'),
    assumed('fund.hourFen', '每小时 40 元为举例。'),
    assumed('fund.yearFen', '一千万元按一年的额度计，为举例。'),
    ...assumptions,
  ],
  stepMinutes: 1,
  caps: { balanceMinutes: 90_000 },
  redeem: { fromAge: 60 },
  give: { kin: ['son', 'daughter', 'spouse', 'grandchild', 'in_law'], pool: true, estate: true },
  fund: { yearFen: 1_000_000_000, hourFen: 4000 },
};

export const beijing: City = {
  ...common,
  rulesId: 'beijing',
  zh: '北京办法（示例）',
  en: 'After Beijing (example)',
  sources: [
    reported('stepMinutes', '服务 1 小时记 1 个，按个存、按个用。'),
    reported('redeem.fromAge', '60 岁以后可以兑换。'),
    reported('give.kin', '可以转给父母和祖父母。'),
    assumed('stepMinutes', '不满一小时的零头不计，为举例。'),
    assumed('fund', '保障资金为举例。'),
    ...assumptions,
  ],
  stepMinutes: 60,
  caps: {},
  redeem: { fromAge: 60 },
  give: { kin: ['son', 'daughter', 'grandchild'], pool: false, estate: false },
  fund: { yearFen: 200_000_000, hourFen: 4500 },
};

export const shanghai: City = {
  ...common,
  rulesId: 'shanghai',
  zh: '上海办法（长宁示例）',
  en: 'After Shanghai, Changning (example)',
  sources: [
    reported('caps.dayMinutes', '长宁：每天最多 2 个。'),
    reported('caps.balanceMinutes', '长宁：最多 600 个。'),
    reported('give.kin', '可以转给亲属。'),
    reported('corridors', '2028 年起全市通兑。'),
    assumed('caps', '一个按 60 分钟计，为举例。'),
    assumed('fund', '保障资金为举例。'),
    ...assumptions,
  ],
  stepMinutes: 1,
  caps: { dayMinutes: 120, balanceMinutes: 36_000 },
  redeem: { fromAge: 60 },
  give: {
    kin: ['son', 'daughter', 'spouse', 'grandchild', 'in_law', 'other'],
    pool: true,
    estate: true,
  },
  fund: { yearFen: 300_000_000, hourFen: 5000 },
};

/** What a county begins with until its officials publish their own: the caps of every kind are in use. */
export const countyRules: City = {
  ...common,
  rulesId: 'county',
  zh: '县时间银行规则',
  en: 'County time-bank rules',
  sources: [assumed('caps', '每天 6 小时、每月 60 小时、最多 1500 小时，由县里定。'), ...assumptions],
  stepMinutes: 1,
  caps: { dayMinutes: 360, monthMinutes: 3600, balanceMinutes: 90_000 },
  expiryMonths: 120,
  redeem: { fromAge: 60 },
  give: { kin: ['son', 'daughter', 'spouse', 'grandchild', 'in_law', 'other'], pool: true, estate: true },
  fund: { yearFen: 20_000_000, hourFen: 4000 },
};

export const cityRules: readonly City[] = [nanjing, beijing, shanghai];

export const firstVersion = (city: City, validFrom: string): TimeRules => ({
  ...city,
  version: 1,
  validFrom: validFrom as Day,
});
