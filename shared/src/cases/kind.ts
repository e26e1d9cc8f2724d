import * as z from 'zod';
import type { InstrumentCode } from '../assessments/instruments';
import type { SpokenText } from '../history/history.contract';
import { caseKinds } from './kinds';

export const caseKind = z.enum([
  'cognitive', // 认知辅导
  'companionship', // 精神陪护
  'hospice', // 临终关怀
  'grief', // 哀伤辅导
  'chronic', // 慢病照护
  'carer_strain', // 照顾者压力
  'poverty', // 生活困难
  'abuse', // 疑似虐待或忽视
]);
export type CaseKind = z.infer<typeof caseKind>;

/** A step that may not be left out, and the stage that cannot begin before it is done. */
export interface MandatoryStep extends SpokenText {
  readonly code: string;
  readonly before: 'assessment' | 'planning' | 'intervention' | 'closed';
}

export interface GoalTemplate {
  readonly words: SpokenText;
  readonly levels: readonly [SpokenText, SpokenText, SpokenText, SpokenText, SpokenText];
}

/** What a kind of case begins with; the worker changes what does not fit, but not the mandatory steps. */
export interface CaseTemplate {
  readonly code: CaseKind;
  readonly name: SpokenText;
  /** Asked before planning and again before closing. */
  readonly instruments: readonly InstrumentCode[];
  /** Opens only to those who are assigned, and to supervisors. */
  readonly restricted: boolean;
  /** Plan and closing need a supervisor's signature. */
  readonly signOff: boolean;
  /** A case of this kind is looked at again after so many days at the latest. */
  readonly reviewDays: number;
  readonly steps: readonly MandatoryStep[];
  readonly goals: readonly GoalTemplate[];
  /** Services of the catalogue that usually help. */
  readonly services: readonly string[];
}

export const templateOf = (kind: CaseKind): CaseTemplate => caseKinds[kind];
