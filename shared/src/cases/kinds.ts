import type { CaseKind, CaseTemplate, GoalTemplate } from './kind';

const goal = (
  words: readonly [zh: string, en: string],
  ...levels: readonly (readonly [zh: string, en: string])[]
): GoalTemplate => {
  const [a, b, c, d, e] = levels.map(([zh, en]) => ({ zh, en }));
  if (!a || !b || !c || !d || !e) throw new Error(`${words[1]} needs five levels`);
  return { words: { zh: words[0], en: words[1] }, levels: [a, b, c, d, e] };
};

const company = goal(
  ['想有人说说话', 'I want somebody to talk to'],
  ['整天没有人说话', 'Nobody to talk to all day'],
  ['一星期和人说话一次', 'Talks with somebody once a week'],
  ['一星期至少三次和人相处', 'With people three times a week'],
  ['几乎每天都和人相处', 'With people almost every day'],
  ['每天有人，还常去串门', 'Every day, and visits others'],
);
const sleep = goal(
  ['夜里能睡个踏实觉', 'I want to sleep through the night'],
  ['几乎整夜睡不着', 'Hardly sleeps'],
  ['睡两三个小时', 'Two or three hours'],
  ['能睡五个小时', 'Five hours'],
  ['能睡六个小时', 'Six hours'],
  ['睡得好，白天有精神', 'Sleeps well, awake by day'],
);
const medicine = goal(
  ['药按时吃上', 'I want to take my medicine in time'],
  ['常常忘了吃', 'Often forgotten'],
  ['一星期漏三四次', 'Missed three or four times a week'],
  ['一星期最多漏一次', 'Missed once a week at most'],
  ['一个月最多漏一次', 'Missed once a month at most'],
  ['不用人提醒，都按时', 'Always in time, unreminded'],
);
const rest = goal(
  ['能歇一歇，有人替我一会儿', 'I want a rest while somebody takes over'],
  ['一点歇的时间都没有', 'No rest at all'],
  ['一个月歇半天', 'Half a day a month'],
  ['一星期歇半天', 'Half a day a week'],
  ['一星期歇一天', 'A day a week'],
  ['想歇的时候有人替', 'Whenever needed'],
);
const comfort = goal(
  ['不遭罪，家里人在身边', 'I want no pain, and my family near'],
  ['疼得厉害，身边没人', 'Much pain, nobody near'],
  ['常常疼，偶尔有人', 'Often in pain, somebody now and then'],
  ['疼得轻，每天有人陪', 'Little pain, company each day'],
  ['大多不疼，家里人常在', 'Mostly no pain, family often there'],
  ['安安稳稳，想见的人都见着了', 'At peace, has seen whom they wished'],
);
const outOfDoors = goal(
  ['认得回家的路，记得要紧的事', 'I want to know the way home and what matters'],
  ['在家也认不清', 'Lost at home'],
  ['只认得自己屋', 'Knows the own room only'],
  ['家附近认得，每天做一次练习', 'Knows the lane; practises daily'],
  ['村里认得', 'Knows the village'],
  ['自己去串门、能回来', 'Visits alone and comes back'],
);
const supplies = goal(
  ['米面煤火不发愁', 'I want food and coal without worry'],
  ['常断顿、没煤烧', 'Often without food or coal'],
  ['将就着够', 'Barely enough'],
  ['吃的、烧的够一个月', 'A month of food and coal'],
  ['该有的补贴都领上了', 'Receives every allowance due'],
  ['手里有余钱', 'A little to spare'],
);
const safety = goal(
  ['在家不害怕', 'I want to be safe at home'],
  ['天天担惊受怕', 'Afraid every day'],
  ['常常害怕', 'Often afraid'],
  ['一个月没有再发生', 'Nothing for a month'],
  ['三个月没有再发生', 'Nothing for three months'],
  ['心里踏实，有事知道找谁', 'At ease, knows whom to call'],
);

