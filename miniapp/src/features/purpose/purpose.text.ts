import { dictionary } from '@/i18n/dictionary';

export const purposeText = dictionary({
  'zh-CN': {
    title: '这是为了什么',
    wish: (words: string) => `老人的愿望：「${words}」`,
    now: (now: string, hoped: string) => `现在：${now}；盼着：${hoped}`,
    by: (name: string) => `社工${name}的照护计划里安排的`,
    askWorker: (name: string) => `社工${name}安排的，有事可以问她`,
    open: '看计划',
  },
  en: {
    title: 'What this is for',
    wish: (words: string) => `The elder's wish: “${words}”`,
    now: (now: string, hoped: string) => `Now: ${now}; hoped: ${hoped}`,
    by: (name: string) => `Arranged in the care plan of ${name}, social worker`,
    askWorker: (name: string) => `Arranged by ${name}, social worker, who can be asked about it`,
    open: 'Open the plan',
  },
});
