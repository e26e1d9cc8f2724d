import * as elderWord from '@shared/visits/elder-word.contract';
import * as routes from '@shared/visits/visits.contract';
import * as witness from '@shared/visits/witness.contract';
import { serve, serveRoom } from '../platform/serve';
import { callElderBack, listVisitsToCallBack } from './call-back';
import { cancelVisit } from './cancel-visit';
import { checkInToVisit } from './check-in';
import { checkOutOfVisit } from './check-out';
import { makeNewCodeCard, readCodeCardState, voidOldCodeCard } from './code-card';
import { confirmVisit } from './confirm-visit';
import { disputeVisit } from './dispute-visit';
import { readCodeOfHome } from './home-code';
import { keepVisitLog } from './keep-log';
import { listForAttention, listMine, listOfElder } from './list-visits';
import { listOfWitnesses } from './list-witnesses';
import { listMyWitnessing } from './list-witnessing';
import { readElderToday } from './read-today';
import { readOneVisit } from './read-visit';
import { rescheduleVisit } from './reschedule-visit';
import { resolveVisit } from './resolve-visit';
import { sayByCodeCard } from './say-by-card';
import { settleOneException } from './settle-exception';
import { speakForVisit } from './witness-visit';

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
  serve(witness.listWitnesses, listOfWitnesses),
  serve(witness.listWitnessing, listMyWitnessing),
  serve(witness.witnessVisit, speakForVisit),
  serve(witness.settleException, settleOneException),
  serve(elderWord.readCodeCard, readCodeCardState),
  serve(elderWord.makeCodeCard, makeNewCodeCard),
  serve(elderWord.voidCodeCard, voidOldCodeCard),
  serve(elderWord.sayByCard, sayByCodeCard),
  serve(elderWord.listCallBacks, listVisitsToCallBack),
  serve(elderWord.callBack, callElderBack),
];

export const handler = serveRoom(served);
