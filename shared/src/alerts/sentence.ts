import type { SpokenText } from '../history/history.contract';
import type { Instant } from '../kernel/instant';
import { clockText } from '../visits/sentence';
import { type Alert, type AlertActor, type Contact, isOpen, type Part, part, peopleOf } from './alert';
import { type Channel, END_STEP, type Message } from './message';

export interface TimelineLine {
  readonly at: Instant;
  readonly sentence: SpokenText;
}

const channelWords: Readonly<Record<Channel, readonly [zh: string, en: string]>> = {
  wechat: ['微信', 'WeChat'],
  sms: ['短信', 'text'],
  voice: ['电话', 'telephone'],
};
const partWords: Readonly<Record<Part, readonly [zh: string, en: string]>> = {
  first_contact: ['家属', 'family'],
  second_contact: ['家属', 'family'],
  neighbour: ['附近帮手', 'helpers nearby'],
  coordinator: ['协理员', 'the coordinator'],
};
const who = (by: AlertActor): SpokenText => {
  if (by.role === 'coordinator') return { zh: `协理员${by.name}`, en: `${by.name} (coordinator)` };
  return { zh: by.name, en: by.name };
};

/** The first words of an alert: what happened, and to whom. */
export const matterOf = {
  sos: (callName: string, by: AlertActor): SpokenText =>
    by.role === 'elder'
      ? { zh: `${callName}按了紧急求助`, en: `${callName} pressed SOS` }
      : { zh: `${who(by).zh}替${callName}发出紧急求助`, en: `${who(by).en} raised an SOS for ${callName}` },
  notArrived: (callName: string, helperName: string, startsAt: Instant): SpokenText => ({
    zh: `${helperName}约好 ${clockText(startsAt)} 去看${callName}，过了半小时还没有到`,
    en: `${helperName} was due at ${callName}'s at ${clockText(startsAt)} and half an hour later has not come`,
  }),
  vitals: (callName: string, far: SpokenText): SpokenText => ({
    zh: `${callName}这次量的和平时差得多：${far.zh}`,
    en: `${callName}'s readings are far from usual: ${far.en}`,
  }),
};

/** Where it stands, in one sentence for the strip and the list. */
export function alertSentence(a: Alert): SpokenText {
  switch (a.status) {
    case 'raised':
      return { zh: '正在通知家人和村里', en: 'Family and village are being told' };
    case 'told':
      return a.answers.length === 0
        ? {
            zh: `还没有人回应，${clockText(a.nextAt)} 再通知`,
            en: `No answer yet; told again at ${clockText(a.nextAt)}`,
          }
        : {
            zh: '有人回应过，还不知道结果，正在再通知',
            en: 'Somebody answered; the outcome is not known, so others are told',
          };
    case 'acknowledged': {
      const going = a.answers.filter((each) => each.going);
      const named = (going.length > 0 ? going : a.answers).map((each) => each.name);
      return going.length > 0
        ? { zh: `${named.join('、')}正赶过去`, en: `${named.join(', ')} on the way` }
        : {
            zh: `${named.join('、')}看到了，正在联系`,
            en: `${named.join(', ')} has seen it and is seeing to it`,
          };
    }
    case 'handled':
      return a.handledBy === 'system'
        ? { zh: a.what, en: 'Settled by itself' }
        : {
            zh: `${who(a.handledBy).zh}处理好了：${a.what}`,
            en: `${who(a.handledBy).en} settled it: ${a.what}`,
          };
    case 'false_alarm':
      return {
        zh: `${who(a.calledOffBy).zh}说没事，已撤回`,
        en: `${who(a.calledOffBy).en}: all is well, called off`,
      };
  }
}

/** How one person was told: by those channels that worked, or only in the inbox. */
function way(m: Message): SpokenText {
  const words = m.attempts.flatMap(({ channel, outcome }) =>
    outcome === 'sent' ? [channelWords[channel]] : [],
  );
  if (words.length > 0)
    return { zh: words.map(([zh]) => zh).join('、'), en: words.map(([, en]) => en).join(', ') };
  return m.status === 'waiting'
    ? { zh: '正在发送', en: 'being sent' }
    : { zh: '只有站内消息', en: 'inbox only' };
}

