import * as estates from '@shared/time-bank/estate.contract';
import * as pools from '@shared/time-bank/pool.contract';
import * as rules from '@shared/time-bank/rules.contract';
import * as routes from '@shared/time-bank/time-bank.contract';
import { serve, serveRoom } from '../platform/serve';
import { decideFlag, listFlags } from './decide-flag';
import { exportStatement } from './export-statement';
import { giveEstate, readEstate } from './give-estate';
import { giveTime } from './give-time';
import { guaranteeRequest } from './guarantee-request';
import { askForPool, listPoolAsks, readPoolStanding, recordHardship } from './keep-hardship';
import { proposeRules, publishRules, readRules, withdrawRules } from './keep-rules';
import { listOpportunities, takeOpportunity } from './opportunities';
import { readAccount, readStatement } from './read-account';
import { readSolvency } from './report-solvency';
import { grantToPool, listPools, readPool } from './village-pools';

export const served = [
  serve(routes.readAccount, readAccount),
  serve(routes.readStatement, readStatement),
  serve(routes.exportStatement, exportStatement),
  serve(routes.giveTime, giveTime),
  serve(routes.listFlags, listFlags),
  serve(routes.decideFlag, decideFlag),
  serve(routes.readSolvency, readSolvency),
  serve(routes.listOpportunities, listOpportunities),
  serve(routes.takeOpportunity, takeOpportunity),
  serve(routes.guaranteeRequest, guaranteeRequest),
  serve(rules.readRules, readRules),
  serve(rules.proposeRules, proposeRules),
  serve(rules.publishRules, publishRules),
  serve(rules.withdrawRules, withdrawRules),
  serve(pools.listPools, listPools),
  serve(pools.readPool, readPool),
  serve(pools.grantToPool, grantToPool),
  serve(pools.readPoolStanding, readPoolStanding),
  serve(pools.askForPool, askForPool),
  serve(pools.listPoolAsks, listPoolAsks),
  serve(pools.recordHardship, recordHardship),
  serve(estates.readEstate, readEstate),
  serve(estates.giveEstate, giveEstate),
];

export const handler = serveRoom(served);
