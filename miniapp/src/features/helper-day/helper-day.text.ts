const zh = {
  title: '日程',
  today: '今天的路线',
  coming: '接下来',
  earlier: '最近去过',
  none: '还没有约好的到访',
  noneNote: '接下一条邀请，就会出现在这里，连同地址和路怎么走。',
  status: {
    scheduled: '待上门',
    checked_in: '服务中',
    checked_out: '等家属确认',
    confirmed: '已完成',
    disputed: '核实中',
    resolved: '已处理',
    missed: '没有去',
    cancelled: '已取消',
  },
};

const en: typeof zh = {
  title: 'Schedule',
  today: "Today's route",
  coming: 'Coming',
  earlier: 'Lately',
  none: 'No visits arranged yet',
  noneNote: 'Accept an offer and it appears here, with the address and the way.',
  status: {
    scheduled: 'To come',
    checked_in: 'Under way',
    checked_out: 'Waiting for family',
    confirmed: 'Done',
    disputed: 'Being checked',
    resolved: 'Settled',
    missed: 'Missed',
    cancelled: 'Cancelled',
  },
};

export const helperDayText = { 'zh-CN': zh, en };
