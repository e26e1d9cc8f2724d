import type { Instrument } from '../instrument';
import { movement, selfCare } from './ability-care';
import { mentalState, sensesAndSociety } from './ability-mind';

/**
 * 老年人能力评估 by GB/T 42195-2022: four domains, 26 items, 90 points. The items and their maxima are the
 * standard's; the words of each level are our own, for reading aloud, and the standard's text binds.
 * UNCERTAIN: the bands and the modifiers rest on public implementations that agree with each other.
 */
export const abilityAssessment: Instrument = {
  code: 'gbt-42195',
  version: '2022.1',
  name: { zh: '老年人能力评估', en: 'Ability assessment of older people' },
  source:
    'GB/T 42195-2022. Wording of the levels is ours. Bands and modifiers as in public implementations that agree.',
  answeredBy: 'observer',
  assessors: 2,
  better: 'higher',
  introduction: {
    zh: '看老人平常是怎么做的，按最近一个月的情况选。两位评估员都同意了，结果才算数。',
    en: 'Choose by how things were over the past month. The result stands once both assessors agree.',
  },
  domains: [
    { code: 'self_care', zh: '自理能力', en: 'Self-care' },
    { code: 'movement', zh: '基础运动能力', en: 'Basic movement' },
    { code: 'mind', zh: '精神状态', en: 'Mental state' },
    { code: 'society', zh: '感知觉与社会参与', en: 'Senses and society' },
  ],
  items: [...selfCare, ...movement, ...mentalState, ...sensesAndSociety],
  bands: [
    {
      code: 'complete',
      from: 0,
      to: 29,
      name: { zh: '完全失能', en: 'Complete dependence' },
      meaning: {
        zh: '日常的事都要人照顾，身边不能离人。',
        en: 'Everything needs another person, day and night.',
      },
    },
    {
      code: 'severe',
      from: 30,
      to: 45,
      name: { zh: '重度失能', en: 'Severe dependence' },
      meaning: { zh: '大部分事要人帮，每天都要有人在。', en: 'Most things need help; somebody every day.' },
    },
    {
      code: 'moderate',
      from: 46,
      to: 65,
      name: { zh: '中度失能', en: 'Moderate dependence' },
      meaning: { zh: '有些事自己做不了，每天要有人搭把手。', en: 'Some things need help each day.' },
    },
    {
      code: 'mild',
      from: 66,
      to: 89,
      name: { zh: '轻度失能', en: 'Mild dependence' },
      meaning: { zh: '大多能自理，有几样要人帮着点。', en: 'Mostly on their own, a few things need help.' },
    },
    {
      code: 'intact',
      from: 90,
      to: 90,
      name: { zh: '能力完好', en: 'Intact' },
      meaning: { zh: '自己都能行。', en: 'Manages everything alone.' },
    },
  ],
  circumstances: true,
};
