import * as z from 'zod';
import { type SpokenText, spokenText } from '../history/history.contract';
import type { ElderWord } from './elder-word';
import { exceptionsOf } from './exceptions-of';
import type { LogEntry } from './log';
import type { Attendance } from './proof';
import { proofSentence } from './sentence';
import type { ShownVisit } from './visit';

export const trustPart = z.enum([
  'arrival',
  'leaving',
  'times',
  'length',
  'log',
  'codes',
  'exceptions',
  'answer',
]);
export type TrustPart = z.infer<typeof trustPart>;

/** How well a visit is shown to have been as it is told: points of 100, and what each of them is for. */
export const trust = z.lazy(() =>
  z.strictObject({
    score: z.int().min(0).max(100),
    parts: z.array(
      z.strictObject({
        part: trustPart,
        points: z.int().min(0),
        most: z.int().min(1),
        sentence: spokenText,
      }),
    ),
  }),
);
export type Trust = z.infer<typeof trust>;

const most: Readonly<Record<TrustPart, number>> = {
  arrival: 20,
  leaving: 15,
  times: 10,
  length: 10,
  log: 5,
  codes: 5,
  exceptions: 15,
  answer: 20,
};

/** Of ten; no single way of showing the place is proof. What the household has to say is worth most. */
const placeTenths = ({ proof }: Attendance): number => {
  if (proof.kind === 'home_code') return 10;
  if (proof.kind === 'none') return 0;
  if (proof.kind === 'witness') return witnessTenths(proof);
  return proof.verified ? 8 : 3;
};
/** The coordinator answers for what they say; a neighbour may be a friend; who has said nothing yet shows little. */
const witnessTenths = ({ as, said }: Extract<Attendance['proof'], { kind: 'witness' }>): number => {
  if (said === undefined) return 1;
  if (!said.seen) return 0;
  return as === 'coordinator' ? 9 : 7;
};
const placeWords = (a: Attendance, zh: string, en: string): SpokenText => {
  const { kind, verified } = a.proof;
  if (kind === 'home_code') return { zh: `${zh}：到场码`, en: `${en}: code of the household` };
  if (kind === 'door_code') return { zh: `${zh}：门牌码`, en: `${en}: door code` };
  if (kind === 'none') return { zh: `${zh}：没有定位`, en: `${en}: no position` };
  if (a.proof.kind === 'witness') {
    const sentence = proofSentence(a.proof);
    return { zh: `${zh}：${sentence.zh}`, en: `${en}: ${sentence.en}` };
  }
  return verified
    ? { zh: `${zh}：定位在家附近`, en: `${en}: position near the home` }
    : { zh: `${zh}：定位离家远`, en: `${en}: position away from the home` };
};

type Served = Extract<ShownVisit, { checkOut: unknown }>;

/** Who has said that it was so; a silence of three days says little, and who disputes says no. */
function answerOf(v: Served): readonly [tenths: number, zh: string, en: string] {
  switch (v.status) {
    case 'checked_out':
      if (v.elderWord !== undefined) return elderAnswer(v.elderWord.how);
      return [0, '家里还没有确认', 'the household has not answered'];
    case 'disputed':
      return [0, '家里说有问题', 'the household disputes it'];
    case 'resolved':
      return v.outcome === 'void'
        ? [0, '协理员核实：不算数', 'the coordinator found that it does not count']
        : [8, '协理员核实过', 'checked by the coordinator'];
    case 'confirmed':
      if (v.confirmedBy === 'elder' && v.elderWord !== undefined) return elderAnswer(v.elderWord.how);
      return typeof v.confirmedBy === 'string'
        ? [3, '三天没有回应', 'nobody answered for three days']
        : v.confirmedBy.role === 'elder'
          ? [10, '老人自己确认', 'confirmed by the elder']
          : [10, '家里人确认', 'confirmed by family'];
  }
}

