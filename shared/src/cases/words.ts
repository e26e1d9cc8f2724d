import type { SpokenText } from '../history/history.contract';
import type { RequestStatus } from '../service-requests/request';
import type { VisitStatus } from '../visits/visit';
import type { CaseIn, CaseStatus } from './case-file';
import type { Payer } from './plan';
import type { ProposalSource } from './proposal';

const spoken = (zh: string, en: string): SpokenText => ({ zh, en });

/** The stages as a page names them. */
export const stageWords: Readonly<Record<CaseStatus, SpokenText>> = {
  referral: spoken('待接案', 'Referred'),
  declined: spoken('没有立案', 'Declined'),
  intake: spoken('接案', 'Intake'),
  assessment: spoken('预估', 'Assessment'),
  planning: spoken('计划', 'Planning'),
  intervention: spoken('介入', 'Intervention'),
  evaluation: spoken('评估', 'Evaluation'),
  closed: spoken('已结案', 'Closed'),
};

export const payerWords: Readonly<Record<Payer, SpokenText>> = {
  government: spoken('政府', 'Government'),
  community: spoken('村里', 'Village'),
  market: spoken('自费找机构', 'Paid organisation'),
  neighbours: spoken('邻里互助', 'Neighbours'),
  family: spoken('家里', 'Family'),
};

export const requestWords: Readonly<Record<RequestStatus, SpokenText>> = {
  open: spoken('正在找人', 'Looking'),
  matching: spoken('正在问人', 'Asking'),
  unmet: spoken('还没人能来，协理员在跟进', 'Nobody yet; with the coordinator'),
  taken_over: spoken('协理员在安排', 'With the coordinator'),
  scheduled: spoken('约好了', 'Arranged'),
  in_progress: spoken('正在上门', 'Under way'),
  completed: spoken('来过了', 'Done'),
  confirmed: spoken('来过了，已确认', 'Done and confirmed'),
  cancelled: spoken('取消了', 'Cancelled'),
  closed_unmet: spoken('没找到人', 'Nobody could come'),
};

export const visitWords: Readonly<Record<VisitStatus, SpokenText>> = {
  scheduled: spoken('约好了', 'Agreed'),
  checked_in: spoken('正在老人家', 'There now'),
  checked_out: spoken('来过了，等确认', 'Done, to be confirmed'),
  confirmed: spoken('来过了，已确认', 'Confirmed'),
  disputed: spoken('家属反映有问题', 'Disputed'),
  resolved: spoken('处理过了', 'Settled'),
  missed: spoken('没有来', 'Nobody came'),
  cancelled: spoken('取消了', 'Cancelled'),
};

/** Where something that was noticed came from. */
export const proposalWords: Readonly<Record<ProposalSource, SpokenText>> = {
  screening: spoken('量表', 'A scale'),
  vitals: spoken('身体读数', 'Readings'),
  sos: spoken('紧急求助', 'SOS'),
  visit: spoken('到访时留意到', 'Noticed at a visit'),
};

export const closingWords: Readonly<Record<CaseIn<'closed'>['closing']['reason'], SpokenText>> = {
  goals_met: spoken('目标达到了', 'The goals were met'),
  elder_wish: spoken('老人不想再继续', 'The elder does not want to go on'),
  moved: spoken('老人搬走了', 'Moved away'),
  died: spoken('老人过世了', 'Has died'),
  elsewhere: spoken('转到别的机构', 'Taken over elsewhere'),
  no_need: spoken('不再需要了', 'No longer needed'),
};
