import * as z from 'zod';
import { personId, requestId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { isLooking, type ServiceRequest } from '../service-requests/request';
import type { TimeRules } from './rules';

const fenSum = z.int().min(0);

/** 县保障金 of one year, in fen: what it may spend, what it has promised, and what it has paid. */
export const fundYear = z.lazy(() =>
  z.strictObject({
    county: z.string().regex(/^\d{6}$/),
    year: z.int(),
    promisedFen: fenSum,
    drawnFen: fenSum,
  }),
);
export type FundYear = z.infer<typeof fundYear>;

/** 兑付: the fund buys a service for an elder whose minutes nobody could redeem. */
export const guarantee = z.lazy(() =>
  z.strictObject({
    requestId,
    county: z.string().regex(/^\d{6}$/),
    year: z.int(),
    feeFen: fenSum,
    status: z.enum(['promised', 'drawn', 'released']),
    by: personId,
    at: instant,
  }),
);
export type Guarantee = z.infer<typeof guarantee>;

/** Only where nobody could come, and only while the year's money lasts. */
export function promise(
  request: ServiceRequest,
  year: FundYear,
  rules: TimeRules,
): Result<{ feeFen: number; year: FundYear; request: ServiceRequest }> {
  if (request.payBy === 'money') return refuse('time_paid_in_money');
  if (request.status !== 'unmet' && request.status !== 'taken_over')
    return refuse(isLooking(request) ? 'request_not_unmet' : 'request_not_open');
  const feeFen = Math.ceil((request.minutes * request.places.length * rules.fund.hourFen) / 60);
  if (year.promisedFen + year.drawnFen + feeFen > rules.fund.yearFen) return refuse('time_fund_empty');
  return allow({
    feeFen,
    year: { ...year, promisedFen: year.promisedFen + feeFen },
    // From here a provider may be assigned, whom the fund pays.
    request: { ...request, payBy: 'money' },
  });
}

/** The service came, or it did not: the promise becomes a payment or is free again. */
export const closePromise = (year: FundYear, g: Guarantee, status: 'drawn' | 'released'): FundYear => ({
  ...year,
  promisedFen: year.promisedFen - g.feeFen,
  drawnFen: status === 'drawn' ? year.drawnFen + g.feeFen : year.drawnFen,
});
