import * as briefs from '@shared/programmes/briefs.contract';
import * as routes from '@shared/programmes/programmes.contract';
import * as resources from '@shared/programmes/resources.contract';
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
  serve(resources.listResources, listResources),
  serve(resources.recordResource, recordResource),
  serve(briefs.readEvidence, readEvidence),
  serve(briefs.sendBrief, sendBrief),
  serve(briefs.listBriefs, listBriefs),
  serve(briefs.readBrief, readBrief),
  serve(briefs.answerBrief, answerBrief),
];

export const handler = serveRoom(served);
