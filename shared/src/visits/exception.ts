import * as z from 'zod';

/**
 * What is out of the ordinary about a visit, by the two kinds of electronic visit verification: something that
 * must be put right, or something that someone has to have seen.
 */
export const exceptionCode = z.enum([
  'check_out_missing',
  'service_not_listed',
  'place_differs',
  'place_unknown',
  'sent_later',
  'clock_differs',
  'shorter_than_planned',
  'longer_than_planned',
  'began_late',
]);
export type ExceptionCode = z.infer<typeof exceptionCode>;

export const visitException = z.strictObject({
  code: exceptionCode,
  kind: z.enum(['must_fix', 'acknowledge']),
  /** At which end of the visit, where it makes a difference. */
  at: z.enum(['check_in', 'check_out', 'visit']),
});
export type VisitException = z.infer<typeof visitException>;

export const exceptionKind: Readonly<Record<ExceptionCode, VisitException['kind']>> = {
  check_out_missing: 'must_fix',
  service_not_listed: 'must_fix',
  place_differs: 'acknowledge',
  place_unknown: 'acknowledge',
  sent_later: 'acknowledge',
  clock_differs: 'acknowledge',
  shorter_than_planned: 'acknowledge',
  longer_than_planned: 'acknowledge',
  began_late: 'acknowledge',
};

export const exceptionWords: Readonly<Record<ExceptionCode, readonly [zh: string, en: string]>> = {
  check_out_missing: ['还没有签退，请联系帮手补上', 'No check-out yet; the helper has to complete it'],
  service_not_listed: ['服务项目不在目录里，请核对', 'The service is not in the catalogue; please check'],
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
