import * as z from 'zod';

/** Crockford base-32 ULID behind a prefix that says whose it is: `elder_01J…`. */
const prefixed = <Brand extends string>(prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`))
    .brand<Brand>();

export const personId = prefixed<'PersonId'>('person');
export const elderId = prefixed<'ElderId'>('elder');
export const helperId = prefixed<'HelperId'>('helper');
export const organizationId = prefixed<'OrganizationId'>('org');
export const requestId = prefixed<'RequestId'>('request');
export const seriesId = prefixed<'SeriesId'>('series');
export const offerId = prefixed<'OfferId'>('offer');
export const visitId = prefixed<'VisitId'>('visit');
export const entryId = prefixed<'EntryId'>('entry');
export const historyId = prefixed<'HistoryId'>('history');
export const grantId = prefixed<'GrantId'>('grant');
export const sessionId = prefixed<'SessionId'>('session');
export const assessmentId = prefixed<'AssessmentId'>('assessment');
export const caseId = prefixed<'CaseId'>('case');
export const proposalId = prefixed<'ProposalId'>('proposal');
export const goalId = prefixed<'GoalId'>('goal');
export const interventionId = prefixed<'InterventionId'>('intervention');
export const warningId = prefixed<'WarningId'>('warning');
export const alertId = prefixed<'AlertId'>('alert');
export const callId = prefixed<'CallId'>('call');
export const groupId = prefixed<'GroupId'>('group');
export const groupSessionId = prefixed<'GroupSessionId'>('groupsession');
export const programmeId = prefixed<'ProgrammeId'>('programme');
export const activityId = prefixed<'ActivityId'>('activity');
export const resourceId = prefixed<'ResourceId'>('resource');
export const briefId = prefixed<'BriefId'>('brief');
/** Minted and stored by the phone before it sends, so that a repeat is recognised. */
export const commandId = prefixed<'CommandId'>('command');

export type PersonId = z.infer<typeof personId>;
export type ElderId = z.infer<typeof elderId>;
export type HelperId = z.infer<typeof helperId>;
export type OrganizationId = z.infer<typeof organizationId>;
export type RequestId = z.infer<typeof requestId>;
export type SeriesId = z.infer<typeof seriesId>;
export type OfferId = z.infer<typeof offerId>;
export type VisitId = z.infer<typeof visitId>;
export type EntryId = z.infer<typeof entryId>;
export type HistoryId = z.infer<typeof historyId>;
export type GrantId = z.infer<typeof grantId>;
export type SessionId = z.infer<typeof sessionId>;
export type AssessmentId = z.infer<typeof assessmentId>;
export type CaseId = z.infer<typeof caseId>;
export type ProposalId = z.infer<typeof proposalId>;
export type GoalId = z.infer<typeof goalId>;
export type InterventionId = z.infer<typeof interventionId>;
export type WarningId = z.infer<typeof warningId>;
export type AlertId = z.infer<typeof alertId>;
export type CallId = z.infer<typeof callId>;
export type GroupId = z.infer<typeof groupId>;
export type GroupSessionId = z.infer<typeof groupSessionId>;
export type ProgrammeId = z.infer<typeof programmeId>;
export type ActivityId = z.infer<typeof activityId>;
export type ResourceId = z.infer<typeof resourceId>;
export type BriefId = z.infer<typeof briefId>;
export type CommandId = z.infer<typeof commandId>;

export type IdPrefix =
  | 'person'
  | 'elder'
  | 'helper'
  | 'org'
  | 'request'
  | 'series'
  | 'offer'
  | 'visit'
  | 'entry'
  | 'history'
  | 'grant'
  | 'session'
  | 'assessment'
  | 'case'
  | 'goal'
  | 'intervention'
  | 'alert'
  | 'call'
  | 'group'
  | 'groupsession'
  | 'programme'
  | 'activity'
  | 'resource'
  | 'brief'
  | 'warning'
  | 'command';
