import * as routes from '@shared/programmes/programmes.contract';
import { serve, serveRoom } from '../platform/serve';
import { changeProgramme } from './change-programme';
import { readEvidence } from './gather-evidence';
import { keepActivity } from './keep-activity';
import { answerBrief, listBriefs, readBrief, sendBrief } from './keep-briefs';
import { listResources, recordResource } from './keep-resources';
import { planProgramme } from './plan-programme';
import { listProgrammes, readProgramme } from './read-programmes';
import { stepProgramme } from './step-programme';

export const served = [
  serve(routes.listProgrammes, listProgrammes),
  serve(routes.planProgramme, planProgramme),
  serve(routes.readProgramme, readProgramme),
  serve(routes.changeProgramme, changeProgramme),
  serve(routes.stepProgramme, stepProgramme),
  serve(routes.keepActivity, keepActivity),
  serve(routes.listResources, listResources),
  serve(routes.recordResource, recordResource),
  serve(routes.readEvidence, readEvidence),
  serve(routes.sendBrief, sendBrief),
  serve(routes.listBriefs, listBriefs),
  serve(routes.readBrief, readBrief),
  serve(routes.answerBrief, answerBrief),
];

export const handler = serveRoom(served);