/** One line for each step and part: relatives and coordinators by name and channel, helpers nearby as a number. */
function toldLines(messages: readonly Message[]): TimelineLine[] {
  const groups = new Map<string, Message[]>();
  for (const m of messages) {
    if (m.step === END_STEP) continue;
    const key = `${String(m.step).padStart(7, '0')} ${part.options.indexOf(m.as)}`;
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  const inOrder = [...groups.entries()].sort(([x], [y]) => (x < y ? -1 : 1));
  return inOrder.flatMap(([, group]): TimelineLine[] => {
    const [first] = group;
    if (first === undefined) return [];
    const [zh, en] = partWords[first.as];
    if (first.as === 'neighbour')
      return [
        {
          at: first.at,
          sentence: { zh: `通知了 ${group.length} 位${zh}`, en: `Told ${group.length} ${en}` },
        },
      ];
    return [
      {
        at: first.at,
        sentence: {
          zh: `通知${zh}${group.map((m) => `${m.name}（${way(m).zh}）`).join('、')}`,
          en: `Told ${en} ${group.map((m) => `${m.name} (${way(m).en})`).join(', ')}`,
        },
      },
    ];
  });
}

function endLines(a: Alert): TimelineLine[] {
  if (a.status === 'handled') return [{ at: a.handledAt, sentence: alertSentence(a) }];
  if (a.status === 'false_alarm') return [{ at: a.calledOffAt, sentence: alertSentence(a) }];
  return [];
}

/** The whole of it, oldest first: what happened, who was told and how, who answered, what was done. */
export function timeline(a: Alert, messages: readonly Message[]): TimelineLine[] {
  const answers = a.answers.map((each): TimelineLine => {
    const way = each.minutes === undefined ? '' : `，大约 ${each.minutes} 分钟`;
    const wayEn = each.minutes === undefined ? '' : `, about ${each.minutes} min`;
    return {
      at: each.at,
      sentence: each.going
        ? { zh: `${who(each).zh}去看看${way}`, en: `${who(each).en} is going${wayEn}` }
        : { zh: `${who(each).zh}看到了，正在联系`, en: `${who(each).en} has seen it` },
    };
  });
  return [
    { at: a.raisedAt, sentence: a.matter },
    ...[...toldLines(messages), ...answers].sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0)),
    ...endLines(a),
  ];
}

/** What comes next by itself: nobody has to wonder whether anything happens. */
export function nextSentence(a: Alert): SpokenText | undefined {
  if (!isOpen(a) || a.status === 'raised') return undefined;
  const rung = a.ladder[a.rungs] ?? a.ladder[a.ladder.length - 1];
  if (rung === undefined) return undefined;
  const named = peopleOf(a, rung.audience)
    .filter((each) => each.as !== 'neighbour')
    .map((each) => each.name);
  const zh = named.length > 0 ? named.join('、') : '协理员';
  const en = named.length > 0 ? named.join(', ') : 'the coordinator';
  const at = clockText(a.nextAt);
  const unless = a.status === 'acknowledged' ? '还没有处理好' : '还没有人回应';
  return rung.by === 'call'
    ? { zh: `${at} ${unless}，就打电话给${zh}`, en: `If nothing is heard by ${at}: a call to ${en}` }
    : { zh: `${at} ${unless}，就通知${zh}`, en: `If nothing is heard by ${at}: ${en} is told` };
}

/** What a message says: what is the matter, how far it is for who may walk there, and whether it was told before. */
export function messageText(a: Alert, to: Contact, step: number): SpokenText {
  const again = step > 0 && a.answers.length === 0 ? ['还没有人回应：', 'No answer so far: '] : ['', ''];
  const near =
    to.minutes === undefined
      ? ['', '']
      : [`，离您大约 ${to.minutes} 分钟，能去看看吗？`, `, about ${to.minutes} min from you. Can you go?`];
  return { zh: `${again[0]}${a.matter.zh}${near[0]}`, en: `${again[1]}${a.matter.en}${near[1]}` };
}

/** What those who were told hear when it is over, so that nobody hurries for nothing. */
export const endText = (a: Alert): SpokenText => {
  const { zh, en } = alertSentence(a);
  return { zh: `${a.callName}的事：${zh}`, en: `About ${a.callName}: ${en}` };
};
