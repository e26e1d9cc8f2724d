import { type Item, levels } from '../instrument';

const clarity = ['Clear', 'Mostly clear', 'In part', 'Hardly', 'Not at all'];
const mind = (
  code: string,
  zh: string,
  en: string,
  texts: readonly string[],
  english: readonly string[] = clarity,
): Item => ({ code, domain: 'mind', zh, en, options: levels(texts.length - 1, texts, english) });

/** 精神状态: six items of four points, aggression and depression one each, consciousness two: 28. */
export const mentalState: readonly Item[] = [
  mind('time', '知道今天是哪年哪月哪天、上午还是下午', 'Knows year, month, day and time of day', [
    '都清楚',
    '年月知道，日子说错一两天',
    '知道大概是几月或什么季节',
    '只分得清白天晚上',
    '都不知道',
  ]),
  mind('place', '知道自己在哪儿，认得路', 'Knows where they are and finds the way', [
    '出远门也认得路',
    '村里村外认得路',
    '只在家附近认得路',
    '只认得自己家、自己屋',
    '家里也认不清',
  ]),
  mind('person', '认得家人、邻居、常见的人', 'Recognises family, neighbours and others', [
    '都认得，叫得出关系',
    '常见的人认得',
    '只认得家里人',
    '只认得照顾自己的人',
    '谁也认不得',
  ]),
  mind('memory', '记得刚才的事和最近的事', 'Remembers what just happened and recent things', [
    '都记得',
    '偶尔忘事',
    '最近的事常忘',
    '刚说的话就忘',
    '什么都记不住',
  ]),
  mind('understanding', '听得懂别人说的话', 'Understands what others say', [
    '都听得懂',
    '说慢一点、重复一下能懂',
    '只懂简单的话',
    '要靠手势、表情',
    '听不懂',
  ]),
  mind('expression', '说得出自己的意思', 'Can say what they mean', [
    '说得清楚',
    '要多给点时间能说清',
    '只能说简单的词句',
    '靠手势、表情',
    '表达不了',
  ]),
  mind(
    'aggression',
    '最近一个月有没有打人、骂人、摔东西',
    'Hitting, cursing or throwing things in the past month',
    ['没有', '有过'],
    ['No', 'Yes'],
  ),
  mind(
    'depression',
    '最近有没有一直情绪低落、不爱说话、不想活的念头',
    'Low mood, silence or thoughts of not living, lately',
    ['没有', '有过'],
    ['No', 'Yes'],
  ),
  mind(
    'consciousness',
    '人清不清醒',
    'How awake they are',
    ['清醒', '嗜睡，叫得醒', '昏睡或昏迷，叫不醒'],
    ['Awake', 'Drowsy, can be woken', 'Stuporous or in coma'],
  ),
];

const sense = (
  code: string,
  zh: string,
  en: string,
  texts: readonly string[],
  english: readonly string[],
) => ({
  code,
  domain: 'society',
  zh,
  en,
  options: levels(texts.length - 1, texts, english),
});
const doing = ['Alone', 'Mostly alone', 'In part', 'Hardly', 'Not at all'];

/** 感知觉与社会参与: 2 + 2 + 4 + 3 + 4 = 15. Transport has three points, not four. */
export const sensesAndSociety: readonly Item[] = [
  sense(
    'sight',
    '看东西（平常戴眼镜就戴着）',
    'Sight, with glasses if worn',
    ['看得清书报', '只看得清大字或大致轮廓', '看不清或看不见'],
    ['Reads print', 'Sees large print or outlines', 'Hardly or not at all'],
  ),
  sense(
    'hearing',
    '听声音（平常戴助听器就戴着）',
    'Hearing, with a hearing aid if worn',
    ['听得清平常说话', '要大声说才听得见', '听不清或听不见'],
    ['Hears normal speech', 'Hears loud speech', 'Hardly or not at all'],
  ),
  sense(
    'daily_affairs',
    '管钱、买东西、吃药、打电话这些日常的事',
    'Daily affairs: money, shopping, medicine, telephone',
    ['都能自己办', '大多能自己办', '一部分要人帮', '大部分要人帮', '都要人办'],
    doing,
  ),
  sense(
    'transport',
    '坐车或骑车出门',
    'Going out by vehicle',
    ['自己能坐车或骑车出门', '有人陪着能坐车', '要人帮着上下车', '出不了门'],
    ['Alone', 'With company', 'With help in and out', 'Cannot'],
  ),
  sense(
    'contact',
    '和别人来往、说话、参加活动',
    'Contact with others: talking, taking part',
    ['常和人来往', '有人叫就去', '很少主动，人来了能应付', '不大愿意见人', '不和人来往'],
    ['Often', 'When asked', 'Rarely, copes when visited', 'Unwilling', 'None'],
  ),
];