type Given = Partial<CaseTemplate> & Pick<CaseTemplate, 'name' | 'instruments' | 'goals' | 'services'>;
const kind = (code: CaseKind, given: Given): CaseTemplate => ({
  code,
  restricted: false,
  signOff: false,
  reviewDays: 30,
  steps: [],
  ...given,
});

export const caseKinds: Readonly<Record<CaseKind, CaseTemplate>> = {
  cognitive: kind('cognitive', {
    name: { zh: '认知辅导', en: 'Cognitive counselling' },
    instruments: ['gbt-42195'],
    goals: [outOfDoors, company],
    services: ['cognition', 'company'],
  }),
  companionship: kind('companionship', {
    name: { zh: '精神陪护', en: 'Companionship' },
    instruments: ['loneliness', 'gds-15'],
    goals: [company],
    services: ['company', 'phone-help'],
  }),
  hospice: kind('hospice', {
    name: { zh: '临终关怀', en: 'Hospice care' },
    instruments: ['barthel'],
    signOff: true,
    reviewDays: 7,
    steps: [
      {
        code: 'wishes',
        before: 'planning',
        zh: '问过老人最后的心愿，记下原话',
        en: 'Asked for the last wishes, in their words',
      },
      {
        code: 'doctor',
        before: 'intervention',
        zh: '和医生商量过止痛和用药',
        en: 'Pain and medicine agreed with a doctor',
      },
    ],
    goals: [comfort],
    services: ['hospice', 'company'],
  }),
  grief: kind('grief', {
    name: { zh: '丧偶哀伤', en: 'Grief' },
    instruments: ['gds-15', 'loneliness'],
    reviewDays: 14,
    steps: [
      {
        code: 'despair',
        before: 'planning',
        zh: '当面问过有没有不想活的念头，有就当天请医生',
        en: 'Asked about not wanting to live; a doctor the same day if so',
      },
    ],
    goals: [company, sleep],
    services: ['counselling', 'company', 'chess'],
  }),
  chronic: kind('chronic', {
    name: { zh: '慢病照护', en: 'Chronic illness' },
    instruments: ['gbt-42195', 'frail'],
    goals: [medicine],
    services: ['measuring', 'reminder', 'escort'],
  }),
  carer_strain: kind('carer_strain', {
    name: { zh: '照顾者压力', en: "Carer's strain" },
    instruments: ['carer-strain'],
    reviewDays: 14,
    goals: [rest],
    services: ['company', 'meal', 'bathing'],
  }),
  poverty: kind('poverty', {
    name: { zh: '生活困难', en: 'Poverty' },
    instruments: ['gbt-42195'],
    steps: [
      {
        code: 'benefits',
        before: 'intervention',
        zh: '查过低保、特困、高龄津贴能不能办',
        en: 'Checked which allowances are due',
      },
    ],
    goals: [supplies],
    services: ['firewood', 'shopping', 'meal-delivery'],
  }),
  // Village committees and social work organisations must report violence against somebody who cannot fully
  // protect themself to the police: Anti-Domestic Violence Law of the PRC, article 14.
  abuse: kind('abuse', {
    name: { zh: '疑似虐待或忽视', en: 'Suspected abuse or neglect' },
    instruments: ['gds-15'],
    restricted: true,
    signOff: true,
    reviewDays: 7,
    steps: [
      {
        code: 'safety',
        before: 'assessment',
        zh: '二十四小时内见到老人，确认眼下安全',
        en: 'Saw the elder within 24 hours and made sure they are safe now',
      },
      {
        code: 'report',
        before: 'assessment',
        zh: '按反家暴法商量过要不要报警，写明决定和理由',
        en: 'Decided on a report to the police, with reasons (Anti-Domestic Violence Law, art. 14)',
      },
      {
        code: 'safety_plan',
        before: 'intervention',
        zh: '和老人定好安全计划：害怕时去哪儿、找谁',
        en: 'A safety plan with the elder: where to go and whom to call',
      },
    ],
    goals: [safety],
    services: ['company'],
  }),
};
