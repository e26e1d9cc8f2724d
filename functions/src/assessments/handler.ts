import * as routes from '@shared/assessments/assessments.contract';
import { serve, serveRoom } from '../platform/serve';
import { beginAssessment } from './begin-assessment';
import { abandonAssessment, answerSecond, saveAnswers, submitAssessment } from './change-assessment';
import { listElderAssessments, listWaiting, readAssessment } from './read-assessments';

export const served = [
  serve(routes.beginAssessment, beginAssessment),
  serve(routes.readAssessment, readAssessment),
  serve(routes.listElderAssessments, listElderAssessments),
  serve(routes.listWaiting, listWaiting),
  serve(routes.saveAnswers, saveAnswers),
  serve(routes.submitAssessment, submitAssessment),
  serve(routes.answerSecond, answerSecond),
  serve(routes.abandonAssessment, abandonAssessment),
];

export const handler = serveRoom(served);
