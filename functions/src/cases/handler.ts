import * as routes from '@shared/cases/cases.contract';
import { serve, serveRoom } from '../platform/serve';
import { arrangeIntervention } from './arrange-intervention';
import { readCarePlans } from './care-plan';
import { answerTransfer, changeCase, signCase } from './change-case';
import { listCases } from './list-cases';
import { listNeeds } from './list-needs';
import { commentOnPlan, noteCase } from './note-case';
import { openCase, referCase } from './open-case';
import { readCase } from './read-case';
import { stepCase } from './step-case';
import { listColleagues, listReadings, setCaseDesk } from './supervise';

export const served = [
  serve(routes.listCases, listCases),
  serve(routes.openCase, openCase),
  serve(routes.referCase, referCase),
  serve(routes.readCase, readCase),
  serve(routes.stepCase, stepCase),
  serve(routes.changeCase, changeCase),
  serve(routes.answerTransfer, answerTransfer),
  serve(routes.signCase, signCase),
  serve(routes.noteCase, noteCase),
  serve(routes.arrangeIntervention, arrangeIntervention),
  serve(routes.listReadings, listReadings),
  serve(routes.listColleagues, listColleagues),
  serve(routes.setCaseDesk, setCaseDesk),
  serve(routes.listNeeds, listNeeds),
  serve(routes.readCarePlans, readCarePlans),
  serve(routes.commentOnPlan, commentOnPlan),
];

export const handler = serveRoom(served);
