import type { SpokenText } from '../history/history.contract';
import type { GroupIn, GroupStatus } from './group';
import type { Absence, GroupSession } from './group-session';
import type { WorkerDuty } from './worker';

const spoken = (zh: string, en: string): SpokenText => ({ zh, en });

export const groupWordsOf: Readonly<Record<GroupStatus, SpokenText>> = {
  forming: spoken('招组员', 'Forming'),
  running: spoken('正在活动', 'Running'),
  evaluated: spoken('已评估', 'Evaluated'),
  closed: spoken('已结束', 'Closed'),
};
export const sessionStateWords: Readonly<Record<GroupSession['status'], SpokenText>> = {
  planned: spoken('安排好了', 'Planned'),
  held: spoken('开过了', 'Held'),
  cancelled: spoken('取消了', 'Called off'),
};
export const absenceWords: Readonly<Record<Absence, SpokenText>> = {
  ill: spoken('身体不舒服', 'Unwell'),
  away: spoken('出门了', 'Away'),
  weather: spoken('天气不好', 'Weather'),
  forgot: spoken('忘了', 'Forgot'),
  unwilling: spoken('不想来', 'Did not want to'),
  unknown: spoken('不知道', 'Not known'),
};
export const dutyWords: Readonly<Record<WorkerDuty, SpokenText>> = {
  planning: spoken('策划', 'Planning'),
  coordinating: spoken('协调', 'Coordinating'),
  enabling: spoken('带动', 'Enabling'),
};
export const groupReasonWords: Readonly<Record<GroupIn<'closed'>['closing']['reason'], SpokenText>> = {
  goals_met: spoken('目标达到了', 'Its purpose is met'),
  ended: spoken('原定的次数办完了', 'All sessions are held'),
  too_few: spoken('人太少，没办起来', 'Too few came'),
  merged: spoken('并到别的小组了', 'Joined another group'),
};
