import * as routes from '@shared/visits/visits.contract';
import { serve, serveRoom } from '../platform/serve';
import { cancelVisit } from './cancel-visit';
import { checkInToVisit } from './check-in';
import { checkOutOfVisit } from './check-out';
import { confirmVisit } from './confirm-visit';
import { disputeVisit } from './dispute-visit';
import { readCodeOfHome } from './home-code';
import { keepVisitLog } from './keep-log';
import { listForAttention, listMine, listOfElder } from './list-visits';
import { readElderToday } from './read-today';
import { readOneVisit } from './read-visit';
import { rescheduleVisit } from './reschedule-visit';
import { resolveVisit } from './resolve-visit';

export const served = [
  serve(routes.listMyVisits, listMine),
  serve(routes.listElderVisits, listOfElder),
  serve(routes.readToday, readElderToday),
  serve(routes.readHomeCode, readCodeOfHome),
  serve(routes.readVisit, readOneVisit),
  serve(routes.listAttention, listForAttention),
  serve(routes.checkIn, checkInToVisit),
  serve(routes.keepLog, keepVisitLog),
  serve(routes.checkOut, checkOutOfVisit),
  serve(routes.confirmVisit, confirmVisit),
  serve(routes.disputeVisit, disputeVisit),
  serve(routes.resolveVisit, resolveVisit),
  serve(routes.cancelVisit, cancelVisit),
  serve(routes.rescheduleVisit, rescheduleVisit),
];

export const handler = serveRoom(served);
