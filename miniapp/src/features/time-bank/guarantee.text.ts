const zh = {
  open: '请保障金来付',
  title: '由县保障金请人上门？',
  note: '附近没有志愿者能来时才用。县里付钱请机构的人，老人的时间照样算数，不用另外付钱。',
  why: '为什么没人能来',
  whyHint: '比如：问过三位邻居，都去不了',
  send: '由保障金来付',
  promised: (yuan: string) => `保障金已留出 ${yuan}，请选一位服务人员`,
};

const en: typeof zh = {
  open: 'Let the fund pay',
  title: 'Let the county fund pay someone?',
  note: 'Only where no volunteer can come. The county pays someone of an organisation; the elder gives minutes and no money.',
  why: 'Why nobody can come',
  whyHint: 'For example: asked three neighbours, none can',
  send: 'The fund pays',
  promised: (yuan) => `The fund keeps ${yuan}; now choose a care worker`,
};

export const guaranteeText = { 'zh-CN': zh, en };
