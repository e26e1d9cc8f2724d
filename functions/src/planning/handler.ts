import * as routes from '@shared/planning/planning.contract';
import { serve, serveRoom } from '../platform/serve';
import { drawPlan, lockStop, publishPlan, undoPlan } from './change-plan';
import { readPlan } from './read-plan';
import { previewRepair, repairPlan } from './repair-plan';

export const served = [
  serve(routes.readPlan, readPlan),
  serve(routes.drawPlan, drawPlan),
  serve(routes.lockStop, lockStop),
  serve(routes.undoPlan, undoPlan),
  serve(routes.publishPlan, publishPlan),
  serve(routes.previewRepair, previewRepair),
  serve(routes.repairPlan, repairPlan),
];

export const handler = serveRoom(served);
