import * as routes from '@shared/time-bank/time-bank.contract';
import { serve, serveRoom } from '../platform/serve';
import { giveEstate, grantToPool, guaranteeRequest, recordHardship } from './coordinate';
import { decideFlag, listFlags } from './decide-flag';
import { exportStatement } from './export-statement';
import { giveTime } from './give-time';
import { publishRules, readRules } from './keep-rules';
import { listOpportunities, takeOpportunity } from './opportunities';
import { readAccount, readStatement } from './read-account';
import { readSolvency } from './report-solvency';

export const served = [
  serve(routes.readAccount, readAccount),
  serve(routes.readStatement, readStatement),
  serve(routes.exportStatement, exportStatement),
  serve(routes.giveTime, giveTime),
  serve(routes.giveEstate, giveEstate),
  serve(routes.grantToPool, grantToPool),
  serve(routes.listFlags, listFlags),
  serve(routes.decideFlag, decideFlag),
  serve(routes.readSolvency, readSolvency),
  serve(routes.readRules, readRules),
  serve(routes.publishRules, publishRules),
  serve(routes.listOpportunities, listOpportunities),
  serve(routes.takeOpportunity, takeOpportunity),
  serve(routes.guaranteeRequest, guaranteeRequest),
  serve(routes.recordHardship, recordHardship),
];

export const handler = serveRoom(served);
