import type { SpokenText } from '../history/history.contract';
import { beijing, type Instant } from '../kernel/instant';
import { effectiveTime } from './arrive';
import type { SixFacts } from './card';
import { exceptionWords, type VisitException } from './exception';
import type { KeptEntry, LogEntry } from './log';
import type { Proof } from './proof';
import { type Resolution, reasonWords, resolutionWords } from './resolution';
import type { ShownVisit } from './visit';
import { shownValue } from './vitals';

const two = (n: number): string => String(n).padStart(2, '0');
export const clockText = (at: Instant): string => {
  const { hour, minute } = beijing(at);
  return `${two(hour)}:${two(minute)}`;
};
const dayText = (at: Instant): string => {
  const { month, date } = beijing(at);
  return `${month}月${date}日`;
};
const dayTextEn = (at: Instant): string => {
  const { month, date } = beijing(at);
  return `${month}/${date}`;
};

/** 90 → 1 小时 30 分. */
export function lengthText(minutes: number): SpokenText {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const zh = [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : ''];
  const en = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''];
  return { zh: zh.filter(Boolean).join(' '), en: en.filter(Boolean).join(' ') };
}

/** Where a visit stands, in one sentence for whoever reads it. */
export function visitSentence(v: ShownVisit): SpokenText {
  const who = v.helperName;
  const planned = `${dayText(v.startsAt)} ${clockText(v.startsAt)}`;
  const plannedEn = `${dayTextEn(v.startsAt)} ${clockText(v.startsAt)}`;
  switch (v.status) {
    case 'scheduled':
      return v.lateSince === undefined
        ? { zh: `${who} ${planned} 上门`, en: `${who} comes on ${plannedEn}` }
        : {
            zh: `${who} 约好 ${clockText(v.startsAt)} 上门，还没有签到，协理员已收到提醒`,
            en: `${who} was due at ${clockText(v.startsAt)} and has not arrived; the coordinator knows`,
          };
    case 'checked_in': {
      const from = clockText(effectiveTime(v.checkIn));
      return { zh: `${who} ${from} 到访，正在老人家`, en: `${who} arrived at ${from} and is there now` };
    }
    case 'checked_out':
      return { zh: `${stay(v).zh}，等您确认`, en: `${stay(v).en}; please confirm` };
    case 'confirmed':
      return v.confirmedBy === 'system'
        ? {
            zh: `${stay(v).zh}，三天未答复，已自动确认`,
            en: `${stay(v).en}; confirmed by itself after three days`,
          }
        : {
            zh: `${stay(v).zh}，${v.confirmedBy === 'elder' ? '老人' : ''}已确认`,
            en: `${stay(v).en}; confirmed`,
          };
    case 'disputed':
      return {
        zh: `${stay(v).zh}，家里反映有问题，协理员正在处理`,
        en: `${stay(v).en}; a problem was reported, the coordinator is on it`,
      };
    case 'resolved': {
      const credited = lengthText(v.minutesCredited);
      return {
        zh: `${stay(v).zh}，协理员已处理，计 ${credited.zh}`,
        en: `${stay(v).en}; settled by the coordinator, ${credited.en} counted`,
      };
    }
    case 'missed':
      return {
        zh: `${who} 约好 ${planned} 上门，没有来，已转给协理员`,
        en: `${who} did not come on ${plannedEn}; handed to the coordinator`,
      };
    case 'cancelled':
      return {
        zh: `${planned} 的到访取消了：${v.reason}`,
        en: `The visit of ${plannedEn} was called off: ${v.reason}`,
      };
  }
}

function stay(v: Extract<ShownVisit, { checkOut: unknown }>): SpokenText {
  const from = effectiveTime(v.checkIn);
  const lasted = lengthText(v.minutesServed);
  return {
    zh: `${v.helperName} ${dayText(from)} ${clockText(from)} 到访 ${lasted.zh}`,
    en: `${v.helperName} came on ${dayTextEn(from)} at ${clockText(from)} for ${lasted.en}`,
  };
}

