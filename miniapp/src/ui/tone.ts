/**
 * What a colour means: persimmon the main action and life care, pine well and verified, sky medical, wheat leisure
 * and attention, plum comfort, grey neutral, alarm only danger.
 */
export type Tone = 'persimmon' | 'pine' | 'sky' | 'wheat' | 'plum' | 'grey' | 'alarm';
