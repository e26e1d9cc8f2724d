import * as z from 'zod';

/**
 * What is out of the ordinary about a visit, by the two kinds of electronic visit verification: something that
 * must be put right, or something that someone has to have seen.
 */
export const exceptionCode = z.enum([
  'check_in_missing',
  'check_out_missing',
  'service_not_listed',
  'witness_denies',
  'witness_unheard',
  'place_differs',
  'place_unknown',
  'sent_later',
  'clock_differs',
  'shorter_than_planned',
  'longer_than_planned',
  'began_late',
]);
export type ExceptionCode = z.infer<typeof exceptionCode>;

/** At which end of the visit, where it makes a difference. */
export const exceptionSide = z.enum(['check_in', 'check_out', 'visit']);

export const visitException = z.strictObject({
  code: exceptionCode,
  kind: z.enum(['must_fix', 'acknowledge']),
  at: exceptionSide,
});
export type VisitException = z.infer<typeof visitException>;

export const exceptionKind: Readonly<Record<ExceptionCode, VisitException['kind']>> = {
  check_in_missing: 'must_fix',
  check_out_missing: 'must_fix',
  service_not_listed: 'must_fix',
  witness_denies: 'must_fix',
  witness_unheard: 'acknowledge',
  place_differs: 'acknowledge',
  place_unknown: 'acknowledge',
  sent_later: 'acknowledge',
  clock_differs: 'acknowledge',
  shorter_than_planned: 'acknowledge',
  longer_than_planned: 'acknowledge',
  began_late: 'acknowledge',
};

export const exceptionWords: Readonly<Record<ExceptionCode, readonly [zh: string, en: string]>> = {
  check_in_missing: ['约好的时间没有人签到，请问清楚', 'Nobody checked in; please find out'],
  check_out_missing: ['没有签退，请补上离开的时间', 'No check-out; please add when the helper left'],
  service_not_listed: ['服务项目不在目录里，请核对', 'The service is not in the catalogue; please check'],
  witness_denies: ['证人说没有看到，请核实', 'The witness has not seen it; please check'],
  witness_unheard: ['请了证人，证人还没有回答', 'A witness was named and has not answered yet'],
  place_differs: ['签到位置离老人家较远，请知悉', "Away from the elder's home; please note"],
  place_unknown: ['没有定位，帮手写了原因，请知悉', 'No position; the helper gave a reason'],
  sent_later: ['当时没有网络，记录是后来送到的', 'No network then; the record arrived later'],
  clock_differs: ['手机时间走快了，按收到的时间计', "The phone's clock was ahead; the server's time counts"],
  shorter_than_planned: ['比约定的时间短不少', 'Clearly shorter than planned'],
  longer_than_planned: ['比约定的时间长，按上限计时', 'Longer than planned; credited up to the limit'],
  began_late: ['比约定的时间晚到', 'Began later than planned'],
};

export const exceptionOf = (code: ExceptionCode, at: VisitException['at']): VisitException => ({
  code,
  kind: exceptionKind[code],
  at,
});
