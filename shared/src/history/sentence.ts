import type { Role } from '../kernel/role';
import { actionWords } from './action';
import type { HistoryEntry } from './history';
import type { SpokenText, ToldEntry } from './history.contract';

const roleWords: Readonly<Record<Role, readonly [zh: string, en: string]>> = {
  family: ['家属', 'family'],
  volunteer: ['志愿者', 'volunteer'],
  provider: ['服务人员', 'care worker'],
  elder: ['老人', 'elder'],
  coordinator: ['协理员', 'coordinator'],
  social_worker: ['社工', 'social worker'],
  official: ['主管部门', 'official'],
  operator: ['运营方', 'operator'],
};

/** 「家属 王建国 确认了这次到访：很细心」. Without a name (the account is gone) the role still speaks. */
export function historySentence(entry: HistoryEntry, name?: string): SpokenText {
  const [zh, en] = actionWords[entry.action];
  const why = entry.why === undefined || entry.why === '' ? undefined : entry.why;
  if (entry.by.kind === 'system')
    return {
      zh: why === undefined ? `${zh}。` : `${zh}：${why}`,
      en: why === undefined ? `Nuanlin: ${en}.` : `Nuanlin: ${en} (${why}).`,
    };
  const [roleZh, roleEn] = roleWords[entry.by.role];
  const whoZh = name === undefined ? roleZh : `${roleZh}${name}`;
  const whoEn = name === undefined ? `The ${roleEn}` : `${name} (${roleEn})`;
  return {
    zh: why === undefined ? `${whoZh}${zh}。` : `${whoZh}${zh}：${why}`,
    en: why === undefined ? `${whoEn} ${en}.` : `${whoEn} ${en}: ${why}`,
  };
}

export const told = (entry: HistoryEntry, name?: string): ToldEntry => ({
  entry,
  byName: entry.by.kind === 'system' ? '暖邻' : (name ?? roleWords[entry.by.role][0]),
  sentence: historySentence(entry, name),
});
