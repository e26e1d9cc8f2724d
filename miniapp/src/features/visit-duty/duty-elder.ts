import type { DutyCard } from '@shared/visit-duty/visit-duty.contract';

/** What is needed to record a visit. */
export type DutyElder = Pick<DutyCard, 'elderId' | 'callName'>;

/** What was seen at one elder's goes out in its order. */
export const dutyLane = (elderId: string): string => `duty ${elderId}`;
