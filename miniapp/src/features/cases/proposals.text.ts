import { dictionary } from '@/i18n/dictionary';

export const proposalsText = dictionary({
  'zh-CN': {
    title: '也许要接案',
    more: (count: number) => `还有 ${count} 条`,
    take: '接案',
    dismiss: '不用接',
    dismissTitle: '为什么不用接',
    dismissHint: '比如：医生已经在管、问过了没有事',
    dismissed: '记下了，不接',
    open: (worker: string, kind: string) => `${worker}已经在跟进：${kind}`,
    kind: '按哪一类接',
    taken: '接下了',
  },
  en: {
    title: 'Perhaps a case',
    more: (count: number) => `${count} more`,
    take: 'Take it up',
    dismiss: 'No case',
    dismissTitle: 'Why not',
    dismissHint: 'A doctor sees to it; asked, and all is well',
    dismissed: 'Noted, no case',
    open: (worker: string, kind: string) => `${worker} sees to it already: ${kind}`,
    kind: 'As what kind',
    taken: 'In hand',
  },
});