const elderAnswers: Readonly<Record<ElderWord['how'], readonly [number, string, string]>> = {
  card: [9, '老人用码卡确认', 'confirmed by the code card of the elder'],
  phone: [9, '协理员打电话问过老人', 'the coordinator called the elder'],
  in_person: [9, '协理员当面问过老人', 'the coordinator asked the elder'],
};
const elderAnswer = (how: ElderWord['how']) => elderAnswers[how];

function codesPart(wrong: number): readonly [tenths: number, SpokenText] {
  if (wrong === 0) return [10, { zh: '号码：没有输错', en: 'Codes: none was wrong' }];
  const said = { zh: `号码：输错 ${wrong} 次`, en: `Codes: ${wrong} wrong` };
  return [wrong < 3 ? 6 : 0, said];
}

/** What was settled by the coordinator counts nearly as if it had not been; what proved untrue takes all. */
function exceptionsPart(v: Served): readonly [tenths: number, SpokenText] {
  const all = exceptionsOf(v);
  const open = all.filter(({ settled }) => settled === undefined);
  if (all.some(({ settled }) => settled?.resolution === 'not_true'))
    return [0, { zh: '例外：核实不属实', en: 'Exceptions: found not to be so' }];
  if (all.length === 0) return [10, { zh: '例外：没有', en: 'Exceptions: none' }];
  if (open.length === 0) return [8, { zh: '例外：都核实过', en: 'Exceptions: all settled' }];
  return [
    open.some(({ kind }) => kind === 'must_fix') ? 0 : 5,
    { zh: `例外：${open.length} 处没有核实`, en: `Exceptions: ${open.length} not settled` },
  ];
}

const ENOUGH_ENTRIES = 3;

/** Undefined while the visit has no end. Nothing is stored: it says how things stand now. */
export function trustOf(
  v: ShownVisit,
  entries: readonly Pick<LogEntry, 'entry'>[],
  wrongCodes = 0,
): Trust | undefined {
  if (!('checkOut' in v)) return undefined;
  const has = (...codes: readonly string[]) => v.exceptions.some(({ code }) => codes.includes(code));
  const kept = Math.min(ENOUGH_ENTRIES, entries.length);
  const [answered, answerZh, answerEn] = answerOf(v);
  const lengthFits = !has('shorter_than_planned', 'longer_than_planned');
  const parts: readonly (readonly [TrustPart, tenths: number, SpokenText])[] = [
    ['arrival', placeTenths(v.checkIn), placeWords(v.checkIn, '到达', 'Arriving')],
    ['leaving', placeTenths(v.checkOut), placeWords(v.checkOut, '离开', 'Leaving')],
    [
      'times',
      has('clock_differs') ? 2 : has('sent_later') ? 6 : 10,
      has('clock_differs')
        ? { zh: '时间：手机走快了', en: 'Times: the clock was ahead' }
        : has('sent_later')
          ? { zh: '时间：事后才传到', en: 'Times: arrived later' }
          : { zh: '时间：当时就传到', en: 'Times: arrived at once' },
    ],
    [
      'length',
      lengthFits ? 10 : 3,
      lengthFits
        ? { zh: '时长：和约定差不多', en: 'Length: about as agreed' }
        : { zh: '时长：和约定差得多', en: 'Length: far from what was agreed' },
    ],
    [
      'log',
      Math.round((kept * 10) / ENOUGH_ENTRIES),
      { zh: `记录：${entries.length} 条`, en: `Log: ${entries.length} entries` },
    ],
    ['codes', ...codesPart(wrongCodes)],
    ['exceptions', ...exceptionsPart(v)],
    ['answer', answered, { zh: `确认：${answerZh}`, en: `Answer: ${answerEn}` }],
  ];
  const counted = parts.map(([part, tenths, sentence]) => ({
    part,
    points: Math.round((most[part] * tenths) / 10),
    most: most[part],
    sentence,
  }));
  return { score: counted.reduce((sum, { points }) => sum + points, 0), parts: counted };
}
