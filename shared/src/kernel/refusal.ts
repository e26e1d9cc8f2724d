/**
 * Every reason for which something is refused, with what to say and what to do next. One union: a code that
 * is not here does not compile, and HTTP statuses are kept by the platform, since rules know no HTTP.
 */
export const refusalSentences = {
  // the request itself
  input_invalid: [
    '填写的内容有一处不对，请检查后再试。',
    'Something in what you entered is not right; check it and try again.',
  ],
  input_unknown_key: [
    '请求里有不认识的内容，请更新小程序后再试。',
    'The request holds something unknown; update the mini-program and try again.',
  ],
  body_not_json: ['请求的格式读不懂，请再试一次。', 'The request body is not readable JSON.'],
  body_too_large: ['内容太长了，请删短一些再发送。', 'That is too long; shorten it and send again.'],
  route_unknown: ['没有这个地址，请返回首页。', 'There is no such address.'],
  busy_try_again: ['现在有点忙，请稍等几秒再试。', 'We are busy just now; wait a few seconds and try again.'],
  record_unreadable: [
    '这条记录读不出来，我们已经记下，请联系运营方。',
    'This record cannot be read; it has been reported.',
  ],
  changed_meanwhile: [
    '刚刚有人改过，请看看最新的内容再试。',
    'Someone has just changed this; look at the latest and try again.',
  ],
  command_reused: [
    '这次操作的编号用过了，请重新操作一次。',
    'This command id was already used for something else.',
  ],
  // identity
  sign_in_needed: ['请先登录。', 'Please sign in first.'],
  session_ended: ['登录已过期，请重新登录。', 'Your session has ended; sign in again.'],
  role_not_held: [
    '您现在的身份不能做这件事，请切换身份。',
    'Your current role may not do this; switch role.',
  ],
  account_suspended: ['账号已暂停使用，请联系运营方。', 'This account is suspended; contact the operator.'],
  wechat_code_invalid: [
    '微信登录没有成功，请再点一次登录。',
    'WeChat did not recognise the login code; try again.',
  ],
  wechat_busy: ['微信那边有点忙，请稍后再试。', 'WeChat is busy; try again shortly.'],
  wechat_rate_limited: ['登录太频繁了，请一分钟后再试。', 'Too many sign-ins; try again in a minute.'],
  wechat_user_blocked: [
    '微信提示该账号有风险，暂时不能登录。',
    'WeChat marks this user as high-risk; sign-in is refused.',
  ],
  local_stage_only: ['演示身份只能在本机使用。', 'Demonstration personas exist on the local stage only.'],
  persona_unknown: ['没有这个演示身份。', 'There is no such demonstration persona.'],
  grant_second_approver_needed: [
    '需要另一位运营人员来批准，不能自己批准自己。',
    'A second operator has to approve; not the one who proposed.',
  ],
  grant_closed: ['这项授权已经处理过了。', 'This grant has already been decided.'],
  // people and places
  not_found: ['没有找到，可能已经不在了，或您还没有查看的权限。', 'Not found, or not yours to see.'],
  region_outside: ['不在您负责的地区之内。', 'This is outside the region you act for.'],
  region_unknown: ['没有这个村或社区，请重新选择。', 'There is no such village.'],
  position_outside_region: [
    '这个位置不在所选的村里，请在地图上再点一次。',
    'This position is not in the chosen region; mark it again.',
  ],
  card_code_unknown: [
    '没有这个联系卡号，请核对老人卡上的六位数字。',
    'No elder card has this number; check the six digits.',
  ],
  kinship_exists: ['您已经提交过了，等老人或协理员确认即可。', 'This kinship is already recorded.'],
  kinship_not_consented: [
    '还在等老人同意，请联系村里的协理员。',
    'The elder has not consented yet; contact the coordinator.',
  ],
  witness_not_you: [
    '请按实际情况选：老人自己同意，或协理员当面见证。',
    'Say how it was: the elder agreed alone, or the coordinator was there.',
  ],
  witness_is_kin: [
    '您自己就是这位家属，不能替自己见证。请老人自己确认，或请另一位协理员来。',
    'You cannot witness your own request. Ask the elder, or another coordinator.',
  ],
  kinship_closed: ['这条亲属关系已经处理过了。', 'This kinship has already been decided.'],
  helper_exists: ['您已经是志愿者了。', 'You are already registered as a helper.'],
  helper_suspended: ['这位帮手暂停接单。', 'This helper is suspended.'],
  hours_invalid: [
    '时间段的结束要晚于开始，而且不能重叠。',
    'Each span must end after it starts, and spans may not overlap.',
  ],
  credential_invalid: ['证书的有效期不对，请检查日期。', 'The credential dates are not right.'],
  service_unknown: ['没有这项服务，请重新选择。', 'There is no such service.'],
  // requests
  time_past: ['这个时间已经过去了，请选一个以后的时间。', 'That time has passed; choose a later one.'],
  time_too_far: ['只能预约 60 天以内，请选近一些的日子。', 'Requests can be made up to 60 days ahead.'],
  time_order_invalid: ['结束时间要晚于开始时间。', 'The end must come after the start.'],
  duration_out_of_range: ['这项服务的时长不合适，请调整。', 'That length does not suit this service.'],
  night_needs_confirmation: [
    '这个时间比较晚，老人可能已经休息。确定要这个时间吗？',
    'This is late for an elder; confirm that you mean it.',
  ],
  recurrence_invalid: ['重复的设置不对，请重新选择。', 'The recurrence is not valid.'],
  request_overlaps: [
    '老人那段时间已经有安排了，请换个时间。',
    'The elder already has something arranged then.',
  ],
  request_not_open: [
    '这次求助已经结束或取消，不能再改。',
    'This request is over; it can no longer be changed.',
  ],
  request_in_progress: [
    '帮手已经在服务了，现在不能改。',
    'The visit is under way; it cannot be changed now.',
  ],
  request_not_unmet: ['这次求助还在找人，暂时不用接手。', 'This request is still being matched.'],
  helper_not_eligible: [
    '这位帮手不符合这次服务的要求，请换一位。',
    'This helper does not meet the rules for this request.',
  ],
  // offers
  offer_taken: [
    '已经有人接下了，谢谢您愿意帮忙。',
    'Someone else has taken this; thank you for being willing.',
  ],
  offer_expired: ['邀请已过期，看看别的邀请吧。', 'This offer has expired.'],
  offer_closed: ['这条邀请已经处理过了。', 'This offer has already been answered.'],
  helper_day_full: [
    '您那段时间已有别的到访，来不及赶过去。',
    'You have another visit then, travel included.',
  ],
  // visits
  visit_not_scheduled: ['这次到访不在待上门的状态。', 'This visit is not waiting to begin.'],
  visit_not_checked_in: ['还没有签到，请先签到。', 'Check in first.'],
  visit_not_checked_out: ['这次到访还没有结束。', 'This visit has not ended yet.'],
  visit_already_answered: ['这次到访已经确认或处理过了。', 'This visit has already been answered.'],
  visit_shared: [
    '这次要两位帮手一起来，改时间请联系协理员。',
    'Two helpers come together here; ask the coordinator to move it.',
  ],
  check_in_too_early: [
    '离约定时间还早，开始前 30 分钟内可以签到。',
    'Too early; check in from 30 minutes before the start.',
  ],
  check_in_too_late: [
    '已经过了这次到访的时间，请联系协理员补录。',
    'This visit is over by the clock; ask the coordinator.',
  ],
  check_out_before_check_in: [
    '离开时间早于到达时间，请检查手机时间。',
    'The check-out is before the check-in; check the phone clock.',
  ],
  evidence_needs_reason: ['没有定位时，请写一句原因。', 'Without a position, say in a sentence why.'],
  door_code_wrong: ['门牌码不对，请看老人家门口卡片上的数字。', 'The door code is not right.'],
  entry_time_invalid: ['记录的时间不在这次到访之内。', 'The entry time is not within this visit.'],
  vitals_impossible: [
    '这个数值不太可能，请再量一次或检查输入。',
    'That reading is hardly possible; measure again or check what you typed.',
  ],
  // the time bank
  time_amount_invalid: [
    '时间要填整数分钟，至少一分钟，最多一万小时。',
    'Give whole minutes: at least one, at most ten thousand hours.',
  ],
  time_not_enough: [
    '可用的时间不够，请改少一些，或先去做志愿。',
    'There is not enough time available; choose less, or earn some first.',
  ],
  time_to_self: ['不能转给自己，请选家人。', 'You cannot give to yourself; choose someone of your family.'],
  time_not_kin: [
    '只能转给已经确认亲属关系的老人，请先请老人同意。',
    'Time can be given only to elders who have consented to your kinship.',
  ],
  time_give_closed: [
    '现在的规则不允许这样转赠，请问问协理员。',
    'The present rules do not allow this gift; ask the coordinator.',
  ],
  time_estate_held: [
    '还有预留没有结清，等这次求助结束后再办。',
    'Something is still set aside; wait until that request is over.',
  ],
  time_region_closed: [
    '这个地区暂时不能转入时间，请问问当地协理员。',
    'Time cannot be brought into this region at present; ask its coordinator.',
  ],
  time_region_limit: [
    '今年转入这个地区的时间已到上限，可以少转一些，或明年再转。',
    'This year the limit into this region is reached; give less, or wait for next year.',
  ],
  time_already_credited: ['这次服务已经记过时间了。', 'This service has already been credited.'],
  time_visit_unverified: [
    '这次到访还没有核实清楚，核实后才能记时间。',
    'This visit is not verified yet; time is credited once it is.',
  ],
  time_helper_confirmed: [
    '要由别人来确认，不能自己确认自己的服务。',
    "Somebody else has to confirm; one cannot confirm one's own service.",
  ],
  time_own_kin: ['照顾自己的家人不记时间，谢谢您的孝心。', "Caring for one's own family earns no time."],
  time_paid_in_money: ['这次服务是付费的，不用时间。', 'This service is paid in money, not in time.'],
  time_nothing_to_credit: ['这次没有可以记的时间。', 'There is no time to credit here.'],
  time_cap_reached: [
    '已经到了记时间的上限，谢谢您的付出，明天再来吧。',
    'The cap for crediting time is reached; thank you, and come again tomorrow.',
  ],
  time_too_young: [
    '按现在的规则，老人还没到可以使用时间的年龄。',
    'By the present rules the elder is not yet of the age to use time.',
  ],
  time_rules_changed: [
    '预留之后规则有变，要按当时的规则结清，请再试一次。',
    'The rules changed since this was set aside; it settles by the rules of then. Try again.',
  ],
  time_rules_date: [
    '新规则最早从明天开始，过去的不能改。',
    'New rules begin tomorrow at the earliest; the past is not rewritten.',
  ],
  time_hold_closed: ['这笔预留已经结清了。', 'What was set aside has already been settled.'],
  time_flag_closed: ['这条疑点已经处理过了。', 'This flag has already been decided.'],
  time_second_person_needed: [
    '要由另一位来决定，本人和已经表过态的人不能再定。',
    'Someone else has to decide: neither the person concerned nor one who already has.',
  ],
  time_fund_empty: [
    '今年的保障金已经用完，请联系县里。',
    "This year's guarantee fund is used up; contact the county.",
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type RefusalCode = keyof typeof refusalSentences;
export interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string;
}

/** What goes over the wire: the code for programs, both sentences for people. */
export interface SpokenRefusal extends Refusal {
  readonly zh: string;
  readonly en: string;
}
export const spoken = (refusal: Refusal): SpokenRefusal => {
  const [zh, en] = refusalSentences[refusal.code];
  return { ...refusal, zh, en };
};

/** Refusals that any route may give, so that single routes need not repeat them. */
export const sharedRefusals: readonly RefusalCode[] = [
  'input_invalid',
  'input_unknown_key',
  'body_not_json',
  'body_too_large',
  'route_unknown',
  'busy_try_again',
  'record_unreadable',
  'changed_meanwhile',
  'command_reused',
  'sign_in_needed',
  'session_ended',
  'role_not_held',
  'account_suspended',
  'not_found',
];
