import * as routes from '@shared/visit-duty/visit-duty.contract';
import * as rates from '@shared/visit-duty/visit-rates.contract';
import * as weather from '@shared/visit-duty/weather.contract';
import { serve, serveRoom } from '../platform/serve';
import { handDuty, listDutyHelpers } from './hand-duty';
import { listDuties } from './list-duties';
import { readElderDuty } from './read-elder-duty';
import { recordDuty } from './record-duty';
import { takeBackDuty } from './take-back';
import { listVisitRates } from './visit-rates';
import { endWarning, enterWarning, listWarnings } from './weather';

export const served = [
  serve(routes.listDuties, listDuties),
  serve(routes.readElderDuty, readElderDuty),
  serve(routes.recordDuty, recordDuty),
  serve(routes.handDuty, handDuty),
  serve(routes.listDutyHelpers, listDutyHelpers),
  serve(routes.takeBackDuty, takeBackDuty),
  serve(rates.listVisitRates, listVisitRates),
  serve(weather.listWarnings, listWarnings),
  serve(weather.enterWarning, enterWarning),
  serve(weather.endWarning, endWarning),
];

export const handler = serveRoom(served);