export function proofSentence(p: Proof): SpokenText {
  switch (p.kind) {
    case 'door_code':
      return { zh: '门牌码核对无误', en: 'The door code was right' };
    case 'home_code':
      return { zh: '家里手机上的到场码核对无误', en: "The code on the household's phone was right" };
    case 'witness':
      return witnessWords(p);
    case 'none':
      return { zh: `没有定位：${p.reason}`, en: `No position: ${p.reason}` };
    case 'position':
      return p.verified
        ? { zh: `在老人家 ${p.distanceMetres} 米之内`, en: `Within ${p.distanceMetres} m of the home` }
        : {
            zh: `离老人家 ${p.distanceMetres} 米，定位误差 ${p.accuracyMetres} 米`,
            en: `${p.distanceMetres} m from the home, give or take ${p.accuracyMetres} m`,
          };
  }
}

const witnessParts = { coordinator: ['协理员', 'coordinator'], neighbour: ['邻居', 'neighbour'] } as const;
function witnessWords({ name, as, said }: Extract<Proof, { kind: 'witness' }>): SpokenText {
  const [zh, en] = witnessParts[as];
  if (said === undefined)
    return {
      zh: `请${zh}${name}作证，还没有回答`,
      en: `${name} (${en}) was named as witness and has not answered`,
    };
  return said.seen
    ? { zh: `${zh}${name}在场作证`, en: `${name} (${en}) was there and says so` }
    : { zh: `${zh}${name}说没有看到`, en: `${name} (${en}) has not seen it` };
}

const moods = {
  happy: ['心情很好', 'In good spirits'],
  calm: ['心情平静', 'Calm'],
  low: ['情绪有些低落', 'A little low'],
  unwell: ['说身体不太舒服', 'Does not feel well'],
} as const;

/** A log entry as the family reads it. `checklist` holds the names of the service's tasks. */
export function entrySentence(
  { entry }: Pick<LogEntry, 'entry'>,
  checklist: readonly SpokenText[],
): SpokenText {
  switch (entry.kind) {
    case 'task': {
      const task = checklist[entry.index] ?? {
        zh: `第 ${entry.index + 1} 项`,
        en: `Task ${entry.index + 1}`,
      };
      return entry.done
        ? { zh: `做好了：${task.zh}`, en: `Done: ${task.en}` }
        : { zh: `这次没做：${task.zh}`, en: `Not done: ${task.en}` };
    }
    case 'vitals': {
      const zh: string[] = [];
      const en: string[] = [];
      const pressure = [entry.systolic, entry.diastolic].filter((n) => n !== undefined).join('/');
      if (pressure !== '') {
        zh.push(`血压 ${pressure}`);
        en.push(`Blood pressure ${pressure}`);
      }
      if (entry.pulse !== undefined) {
        zh.push(`脉搏 ${entry.pulse}`);
        en.push(`pulse ${entry.pulse}`);
      }
      if (entry.glucose !== undefined) {
        zh.push(`血糖 ${shownValue('glucose', entry.glucose)}`);
        en.push(`glucose ${shownValue('glucose', entry.glucose)}`);
      }
      if (entry.weight !== undefined) {
        zh.push(`体重 ${shownValue('weight', entry.weight)} 公斤`);
        en.push(`weight ${shownValue('weight', entry.weight)} kg`);
      }
      return { zh: zh.join('，'), en: en.join(', ') };
    }
    case 'mood': {
      const [zh, en] = moods[entry.mood];
      return { zh, en };
    }
    case 'need':
      return { zh: `需要留意：${entry.text}`, en: `To watch: ${entry.text}` };
    case 'note':
      return { zh: entry.text, en: entry.text };
    case 'video':
      return videoWords(entry);
    case 'photo':
      return { zh: '拍了一张照片', en: 'Took a photo' };
    case 'voice':
      return { zh: '留了一段话', en: 'Left a voice note' };
  }
}

/** How long people talked: 3 分钟, or 40 秒 where it was less than one. */
export function talkText(seconds: number): SpokenText {
  return seconds < 60 ? { zh: `${seconds} 秒`, en: `${seconds} s` } : lengthText(Math.round(seconds / 60));
}

