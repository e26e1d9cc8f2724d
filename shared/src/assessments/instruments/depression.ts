import { type Instrument, type Item, yesNo } from '../instrument';

const ask = (number: number, zh: string, en: string, counts: 'yes' | 'no' = 'yes'): Item => ({
  code: `g${number}`,
  zh,
  en,
  options: yesNo(counts),
});

/**
 * GDS-15 老年抑郁量表（简版）. The English scale is in the public domain (Sheikh and Yesavage 1986). The Chinese
 * wording is ours, for reading aloud in a village; it is not one of the validated translations. A screening: it
 * never says that somebody is ill. Items 1, 5, 7, 11 and 13 count when answered with no.
 */
export const depressionScreening: Instrument = {
  code: 'gds-15',
  version: '1986.1',
  name: { zh: '心情问一问（老年抑郁筛查）', en: 'Geriatric depression scale, 15 questions' },
  source:
    'Sheikh JI, Yesavage JA. Clin Gerontol 1986;5:165-173; public domain. Chinese wording ours, not validated.',
  answeredBy: 'elder',
  assessors: 1,
  better: 'lower',
  introduction: {
    zh: '问的是最近一个星期的心情，答“是”或“不是”就行，没有对错。',
    en: 'About how you felt over the past week. Yes or no; nothing is right or wrong.',
  },
  domains: [],
  items: [
    ask(1, '您对现在的日子大体上满意吗？', 'Are you basically satisfied with your life?', 'no'),
    ask(2, '好多从前爱做的事，现在都不做了吗？', 'Have you dropped many of your activities and interests?'),
    ask(3, '您觉得日子空落落的吗？', 'Do you feel that your life is empty?'),
    ask(4, '您常常觉得没意思、烦闷吗？', 'Do you often get bored?'),
    ask(5, '您大部分时候心情好吗？', 'Are you in good spirits most of the time?', 'no'),
    ask(
      6,
      '您担心会有不好的事落到自己身上吗？',
      'Are you afraid that something bad is going to happen to you?',
    ),
    ask(7, '您大部分时候觉得快活吗？', 'Do you feel happy most of the time?', 'no'),
    ask(8, '您常常觉得没人帮、没办法吗？', 'Do you often feel helpless?'),
    ask(
      9,
      '您宁愿待在家里，不想出去做点新鲜事吗？',
      'Do you prefer to stay at home rather than go out and do new things?',
    ),
    ask(10, '您觉得自己的记性比别人差得多吗？', 'Do you feel you have more problems with memory than most?'),
    ask(11, '您觉得现在能活着是件好事吗？', 'Do you think it is wonderful to be alive now?', 'no'),
    ask(12, '您觉得自己现在没什么用了吗？', 'Do you feel pretty worthless the way you are now?'),
    ask(13, '您觉得身上有劲儿吗？', 'Do you feel full of energy?', 'no'),
    ask(14, '您觉得自己的处境没有指望了吗？', 'Do you feel that your situation is hopeless?'),
    ask(15, '您觉得大多数人过得比您好吗？', 'Do you think that most people are better off than you are?'),
  ],
  bands: [
    {
      code: 'usual',
      from: 0,
      to: 4,
      name: { zh: '心情平稳', en: 'Usual' },
      meaning: { zh: '最近心情还好。', en: 'The mood is all right lately.' },
    },
    {
      code: 'low',
      from: 5,
      to: 8,
      name: { zh: '有些低落', en: 'Somewhat low' },
      meaning: { zh: '心里有些不痛快，多陪陪、多聊聊。', en: 'Somewhat low; company and talk help.' },
    },
    {
      code: 'lower',
      from: 9,
      to: 11,
      name: { zh: '比较低落', en: 'Low' },
      meaning: {
        zh: '心情比较低落，建议请医生看看，身边多有人。',
        en: 'Low; a doctor should have a look, and somebody be near.',
      },
    },
    {
      code: 'lowest',
      from: 12,
      to: 15,
      name: { zh: '很低落', en: 'Very low' },
      meaning: {
        zh: '心情很低落，请尽快陪着去看医生，别让老人一个人。',
        en: 'Very low; see a doctor soon and do not leave them alone.',
      },
    },
  ],
  circumstances: false,
};
