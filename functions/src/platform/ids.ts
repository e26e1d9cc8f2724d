import type {
  ActivityId,
  AlertId,
  AssessmentId,
  BriefId,
  CallId,
  CaseId,
  CommandId,
  ElderId,
  EntryId,
  GoalId,
  GrantId,
  GroupId,
  GroupSessionId,
  HelperId,
  HistoryId,
  IdPrefix,
  InterventionId,
  OfferId,
  OrganizationId,
  PersonId,
  ProgrammeId,
  RequestId,
  ResourceId,
  SeriesId,
  SessionId,
  VisitId,
  WarningId,
} from '@shared/kernel/ids';
import { type Instant, millisOf } from '@shared/kernel/instant';
import { ulid } from 'ulid';

interface IdOf {
  person: PersonId;
  elder: ElderId;
  helper: HelperId;
  org: OrganizationId;
  request: RequestId;
  series: SeriesId;
  offer: OfferId;
  visit: VisitId;
  entry: EntryId;
  history: HistoryId;
  grant: GrantId;
  session: SessionId;
  assessment: AssessmentId;
  case: CaseId;
  goal: GoalId;
  intervention: InterventionId;
  alert: AlertId;
  call: CallId;
  group: GroupId;
  groupsession: GroupSessionId;
  programme: ProgrammeId;
  activity: ActivityId;
  resource: ResourceId;
  brief: BriefId;
  warning: WarningId;
  command: CommandId;
}

export type NewId = <P extends IdPrefix>(prefix: P) => IdOf[P];

/** Ids from a clock and a source of chance, so that tests and the seed can make the same ones again. */
export const idSource =
  (clock: () => Instant, random: () => number): NewId =>
  <P extends IdPrefix>(prefix: P) =>
    `${prefix}_${ulid(millisOf(clock()), random)}` as IdOf[P];
