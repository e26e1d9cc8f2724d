import { type Item, levels } from '../instrument';

const help = [
  'Alone',
  'With a reminder, or alone with an aid',
  'With a little hands-on help',
  'With much hands-on help',
  'Not at all: others do it',
];
const care = (code: string, zh: string, en: string, texts: readonly string[]): Item => ({
  code,
  domain: 'self_care',
  zh,
  en,
  options: levels(4, texts, help),
});

/** 自理能力: eight items of four points, 32 in all. */
export const selfCare: readonly Item[] = [
  care(
    'eating',
    '吃饭：自己用餐具把饭菜送到嘴里、咽下去',
    'Eating: bringing food to the mouth and swallowing it',
    [
      '自己能吃，不呛',
      '有人提醒，或用辅助餐具能吃，不呛',
      '要人搭把手，偶尔呛到',
      '大部分要人喂，常常呛到',
      '全靠人喂，或吞咽困难，或用胃管',
    ],
  ),
  care('grooming', '洗脸、刷牙、梳头、刮脸、剪指甲', 'Grooming: face, teeth, hair, shaving, nails', [
    '自己能做好',
    '有人提醒，或用辅助工具能做',
    '要人搭把手',
    '大部分要人帮',
    '全靠人做',
  ]),
  care('bathing', '洗澡：擦洗、冲洗身体', 'Bathing: washing and rinsing the body', [
    '自己能洗好',
    '有人提醒，或用辅助用具能洗',
    '要人搭把手',
    '大部分要人帮',
    '全靠人洗',
  ]),
  care('dressing_upper', '穿、脱上衣', 'Dressing the upper body', [
    '自己能穿能脱',
    '有人提醒，或用辅助用具能穿',
    '要人搭把手',
    '大部分要人帮',
    '全靠人穿',
  ]),
  care('dressing_lower', '穿、脱裤子和鞋袜', 'Dressing the lower body, shoes and socks', [
    '自己能穿能脱',
    '有人提醒，或用辅助用具能穿',
    '要人搭把手',
    '大部分要人帮',
    '全靠人穿',
  ]),
  {
    code: 'bladder',
    domain: 'self_care',
    zh: '小便：能不能憋住、自己控制',
    en: 'Bladder: holding and controlling urine',
    options: levels(
      4,
      [
        '能控制，白天晚上都不湿',
        '白天能控制，晚上有时湿；或自己会用尿管',
        '白天大多能控制，晚上控制不住',
        '有时能控制',
        '完全控制不住，或留置尿管',
      ],
      [
        'In control day and night',
        'In control by day; or manages a catheter alone',
        'Mostly in control by day, not at night',
        'Sometimes in control',
        'Never in control, or a catheter in place',
      ],
    ),
  },
  {
    code: 'bowel',
    domain: 'self_care',
    zh: '大便：能不能自己控制',
    en: 'Bowel: controlling stool',
    options: levels(
      4,
      ['能控制', '偶尔控制不住', '有时控制不住，要人提醒', '常常控制不住', '完全控制不住，要人处理'],
      [
        'In control',
        'A rare accident',
        'Some accidents, needs reminding',
        'Often not in control',
        'Never in control',
      ],
    ),
  },
  care('toileting', '上厕所：解衣、擦净、整理好', 'Toileting: undressing, cleaning, dressing again', [
    '自己能做好',
    '有人提醒，或用辅助用具能做',
    '要人搭把手',
    '大部分要人帮',
    '全靠人做',
  ]),
];

const move = (code: string, zh: string, en: string, texts: readonly string[]): Item => ({
  code,
  domain: 'movement',
  zh,
  en,
  options: levels(
    texts.length - 1,
    texts,
    texts.length === 4 ? help.filter((_, index) => index !== 1) : help,
  ),
});

/** 基础运动能力: 4 + 4 + 4 + 3 = 15. Stairs have three points, not four. */
export const movement: readonly Item[] = [
  move('turning', '在床上翻身、坐起', 'Turning and sitting up in bed', [
    '自己能行',
    '有人提醒，或扶着东西能行',
    '要人搭把手',
    '大部分要人帮',
    '全靠人翻身',
  ]),
  move('transfer', '从床上到椅子，再从椅子回床上', 'Moving between bed and chair', [
    '自己能行',
    '有人提醒，或扶着东西能行',
    '要人搭把手',
    '大部分要人帮',
    '全靠人抱',
  ]),
  move('walking', '在平地上走 50 米左右', 'Walking about 50 metres on level ground', [
    '自己能走',
    '有人看着，或拄拐、扶助行器能走',
    '要人扶一把',
    '大部分要人扶，或坐轮椅自己能动',
    '走不了',
  ]),
  move('stairs', '上下一层楼梯', 'Going up and down one flight of stairs', [
    '自己能上下',
    '扶栏杆、拄拐，或要人搭把手',
    '大部分要人帮',
    '上不了',
  ]),
];
