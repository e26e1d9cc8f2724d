import type { SpokenText } from '../history/history.contract';
import type { AccountId } from './account';
import { kindOf } from './account';
import type { FlagReason } from './flag';
import type { Transfer, TransferCode } from './transfer';

/** Names that a line is told with; read when told, never kept in the ledger. */
export interface Names {
  readonly elder?: string;
  readonly helper?: string;
  readonly service?: SpokenText;
  readonly place?: string;
  /** The owner of the account on the other side, where it is a person or an elder. */
  readonly other?: string;
}

/** What one line means for the account that reads it: minutes in or out, set aside, or freed. */
export interface Line {
  readonly effect: 'in' | 'out' | 'waiting_in' | 'set_aside' | 'freed' | 'not_credited';
  readonly minutes: number;
}

export function lineOf(t: Transfer, reader: AccountId): Line {
  const out = t.debit === reader;
  switch (t.step) {
    case 'posted':
      return { effect: out ? 'out' : 'in', minutes: t.minutes };
    case 'pending':
      return { effect: out ? 'set_aside' : 'waiting_in', minutes: t.minutes };
    case 'post':
      return { effect: out ? 'out' : 'in', minutes: t.minutes };
    default:
      return { effect: out ? 'freed' : 'not_credited', minutes: t.pendingMinutes };
  }
}

const titles: Readonly<Record<TransferCode, readonly [zh: string, en: string]>> = {
  earn: ['志愿服务', 'Service given'],
  attend: ['社区活动', 'Community work'],
  pool_share: ['随服务给村里的一份', "The pool's share"],
  pool_grant: ['县里拨给村时间池', 'Granted to the pool'],
  spend: ['求助', 'Help received'],
  guarantee: ['保障金请人上门', 'Help bought by the county fund'],
  gift: ['转赠', 'Gift'],
  pool_gift: ['捐给村时间池', 'Given to the village pool'],
  estate: ['身后转赠', 'From an estate'],
  expire: ['到期', 'Lapsed'],
};

/** 「给王大娘做饭」, 「转给 王大娘」: the title of a line, as the reader of this account understands it. */
export function titleOf(t: Transfer, reader: AccountId, names: Names): SpokenText {
  const [zh, en] = titles[t.code];
  const { service, elder, helper, other } = names;
  const out = t.debit === reader;
  if (t.code === 'gift' || t.code === 'estate')
    return other === undefined
      ? { zh, en }
      : out
        ? { zh: `转给 ${other}`, en: `Given to ${other}` }
        : { zh: `${other} 转来`, en: `From ${other}` };
  // What it was is what whoever led it called it.
  if (t.code === 'attend' && t.why !== undefined) return { zh: t.why, en: t.why };
  if (service === undefined) return { zh, en };
  if (t.code === 'earn')
    return elder === undefined
      ? service
      : { zh: `给${elder}${service.zh}`, en: `${service.en} for ${elder}` };
  if (t.code === 'spend' || t.code === 'guarantee')
    return helper === undefined
      ? service
      : { zh: `${service.zh} · ${helper}`, en: `${service.en} · ${helper}` };
  return { zh, en };
}

const cuts = {
  day: ['已到每天上限', 'the daily cap'],
  month: ['已到每月上限', 'the monthly cap'],
  balance: ['已到个人上限', 'the cap of an account'],
} as const;

/** One or two sentences on why these minutes moved. */
export function storyOf(t: Transfer, reader: AccountId, names: Names): SpokenText {
  const { effect } = lineOf(t, reader);
  const { about } = t;
  const zh: string[] = [];
  const en: string[] = [];
  if (about.servedMinutes !== undefined) {
    zh.push(`服务 ${about.servedMinutes} 分钟`);
    en.push(`${about.servedMinutes} minutes served`);
  }
  if (about.weightPercent !== undefined && about.weightPercent !== 100) {
    zh.push(`按 ${about.weightPercent}% 计`);
    en.push(`counted at ${about.weightPercent}%`);
  }
  if (about.cutBy !== undefined) {
    zh.push(`${cuts[about.cutBy][0]}，少记 ${about.cutMinutes ?? 0} 分钟`);
    en.push(`${about.cutMinutes ?? 0} minutes over ${cuts[about.cutBy][1]}`);
  }
  if (names.place !== undefined) {
    zh.push(names.place);
    en.push(names.place);
  }
  const last = endings(t, reader, effect);
  zh.push(last[0]);
  en.push(last[1]);
  if (t.why !== undefined && t.code !== 'attend') {
    zh.push(t.why);
    en.push(t.why);
  }
  return { zh: zh.filter(Boolean).join(' · '), en: en.filter(Boolean).join(' · ') };
}

function endings(t: Transfer, reader: AccountId, effect: Line['effect']): readonly [string, string] {
  if (effect === 'waiting_in') return ['待核实', 'being verified'];
  if (effect === 'not_credited') return ['核实后没有记入', 'not credited after review'];
  if (effect === 'set_aside') return ['已预留，到访确认后才用', 'set aside until the visit is confirmed'];
  if (effect === 'freed')
    return t.step === 'expire' ? ['预留到期，已退回', 'lapsed and given back'] : ['已退回', 'given back'];
  if (t.code === 'earn' || t.code === 'attend') return ['已核验', 'verified'];
  if (t.step === 'post' && t.minutes < t.pendingMinutes)
    return [
      `预留 ${t.pendingMinutes} 分钟，退回 ${t.pendingMinutes - t.minutes} 分钟`,
      `${t.pendingMinutes} set aside, ${t.pendingMinutes - t.minutes} given back`,
    ];
  if (t.code === 'spend' && kindOf(reader) === 'pool') return ['用于村里老人', 'for an elder of the village'];
  return ['', ''];
}

const reasons: Readonly<Record<FlagReason['code'], (r: FlagReason) => readonly [string, string]>> = {
  nobody_confirmed: () => ['家里没有人确认过', 'Nobody of the family confirmed it'],
  place_unverified: () => ['没有定位或门牌码证明到过', 'No position or door code shows the place'],
  same_pair: (r) => [
    `两人一个月内互相确认了 ${r.count ?? 0} 次`,
    `The two confirmed each other ${r.count ?? 0} times in a month`,
  ],
  cycle: (r) => [`${r.count ?? 0} 个人互相绕圈确认`, `${r.count ?? 0} people confirm each other in a ring`],
  impossible_place: (r) => [
    `要每小时走 ${r.count ?? 0} 公里才赶得到`,
    `One would have to travel at ${r.count ?? 0} km/h`,
  ],
  overlapping_visits: () => ['同一时间在另一家也有到访', 'Another visit at the same time'],
  burst: (r) => [`半天里有 ${r.count ?? 0} 次到访`, `${r.count ?? 0} visits within half a day`],
};
export const reasonWords = (r: FlagReason): SpokenText => {
  const [zh, en] = reasons[r.code](r);
  return { zh, en };
};
