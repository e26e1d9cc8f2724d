const zh = {
  title: '时间核实',
  waiting: (count: number) => `时间核实：${count} 笔等第二位看`,
  lead: '下面的时间先不记入，要两位工作人员意见一致才算数。',
  none: '没有要核实的时间',
  noneNote: '有疑点的时间会自动出现在这里，不会悄悄记入。',
  minutes: (length: string) => `待记 ${length}`,
  said: (name: string, verdict: string, why: string) => `${name}：${verdict}（${why}）`,
  verdicts: { credit: '可以记', reject: '不能记' },
  credit: '可以记入',
  reject: '不能记入',
  why: '为什么这样判断',
  whyHint: '比如：给老人打过电话，确实来过',
  once: '已记下，还要另一位来看',
  done: '两位意见一致，已经处理',
  waitOther: '您已经看过，等另一位。',
  solvency: '时间银行的家底',
};

const en: typeof zh = {
  title: 'Time to verify',
  waiting: (count) => `Time to verify: ${count} waiting for a second look`,
  lead: 'These minutes are not credited yet: two members of staff have to agree.',
  none: 'Nothing to verify',
  noneNote: 'Doubtful minutes appear here by themselves; none is credited in silence.',
  minutes: (length) => `${length} waiting`,
  said: (name, verdict, why) => `${name}: ${verdict} (${why})`,
  verdicts: { credit: 'counts', reject: 'does not count' },
  credit: 'It counts',
  reject: 'It does not',
  why: 'Why you think so',
  whyHint: 'For example: called the elder, who confirmed it',
  once: 'Noted; someone else has to look too',
  done: 'Two agree; it is settled',
  waitOther: 'You have looked; waiting for someone else.',
  solvency: 'What the time bank owes',
};

export const flagsText = { 'zh-CN': zh, en };
