import type { SpokenText } from '../history/history.contract';
import type { EvidenceKind } from './evidence';
import type { ProgrammeKind, ProgrammeStatus } from './programme';
import type { ResourceKind } from './resource';

const spoken = (zh: string, en: string): SpokenText => ({ zh, en });

export const programmeKindWords: Readonly<Record<ProgrammeKind, SpokenText>> = {
  advocacy: spoken('政策倡导', 'Policy advocacy'),
  participation: spoken('社区参与', 'Participation'),
  environment: spoken('环境改善', 'Environment'),
  resources: spoken('资源挖掘', 'Resources'),
  support: spoken('社会支持', 'Social support'),
  facilities: spoken('设施建设', 'Facilities'),
  education: spoken('社区教育', 'Education'),
};
export const programmeStateWords: Readonly<Record<ProgrammeStatus, SpokenText>> = {
  planning: spoken('正在策划', 'Planning'),
  running: spoken('正在进行', 'Running'),
  evaluated: spoken('已评估', 'Evaluated'),
  closed: spoken('已结束', 'Closed'),
};
export const resourceKindWords: Readonly<Record<ResourceKind, SpokenText>> = {
  people: spoken('人', 'People'),
  places: spoken('地方', 'Places'),
  money: spoken('钱物', 'Money'),
  skills: spoken('手艺', 'Skills'),
};
export const evidenceWords: Readonly<Record<EvidenceKind, SpokenText>> = {
  unmet: spoken('请不到人的服务', 'Help that nobody could give'),
  noticed: spoken('留意到的难处', 'Needs that were noticed'),
  level: spoken('老人的能力等级', 'Levels of ability'),
  mood: spoken('量表里看出来的', 'What the scales show'),
};
