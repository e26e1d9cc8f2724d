import * as z from 'zod';
import type { InstrumentCode } from '../assessments/instruments';
import type { SpokenText } from '../history/history.contract';

/** What a group is about: what people like to do together, or what they have a hard time with. */
export const groupTheme = z.enum([
  'papercut', // 剪纸窗花
  'chess', // 棋友会
  'yangge', // 秧歌
  'singing', // 唱老歌
  'company', // 说说话
  'grief', // 走出来
  'memory', // 练记性
  'chronic', // 慢病互助
  'carers', // 照顾者互助
  'walking', // 练腿脚
]);
export type GroupTheme = z.infer<typeof groupTheme>;

interface Theme {
  readonly name: SpokenText;
  readonly basis: 'interest' | 'need';
  /** Asked before the first session and again at the end. */
  readonly instrument: InstrumentCode;
  /** Bands of that scale in which somebody may gain from it. */
  readonly bands: readonly string[];
  readonly purpose: SpokenText;
}

const theme = (
  basis: Theme['basis'],
  instrument: InstrumentCode,
  bands: readonly string[],
  [zh, en]: readonly [string, string],
  purpose: readonly [string, string],
): Theme => ({ basis, instrument, bands, name: { zh, en }, purpose: { zh: purpose[0], en: purpose[1] } });

const lonely = ['some', 'lonely'];
const low = ['low', 'lower', 'lowest'];
const frail = ['prefrail', 'frail'];

export const themes: Readonly<Record<GroupTheme, Theme>> = {
  papercut: theme(
    'interest',
    'loneliness',
    lonely,
    ['剪纸窗花', 'Paper-cutting'],
    ['一起剪窗花，认识邻居，出屋走动', 'Cut paper together, get out, know the neighbours'],
  ),
  chess: theme(
    'interest',
    'loneliness',
    lonely,
    ['棋友会', 'Chess'],
    ['每周有棋下、有人说话', 'A game and a talk each week'],
  ),
  yangge: theme(
    'interest',
    'loneliness',
    lonely,
    ['秧歌', 'Yangge dance'],
    ['活动身子，热闹热闹', 'Move, and be merry together'],
  ),
  singing: theme(
    'interest',
    'gds-15',
    low,
    ['唱老歌', 'Old songs'],
    ['唱唱年轻时候的歌，心里敞亮', 'Sing the songs of one’s youth'],
  ),
  company: theme(
    'need',
    'loneliness',
    lonely,
    ['说说话', 'Somebody to talk to'],
    ['一个人住的老人，每周有人听、有话说', 'Who lives alone is heard each week'],
  ),
  grief: theme(
    'need',
    'gds-15',
    low,
    ['走出来', 'After a loss'],
    ['失去亲人的老人互相陪着走一段', 'Who has lost somebody goes a way together'],
  ),
  memory: theme(
    'need',
    'gds-15',
    low,
    ['练记性', 'Memory exercise'],
    ['用老照片、算账、认物练记性', 'Train memory with photos, sums and things'],
  ),
  chronic: theme(
    'need',
    'frail',
    frail,
    ['慢病互助', 'Living with a chronic illness'],
    ['一起记血压、学用药、学吃饭', 'Learn about pressure, medicine and food together'],
  ),
  carers: theme(
    'need',
    'carer-strain',
    ['strained', 'exhausted'],
    ['照顾者互助', 'Who cares for somebody'],
    ['照顾老伴的人歇口气、学几手', 'Who cares for a spouse rests and learns'],
  ),
  walking: theme(
    'need',
    'frail',
    frail,
    ['练腿脚', 'Strong legs'],
    ['练腿劲，少摔跤', 'Stronger legs, fewer falls'],
  ),
};
