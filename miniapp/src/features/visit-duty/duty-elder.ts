import type { DutyCard } from '@shared/visit-duty/visit-duty.contract';

/** What is needed to record a visit. */
export type DutyElder = Pick<DutyCard, 'elderId' | 'callName'>;
