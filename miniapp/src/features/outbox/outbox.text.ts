const zh = {
  waiting: (count: number) => `${count} 条待传`,
  kept: '都记在手机里了，有信号会自动传。',
  now: '现在传',
  refusedTitle: '有一条没有传成',
  did: {
    checkIn: '签到',
    keepLog: '记录',
    checkOut: '签退',
    sayByCard: '老人的码卡',
    recordDuty: '看望的记录',
    sendFile: '照片或语音',
  } as Readonly<Record<string, string>>,
  something: '一条记录',
  at: (what: string, time: string) => `${time} ${what}`,
  again: '再试一次',
  giveUp: '这条不传了',
  giveUpAsk: '不传了，这条记录就没有了。确定吗？',
  giveUpYes: '不传了',
  keep: '留着',
  after: (count: number) => `后面还有 ${count} 条等着它。`,
};

const en: typeof zh = {
  waiting: (count) => `${count} to send`,
  kept: 'All of it is kept on this phone and goes out by itself once there is a signal.',
  now: 'Send now',
  refusedTitle: 'One could not be sent',
  did: {
    checkIn: 'Check-in',
    keepLog: 'Log entry',
    checkOut: 'Check-out',
    sayByCard: "The elder's card",
    recordDuty: 'Looking in',
    sendFile: 'Photo or voice note',
  },
  something: 'An entry',
  at: (what, time) => `${what}, ${time}`,
  again: 'Try again',
  giveUp: 'Do not send it',
  giveUpAsk: 'Then this entry is gone. Are you sure?',
  giveUpYes: 'Drop',
  keep: 'Keep',
  after: (count) => `${count} more wait behind it.`,
};

export const outboxText = { 'zh-CN': zh, en };
