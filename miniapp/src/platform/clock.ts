import { type Instant, instantOf } from '@shared/kernel/instant';

/** The one place where the mini-program reads the phone's clock, so that everything else takes time as an argument. */
export const now = (): Instant => instantOf(Date.now());
