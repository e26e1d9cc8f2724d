import { type RoutePlan, routePlan } from '@shared/planning/route-plan';
import { itemKind } from '../table/port';

export const planKey = (areaCode: string, on: string) => ({ pk: `PLAN#${areaCode}#${on}`, sk: 'PLAN' });
/** One item: a plan of three hundred visits is about 120 KB with the one before it, and is only read whole. */
export const planItem = itemKind<RoutePlan>({
  name: 'RoutePlan',
  schema: routePlan,
  key: ({ areaCode, on }) => planKey(areaCode, on),
});
