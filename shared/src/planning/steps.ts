/** Steps that one core of a common server takes in a second; two thirds of what ours took when nothing else ran. */
const STEPS_A_SECOND = 4_000_000;

/** A budget of steps that a common machine spends within so many seconds, so that the same seed gives the same plan. */
export const stepsFor = (seconds: number): number => Math.round(seconds * STEPS_A_SECOND);
