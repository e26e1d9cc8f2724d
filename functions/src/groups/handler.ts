import * as routes from '@shared/groups/groups.contract';
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
  serve(routes.answerGroup, answerGroup),
  serve(routes.stepGroup, stepGroup),
  serve(routes.suggestMembers, suggestMembers),
  serve(routes.listGroupWorkers, listGroupWorkers),
  serve(routes.keepAttendance, keepAttendance),
  serve(routes.mendAttendance, mendAttendance),
  serve(routes.listWorkSessions, listWorkSessions),
  serve(routes.listElderGroups, listElderGroups),
];

export const handler = serveRoom(served);
