import type { Instrument, Item, Option } from '../instrument';

const steps = (scores: readonly number[], zh: readonly string[], en: readonly string[]): Option[] =>
  scores.map((score, index) => ({
    choice: String(score),
    score,
    zh: zh[index] ?? '',
    en: en[index] ?? '',
  }));
const ask = (
  code: string,
  zh: string,
  en: string,
  scores: readonly number[],
  words: readonly [zh: readonly string[], en: readonly string[]],
): Item => ({ code, zh, en, options: steps(scores, ...words) });

const three = [
  ['自己能行', '要人搭把手', '要人做'],
  ['Alone', 'With help', 'Unable'],
] as const;
const two = [
  ['自己能行', '要人帮'],
  ['Alone', 'With help'],
] as const;
const control = [
  ['能控制', '偶尔失控', '控制不住'],
  ['In control', 'Occasional accident', 'Not in control'],
] as const;
const four = [
  ['自己能行', '要人搭把手或看着', '大部分要人帮', '做不到'],
  ['Alone', 'With a little help or watching', 'With much help', 'Unable'],
] as const;

/**
 * Barthel 指数: ten items, 100 points. Mahoney and Barthel 1965 let it be used freely for non-commercial purposes
 * with the citation; a commercial operator has to ask. Wording ours.
 */
export const barthelIndex: Instrument = {
  code: 'barthel',
  version: '1965.1',
  name: { zh: '日常生活能力', en: 'Barthel index' },
  source:
    'Mahoney FI, Barthel DW. Md State Med J 1965;14:61-65; free for non-commercial use with citation. Wording ours.',
  answeredBy: 'observer',
  assessors: 1,
  better: 'higher',
  introduction: {
    zh: '看老人这两天实际是怎么做的，不是“应该能做”。',
    en: 'What they do these days, not what they could do.',
  },
  domains: [],
  items: [
    ask('feeding', '吃饭', 'Feeding', [10, 5, 0], three),
    ask('bathing', '洗澡', 'Bathing', [5, 0], two),
    ask('grooming', '洗脸、刷牙、梳头', 'Grooming', [5, 0], two),
    ask('dressing', '穿衣、穿鞋', 'Dressing', [10, 5, 0], three),
    ask('bowels', '大便控制', 'Bowels', [10, 5, 0], control),
    ask('bladder', '小便控制', 'Bladder', [10, 5, 0], control),
    ask('toilet', '上厕所', 'Toilet use', [10, 5, 0], three),
    ask('transfer', '床和椅子之间移动', 'Transfer between bed and chair', [15, 10, 5, 0], four),
    ask(
      'walking',
      '平地走 45 米',
      'Walking 45 metres on level ground',
      [15, 10, 5, 0],
      [
        ['自己能走', '要人扶或看着', '坐轮椅自己能动', '动不了'],
        ['Alone', 'With help or watching', 'Alone in a wheelchair', 'Immobile'],
      ],
    ),
    ask('stairs', '上下楼梯', 'Stairs', [10, 5, 0], three),
  ],
  bands: [
    {
      code: 'heavy',
      from: 0,
      to: 40,
      name: { zh: '重度依赖', en: 'Heavy dependence' },
      meaning: { zh: '日常的事大多要人照顾。', en: 'Most of daily life needs another person.' },
    },
    {
      code: 'medium',
      from: 41,
      to: 60,
      name: { zh: '中度依赖', en: 'Medium dependence' },
      meaning: { zh: '不少事要人帮。', en: 'A good deal needs help.' },
    },
    {
      code: 'light',
      from: 61,
      to: 99,
      name: { zh: '轻度依赖', en: 'Light dependence' },
      meaning: { zh: '大多能自理，少数事要人帮。', en: 'Mostly alone, a few things need help.' },
    },
    {
      code: 'none',
      from: 100,
      to: 100,
      name: { zh: '无需依赖', en: 'Independent' },
      meaning: { zh: '自己都能行。', en: 'Manages alone.' },
    },
  ],
  circumstances: false,
};
