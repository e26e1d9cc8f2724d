import * as z from 'zod';
import { personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { line } from '../kernel/text';
import { type ExceptionCode, exceptionCode, exceptionSide } from './exception';

/** 原因: why the fact differs, as far as somebody found out. */
export const reasonCode = z.enum([
  'no_signal',
  'phone_trouble',
  'elder_elsewhere',
  'elder_wished',
  'road_or_weather',
  'emergency',
  'forgotten',
  'agreed_before',
  'not_known',
]);
export type ReasonCode = z.infer<typeof reasonCode>;

/** 处理: what was done about it. `not_true` says that the visit was not as it is told. */
export const resolutionCode = z.enum([
  'asked_elder',
  'asked_family',
  'asked_others',
  'record_seen',
  'completed',
  'arranged_anew',
  'not_true',
]);
export type ResolutionCode = z.infer<typeof resolutionCode>;

/** What became of one exception; kept beside it, so that what was noticed is never rewritten. */
export const resolution = z.strictObject({
  code: exceptionCode,
  at: exceptionSide,
  reason: reasonCode,
  resolution: resolutionCode,
  /** One sentence of what was found out. */
  note: line(300),
  by: z.strictObject({ personId, role, name: line(20) }),
  resolvedAt: instant,
});
export type Resolution = z.infer<typeof resolution>;

const asked: readonly ResolutionCode[] = ['asked_elder', 'asked_family', 'asked_others', 'record_seen'];
/** Which ends there are for which exception: who did not leave has to be checked out, who did not come has not. */
export const resolutionsOf = (code: ExceptionCode): readonly ResolutionCode[] => {
  if (code === 'check_out_missing') return ['completed'];
  if (code === 'check_in_missing') return ['arranged_anew', 'not_true'];
  return [...asked, 'not_true'];
};

export const reasonWords: Readonly<Record<ReasonCode, readonly [zh: string, en: string]>> = {
  no_signal: ['手机没信号', 'No signal'],
  phone_trouble: ['手机没电或坏了', 'Phone trouble'],
  elder_elsewhere: ['老人当时不在家', 'The elder was elsewhere'],
  elder_wished: ['老人这样要求', 'The elder wished it so'],
  road_or_weather: ['天气路况不好', 'Weather or road'],
  emergency: ['有急事', 'An emergency'],
  forgotten: ['忘了按', 'Forgotten'],
  agreed_before: ['提前说好了', 'Agreed beforehand'],
  not_known: ['说不清', 'Not known'],
};
export const resolutionWords: Readonly<Record<ResolutionCode, readonly [zh: string, en: string]>> = {
  asked_elder: ['问过老人，属实', 'The elder says it is so'],
  asked_family: ['问过家里人，属实', 'The family says it is so'],
  asked_others: ['问过在场的人，属实', 'Others who were there say it is so'],
  record_seen: ['看过记录，属实', 'The record shows it'],
  completed: ['已经补上', 'Completed'],
  arranged_anew: ['已经另外安排', 'Arranged anew'],
  not_true: ['核实不属实', 'Found not to be so'],
};

export interface Settling {
  readonly code: ExceptionCode;
  readonly at: Resolution['at'];
  readonly reason: ReasonCode;
  readonly resolution: ResolutionCode;
  readonly note: string;
  /** When the helper left, where that is what was missing. */
  readonly until?: Instant | undefined;
}
