const zh = {
  title: '请您作个证',
  ask: (helper: string, time: string, elder: string, side: 'check_in' | 'check_out') =>
    `${helper}说 ${time} ${side === 'check_in' ? '到了' : '从'}${elder}家${side === 'check_in' ? '' : '离开'}，请您作证。`,
  note: '您当时也在场、亲眼看见了才算。是帮手家的亲戚，就不要作证。',
  yes: '我看见了',
  no: '没看见',
  sure: (helper: string) => `您当时在场，也不是${helper}的亲戚，对吗？`,
  sureYes: '看见了',
  sureNo: (helper: string) => `您没有看见${helper}，对吗？协理员会去核实。`,
  sureNoYes: '没有看见',
  back: '返回',
};
const en: typeof zh = {
  title: 'You were named as witness',
  ask: (helper, time, elder, side) =>
    `${helper} says they ${side === 'check_in' ? 'came to' : 'left'} ${elder}'s home at ${time}.`,
  note: 'Only if you were there and saw it. Not if you are family of the helper.',
  yes: 'I saw it',
  no: 'I did not',
  sure: (helper) => `You were there, and are not of ${helper}'s family?`,
  sureYes: 'Yes',
  sureNo: (helper) => `You did not see ${helper}? The coordinator will look into it.`,
  sureNoYes: 'Sure',
  back: 'Back',
};
export const witnessText = { 'zh-CN': zh, en };