function videoWords({ seconds, people }: Extract<KeptEntry, { kind: 'video' }>): SpokenText {
  const { zh, en } = talkText(seconds);
  const each = people.map(({ name, seconds: own }) => ({ name, ...talkText(own) }));
  return {
    zh: `和家里视频了 ${zh}：${each.map((one) => `${one.name} ${one.zh}`).join('，')}`,
    en: `Video call of ${en}: ${each.map((one) => `${one.name} ${one.en}`).join(', ')}`,
  };
}

/** 「手机没信号；问过老人，属实：十点她还在喂鸡（刘芳）」. */
export function settledSentence({ reason, resolution, note, by }: Resolution): SpokenText {
  const [[reasonZh, reasonEn], [doneZh, doneEn]] = [reasonWords[reason], resolutionWords[resolution]];
  return {
    zh: `${reasonZh}；${doneZh}：${note}（${by.name}）`,
    en: `${reasonEn}; ${doneEn}: ${note} (${by.name})`,
  };
}

export function exceptionSentence(e: VisitException): SpokenText {
  const [zh, en] = exceptionWords[e.code];
  if (e.at === 'visit') return { zh, en };
  return e.at === 'check_in'
    ? { zh: `到达时：${zh}`, en: `On arrival: ${en}` }
    : { zh: `离开时：${zh}`, en: `On leaving: ${en}` };
}

/** The six facts, as far as they are known: service, person, helper, day, place, and start and end. */
export function sixFactsOf(v: ShownVisit, service: SixFacts['service'], elderName: string): SixFacts {
  const arrival = 'checkIn' in v ? v.checkIn : undefined;
  const leaving = 'checkOut' in v ? v.checkOut : undefined;
  return {
    service,
    elderName,
    helperName: v.helperName,
    day: beijing(arrival === undefined ? v.startsAt : effectiveTime(arrival)).day,
    ...(arrival === undefined
      ? {}
      : {
          place: { verified: arrival.proof.verified, sentence: proofSentence(arrival.proof) },
          startedAt: effectiveTime(arrival),
        }),
    ...(leaving === undefined ? {} : { endedAt: effectiveTime(leaving) }),
    complete: arrival !== undefined && leaving !== undefined,
  };
}

const watchWords = {
  well: ['今天平安', 'All is well today'],
  unwell: ['今天身体不太舒服', 'Not feeling well today'],
  need: ['今天有事要留意', 'Something to watch today'],
} as const;

/** The first thing a daughter reads: is she all right today? */
export function headline(
  callName: string,
  now: Instant,
  seen: {
    readonly current?: ShownVisit | undefined;
    readonly latest?: ShownVisit | undefined;
    readonly next?: ShownVisit | undefined;
    /** The latest log says that she does not feel well, or needs something: then it is not simply well. */
    readonly watch?: 'unwell' | 'need' | undefined;
  },
): SpokenText {
  const { current, latest, next } = seen;
  if (current !== undefined && 'checkIn' in current) return visitSentence(current);
  if (current !== undefined && current.status === 'scheduled' && current.lateSince !== undefined)
    return visitSentence(current);
  const today = beijing(now).day;
  if (latest !== undefined && 'checkOut' in latest && beijing(effectiveTime(latest.checkIn)).day === today) {
    const from = clockText(effectiveTime(latest.checkIn));
    const lasted = lengthText(latest.minutesServed);
    const [zh, en] = seen.watch === undefined ? watchWords.well : watchWords[seen.watch];
    return {
      zh: `${zh} · ${latest.helperName} ${from} 到访 ${lasted.zh}`,
      en: `${en} · ${latest.helperName} came at ${from} for ${lasted.en}`,
    };
  }
  if (next !== undefined && beijing(next.startsAt).day === today)
    return {
      zh: `今天 ${clockText(next.startsAt)} ${next.helperName} 去看${callName}`,
      en: `${next.helperName} comes at ${clockText(next.startsAt)} today`,
    };
  if (next !== undefined)
    return { zh: `今天没有安排，${visitSentence(next).zh}`, en: `Nothing today; ${visitSentence(next).en}` };
  return { zh: `今天还没有人去看${callName}`, en: 'Nobody has been arranged to come today' };
}
