import * as routes from '@shared/groups/groups.contract';
import * as membership from '@shared/groups/membership.contract';
import * as sessions from '@shared/groups/sessions.contract';
import { serve, serveRoom } from '../platform/serve';
import { answerGroup } from './answer-group';
import { changeGroup } from './change-group';
import { formGroup } from './form-group';
import { keepAttendance, mendAttendance } from './keep-attendance';
import { listElderGroups } from './list-elder-groups';
import { listGroups } from './list-groups';
import { listWorkSessions } from './list-work-sessions';
import { readGroup } from './read-group';
import { stepGroup } from './step-group';
import { listGroupWorkers, suggestMembers } from './suggest-members';

export const served = [
  serve(routes.listGroups, listGroups),
  serve(routes.formGroup, formGroup),
  serve(routes.readGroup, readGroup),
  serve(routes.changeGroup, changeGroup),
  serve(membership.answerGroup, answerGroup),
  serve(routes.stepGroup, stepGroup),
  serve(membership.suggestMembers, suggestMembers),
  serve(sessions.listGroupWorkers, listGroupWorkers),
  serve(sessions.keepAttendance, keepAttendance),
  serve(sessions.mendAttendance, mendAttendance),
  serve(sessions.listWorkSessions, listWorkSessions),
  serve(membership.listElderGroups, listElderGroups),
];

export const handler = serveRoom(served);
