import * as z from 'zod';
import { type SpokenText, spokenText } from '../history/history.contract';
import type { LogEntry } from './log';
import type { Attendance } from './proof';
import type { ShownVisit } from './visit';

export const trustPart = z.enum(['arrival', 'leaving', 'times', 'length', 'log', 'answer']);
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
  arrival: 25,
  leaving: 15,
  times: 10,
  length: 15,
  log: 10,
  answer: 25,
};

/** Of ten; no single way of showing the place is proof. What the household has to say is worth most. */
const placeTenths = ({ proof }: Attendance): number => {
  if (proof.kind === 'home_code') return 10;
  if (proof.kind === 'none') return 0;
  return proof.verified ? 8 : 3;
};
const placeWords = (a: Attendance, zh: string, en: string): SpokenText => {
  const { kind, verified } = a.proof;
  if (kind === 'home_code') return { zh: `${zh}：到场码`, en: `${en}: code of the household` };
  if (kind === 'door_code') return { zh: `${zh}：门牌码`, en: `${en}: door code` };
  if (kind === 'none') return { zh: `${zh}：没有定位`, en: `${en}: no position` };
  return verified
    ? { zh: `${zh}：定位在家附近`, en: `${en}: position near the home` }
    : { zh: `${zh}：定位离家远`, en: `${en}: position away from the home` };
};

type Served = Extract<ShownVisit, { checkOut: unknown }>;

/** Who has said that it was so; a silence of three days says little, and who disputes says no. */
function answerOf(v: Served): readonly [tenths: number, zh: string, en: string] {
  switch (v.status) {
    case 'checked_out':
      return [0, '家里还没有确认', 'the household has not answered'];
    case 'disputed':
      return [0, '家里说有问题', 'the household disputes it'];
    case 'resolved':
      return v.outcome === 'void'
        ? [0, '协理员核实：不算数', 'the coordinator found that it does not count']
        : [8, '协理员核实过', 'checked by the coordinator'];
    case 'confirmed':
      return v.confirmedBy === 'system'
        ? [3, '三天没有回应', 'nobody answered for three days']
        : v.confirmedBy.role === 'elder'
          ? [10, '老人自己确认', 'confirmed by the elder']
          : [10, '家里人确认', 'confirmed by family'];
  }
}

const ENOUGH_ENTRIES = 3;

/** Undefined while the visit has no end. Nothing is stored: it says how things stand now. */
export function trustOf(v: ShownVisit, entries: readonly Pick<LogEntry, 'entry'>[]): Trust | undefined {
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
