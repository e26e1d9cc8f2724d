import { dictionary } from '@/i18n/dictionary';

export const referralText = dictionary({
  'zh-CN': {
    open: '请社工看看',
    title: (name: string) => `请社工看看${name}`,
    note: '县里的社工三天内会看。谁提的会记下来，别的人看不到。',
    kind: '是哪方面的难处？',
    text: '怎么回事，写一两句',
    send: '转给社工',
  },
  en: {
    open: 'Ask a social worker',
    title: (name: string) => `Ask a social worker to see ${name}`,
    note: 'A social worker of the county looks within three days. Who asked is recorded, and nobody else sees it.',
    kind: 'What is it about?',
    text: 'What is the matter, in a sentence or two',
    send: 'Hand on',
  },
});
