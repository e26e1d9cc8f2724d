import * as carePlan from '@shared/cases/care-plan.contract';
import * as changes from '@shared/cases/case-change.contract';
import * as routes from '@shared/cases/cases.contract';
import * as proposals from '@shared/cases/proposals.contract';
import * as referral from '@shared/cases/referral.contract';
import * as supervision from '@shared/cases/supervision.contract';
import { serve, serveRoom } from '../platform/serve';
import { arrangeIntervention } from './arrange-intervention';
import { readCarePlans } from './care-plan';
import { answerTransfer, changeCase, signCase } from './change-case';
import { listCases } from './list-cases';
import { listNeeds } from './list-needs';
import { commentOnPlan, noteCase } from './note-case';
import { openCase, referCase } from './open-case';
import { answerProposal, listProposals } from './proposals';
import { readCase } from './read-case';
import { readPurpose } from './read-purpose';
import { stepCase } from './step-case';
import { listColleagues, listReadings, setCaseDesk } from './supervise';

export const served = [
  serve(routes.listCases, listCases),
  serve(referral.openCase, openCase),
  serve(referral.referCase, referCase),
  serve(routes.readCase, readCase),
  serve(routes.stepCase, stepCase),
  serve(changes.changeCase, changeCase),
  serve(supervision.answerTransfer, answerTransfer),
  serve(supervision.signCase, signCase),
  serve(changes.noteCase, noteCase),
  serve(changes.arrangeIntervention, arrangeIntervention),
  serve(supervision.listReadings, listReadings),
  serve(supervision.listColleagues, listColleagues),
  serve(supervision.setCaseDesk, setCaseDesk),
  serve(referral.listNeeds, listNeeds),
  serve(carePlan.readCarePlans, readCarePlans),
  serve(carePlan.commentOnPlan, commentOnPlan),
  serve(carePlan.readPurpose, readPurpose),
  serve(proposals.listProposals, listProposals),
  serve(proposals.answerProposal, answerProposal),
];

export const handler = serveRoom(served);
