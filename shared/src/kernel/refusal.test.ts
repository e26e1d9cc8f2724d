import { describe, expect, it } from '@jest/globals';
import { refusalSentences, spoken } from './refusal';

const rows = Object.entries(refusalSentences);
const sentencesIn = (text: string): number => text.match(/[。？.!?]/g)?.length ?? 0;
/** Words of the workshop, which nobody reads aloud to an old person. */
const technicalZh = /请求|格式|编号|参数|数据|字段|权限|系统|接口|状态|设置|会话|令牌|授权/;
const technicalEn =
  /\b(JSON|body|id|token|session|field|request body|command|persona|recurrence|kinship|span|invalid|format|stage|address|record is)\b/i;

describe('refusals', () => {
  it.each(rows)('%s is said in a Chinese and an English sentence, two at the most and short', (_, [
    zh,
    en,
  ]) => {
    expect(zh).toMatch(/^[^a-zA-Z_]+[。？]$/);
    expect(en).toMatch(/^[A-Z].+\.$/);
    for (const text of [zh, en]) expect(sentencesIn(text)).toBeLessThanOrEqual(2);
    expect(zh.length).toBeLessThanOrEqual(40);
    expect(en.length).toBeLessThanOrEqual(110);
  });

  it.each(rows)('%s holds no word of the workshop', (_, [zh, en]) => {
    expect(zh).not.toMatch(technicalZh);
    expect(en).not.toMatch(technicalEn);
  });

  it('carry the field they are about', () => {
    expect(spoken({ code: 'time_past', field: 'body.startsAt' })).toMatchObject({
      code: 'time_past',
      field: 'body.startsAt',
    });
  });
});
