import { type Instrument, type Item, yesNo } from '../instrument';

const ask = (code: string, zh: string, en: string): Item => ({ code, zh, en, options: yesNo('yes') });

/** FRAIL 衰弱筛查: five yes-or-no questions (Morley, Malmstrom and Miller 2012), free to use. Wording ours. */
export const frailScreening: Instrument = {
  code: 'frail',
  version: '2012.1',
  name: { zh: '身子骨问一问（衰弱筛查）', en: 'FRAIL scale' },
  source: 'Morley JE et al. J Nutr Health Aging 2012;16:601-608. Wording ours.',
  answeredBy: 'elder',
  assessors: 1,
  better: 'lower',
  introduction: { zh: '问问最近的体力，答“是”或“不是”。', en: 'About your strength lately. Yes or no.' },
  domains: [],
  items: [
    ask('fatigue', '最近四个星期，大部分时候都觉得累吗？', 'Tired most of the time in the past four weeks?'),
    ask(
      'resistance',
      '不歇气、不用人扶，上一层楼有困难吗？',
      'Difficulty going up ten steps without rest or aid?',
    ),
    ask(
      'ambulation',
      '不用人扶，走一里地（五百米）有困难吗？',
      'Difficulty walking several hundred metres without aid?',
    ),
    ask(
      'illness',
      '医生说过的慢性病，有五种或更多吗？',
      'Five or more illnesses of eleven that a doctor has named?',
    ),
    ask(
      'loss',
      '最近一年，没有刻意减肥，瘦了百分之五以上吗？',
      'Lost five percent of weight or more in a year?',
    ),
  ],
  bands: [
    {
      code: 'robust',
      from: 0,
      to: 0,
      name: { zh: '硬朗', en: 'Robust' },
      meaning: { zh: '身子骨硬朗。', en: 'Strong.' },
    },
    {
      code: 'prefrail',
      from: 1,
      to: 2,
      name: { zh: '有点弱', en: 'Pre-frail' },
      meaning: {
        zh: '比从前弱了些，多吃点好的，适当活动。',
        en: 'A little weaker; eat well and keep moving.',
      },
    },
    {
      code: 'frail',
      from: 3,
      to: 5,
      name: { zh: '体弱', en: 'Frail' },
      meaning: { zh: '身体偏弱，当心摔倒，请医生看看。', en: 'Frail; mind falls, and see a doctor.' },
    },
  ],
  circumstances: false,
};

/**
 * 照顾的人累不累: the product's own seven questions. The published strain scales need the publishers' permission,
 * so none is shipped. NOT VALIDATED: the bands only say when to sit down and talk.
 */
export const carerStrain: Instrument = {
  code: 'carer-strain',
  version: '2026.1',
  name: { zh: '照顾的人累不累', en: "Carer's strain, seven questions" },
  source: 'Our own questions, not validated; the bands are prompts for a talk and nothing more.',
  answeredBy: 'caregiver',
  assessors: 1,
  better: 'lower',
  introduction: { zh: '这几句是问照顾老人的您。', en: 'These are for you who care for the elder.' },
  domains: [],
  items: [
    ask('sleep', '照顾老人，您夜里常常睡不好吗？', 'Is your sleep often broken by caring?'),
    ask('body', '您自己的身体，因为照顾老人变差了吗？', 'Has your own health suffered?'),
    ask('time', '您几乎没有自己的时间了吗？', 'Have you hardly any time of your own?'),
    ask('money', '照顾老人让家里的钱紧了吗？', 'Has caring made money tight?'),
    ask('temper', '您有时忍不住发火，过后又后悔吗？', 'Do you sometimes lose your temper and regret it?'),
    ask('alone', '您觉得没有人替换、没有人搭把手吗？', 'Do you feel that nobody takes turns with you?'),
    ask('end', '您觉得快要撑不下去了吗？', 'Do you feel you cannot go on much longer?'),
  ],
  bands: [
    {
      code: 'bearing',
      from: 0,
      to: 2,
      name: { zh: '还撑得住', en: 'Bearing up' },
      meaning: { zh: '目前还顾得过来。', en: 'Managing for now.' },
    },
    {
      code: 'strained',
      from: 3,
      to: 4,
      name: { zh: '有些累', en: 'Strained' },
      meaning: { zh: '有些累了，该找人替换歇一歇。', en: 'Strained; somebody should take turns.' },
    },
    {
      code: 'exhausted',
      from: 5,
      to: 7,
      name: { zh: '很累', en: 'Exhausted' },
      meaning: { zh: '很累了，要尽快安排人接手几天。', en: 'Exhausted; relief should come soon.' },
    },
  ],
  circumstances: false,
};

/**
 * 孤独感: one direct question with five answers, as the Office for National Statistics asks it (2018, Open
 * Government Licence v3.0). Used before and after a group.
 */
export const loneliness: Instrument = {
  code: 'loneliness',
  version: '2018.1',
  name: { zh: '孤单不孤单', en: 'Loneliness, one question' },
  source: 'ONS national indicator of loneliness 2018, Open Government Licence v3.0. Wording ours.',
  answeredBy: 'elder',
  assessors: 1,
  better: 'lower',
  introduction: { zh: '只问一句。', en: 'One question only.' },
  domains: [],
  items: [
    {
      code: 'lonely',
      zh: '您常常觉得孤单吗？',
      en: 'How often do you feel lonely?',
      options: [
        { choice: 'always', score: 5, zh: '总是', en: 'Often or always' },
        { choice: 'some', score: 4, zh: '有时候', en: 'Some of the time' },
        { choice: 'occasionally', score: 3, zh: '偶尔', en: 'Occasionally' },
        { choice: 'hardly', score: 2, zh: '很少', en: 'Hardly ever' },
        { choice: 'never', score: 1, zh: '从不', en: 'Never' },
      ],
    },
  ],
  bands: [
    {
      code: 'company',
      from: 1,
      to: 2,
      name: { zh: '不孤单', en: 'Not lonely' },
      meaning: { zh: '身边有人说话。', en: 'There is company.' },
    },
    {
      code: 'some',
      from: 3,
      to: 4,
      name: { zh: '有时孤单', en: 'Sometimes lonely' },
      meaning: { zh: '有时候觉得孤单，多走动走动。', en: 'Lonely at times; more company would help.' },
    },
    {
      code: 'lonely',
      from: 5,
      to: 5,
      name: { zh: '很孤单', en: 'Lonely' },
      meaning: { zh: '总觉得孤单，要多有人陪。', en: 'Lonely; somebody should come often.' },
    },
  ],
  circumstances: false,
};
