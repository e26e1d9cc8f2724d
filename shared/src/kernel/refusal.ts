/**
 * Every reason for which something is refused, with what to say and what to do next. One union: a code that
 * is not here does not compile, and HTTP statuses are kept by the platform, since rules know no HTTP.
 */
export const refusalSentences = {
  // the request itself
  input_invalid: [
    '有一处填得不对，请检查一下，改好再试。',
    'One thing you filled in is not right. Check it and try again.',
  ],
  input_unknown_key: [
    '您手机上的暖邻太旧了，请退出后重新打开。',
    'Nuanlin on your phone is too old. Close it and open it again.',
  ],
  body_not_json: ['刚才没有发送完整，请再试一次。', 'That did not arrive whole. Please try again.'],
  body_too_large: ['写得太长了，请删短一些再发送。', 'That is too long. Shorten it and send it again.'],
  route_unknown: [
    '这一页找不到了，请回到首页。',
    'This page is not there any more. Go back to the first page.',
  ],
  busy_try_again: ['现在有点忙，请等几秒再试。', 'We are busy just now. Wait a few seconds and try again.'],
  record_unreadable: [
    '这条记录打不开，我们已经记下来了。着急的话，请给协理员打电话。',
    'This record does not open, and we have noted it. If it is urgent, call the coordinator.',
  ],
  changed_meanwhile: [
    '刚刚有别人改过，请先看看最新的再试。',
    'Someone has just changed this. Look at it again, then try once more.',
  ],
  command_reused: [
    '这一步没有办成，请返回上一页重新做一次。',
    'This step did not go through. Go back one page and do it again.',
  ],
  // identity
  sign_in_needed: ['您还没有登录，请先登录。', 'You are not signed in. Please sign in first.'],
  session_ended: ['登录时间太久了，请重新登录。', 'You were signed in too long ago. Please sign in again.'],
  role_not_held: [
    '您现在的身份不能做这件事，请换一个身份再来。',
    'You cannot do this in your present role. Change to another one first.',
  ],
  account_suspended: [
    '您的账号暂时停用了，请给协理员打电话问问。',
    'Your account is paused. Call the coordinator to ask why.',
  ],
  wechat_code_invalid: [
    '微信登录没有成功，请再点一次登录。',
    'Signing in with WeChat did not work. Tap sign-in once more.',
  ],
  wechat_busy: ['微信那边有点忙，请过一会儿再试。', 'WeChat is busy. Try again in a little while.'],
  wechat_rate_limited: [
    '登录得太勤了，请过一分钟再试。',
    'That was too many sign-ins. Try again in a minute.',
  ],
  wechat_user_blocked: [
    '微信说这个账号有风险，暂时不能登录。请在微信里查看账号安全。',
    'WeChat sees a risk with this account, so you cannot sign in. Look at account security in WeChat.',
  ],
  local_stage_only: [
    '演示身份这里不能用，请用微信登录。',
    'Demonstration roles do not work here. Sign in with WeChat.',
  ],
  persona_unknown: [
    '没有这个演示身份，请重新选一位。',
    'There is no such demonstration role. Choose another.',
  ],
  grant_second_approver_needed: [
    '不能自己批准自己，请另一位运营人员来批准。',
    'You cannot approve this yourself. Ask another operator.',
  ],
  grant_closed: [
    '这个身份已经有人批过了，不用再办。',
    'This role has been decided already. There is nothing left to do.',
  ],
  // people and places
  not_found: [
    '没有找到，可能已经不在了，也可能您还不能看。请返回再选一次。',
    'It is not there, or it is not yours to see. Go back and choose again.',
  ],
  region_outside: ['这里不归您负责，请选您负责的村。', 'This place is not in your care. Choose one that is.'],
  region_unknown: ['没有这个村或社区，请重新选择。', 'There is no such village. Choose again.'],
  position_outside_region: [
    '这个位置不在所选的村里，请在地图上再点一次。',
    'This place is not in the chosen village. Mark it on the map again.',
  ],
  card_code_unknown: [
    '没有这个卡号，请看看老人卡上的六位数字。',
    'No card has this number. Look at the six digits on the card again.',
  ],
  kinship_exists: [
    '您已经提过了，不用再提。等老人或协理员点头就行。',
    'You have asked already. Now the elder or the coordinator has to say yes.',
  ],
  kinship_not_consented: [
    '还在等老人同意，请给村里的协理员打电话。',
    'The elder has not said yes so far. Call the village coordinator.',
  ],
  witness_not_you: [
    '谁在场就选谁：老人自己同意，或协理员当面见证。',
    'Choose who was there: the elder alone, or the coordinator as well.',
  ],
  witness_is_kin: [
    '这是您自己的申请，不能自己见证。请老人自己确认，或请另一位协理员。',
    'You cannot witness your own wish. Ask the elder, or another coordinator.',
  ],
  kinship_closed: [
    '这件事已经办过了，请看看最新的情况。',
    'This has been decided already. Look at how it stands now.',
  ],
  helper_exists: [
    '您已经是志愿者了，直接去看附近谁需要帮忙吧。',
    'You are a volunteer already. See who near you needs a hand.',
  ],
  helper_suspended: [
    '这位帮手暂时不能上门，请换一位，或问问协理员。',
    'This helper cannot come for now. Choose another, or ask the coordinator.',
  ],
  hours_invalid: [
    '结束要晚于开始，两段时间也不能重叠。请改一下时间。',
    'Each time must end after it begins, and two may not overlap. Please change them.',
  ],
  credential_invalid: [
    '证书的到期日早于开始日，请再看一下日期。',
    'The certificate ends before it begins. Look at the dates again.',
  ],
  service_unknown: ['没有这项服务，请重新选择。', 'There is no such service. Choose again.'],
  // requests
  time_past: ['这个时间已经过去了，请选一个以后的时间。', 'That time has passed. Choose a later one.'],
  time_too_far: [
    '只能约 60 天以内的，请选近一些的日子。',
    'You can ask up to 60 days ahead. Choose a nearer day.',
  ],
  time_order_invalid: [
    '结束的时间早于开始的时间，请重新选。',
    'The end comes before the start. Choose again.',
  ],
  duration_out_of_range: [
    '这项服务不用这么长，或者不够长。请改一下时长。',
    'That is too long or too short for this service. Change how long it takes.',
  ],
  night_needs_confirmation: [
    '这个时间比较晚，老人可能已经休息。确定要这个时间吗？',
    'It is late then, and the elder may be asleep. Confirm if you mean this time.',
  ],
  recurrence_invalid: ['重复的日子不对，请重新选。', 'The repeated days do not work. Choose them again.'],
  request_overlaps: [
    '老人那段时间已经有安排了，请换个时间。',
    'The elder has something else then. Choose another time.',
  ],
  request_not_open: [
    '这次求助已经结束了，不能再改。需要的话，请再发起一次。',
    'This request is over and stays as it is. If help is needed, ask anew.',
  ],
  request_in_progress: [
    '帮手正在老人家里，现在不能改。有急事请给帮手打电话。',
    'The helper is with the elder now, so this cannot change. If it is urgent, call the helper.',
  ],
  request_not_unmet: [
    '这次求助还在找人，先不用接手。找不到人会再告诉您。',
    'We are still looking for someone. You will be told if nobody can come.',
  ],
  helper_not_eligible: [
    '这位帮手做不了这次服务，请换一位。',
    'This helper cannot do this one. Choose another.',
  ],
  // offers
  offer_taken: [
    '已经有人接下了，谢谢您愿意帮忙。看看别的邀请吧。',
    'Someone else has taken this, and thank you for being willing. See what else there is.',
  ],
  offer_expired: [
    '这条邀请过了时间，看看别的邀请吧。',
    'The time to answer is over. See what else there is.',
  ],
  offer_closed: [
    '这条邀请您已经答复过了，看看别的邀请吧。',
    'You have answered this already. See what else there is.',
  ],
  helper_day_full: [
    '您那段时间已有别的到访，赶不过去。请选别的时间。',
    'You have another visit then and cannot get there in time. Choose another time.',
  ],
  // visits
  visit_not_scheduled: [
    '这次到访已经开始或结束了，请看看最新的情况。',
    'This visit has begun or is over. Look at how it stands now.',
  ],
  visit_not_checked_in: ['还没有签到，请先签到。', 'You have not checked in. Do that first.'],
  visit_not_checked_out: [
    '帮手还没有走，等这次到访结束再来确认。',
    'The helper has not left so far. Come back when the visit is over.',
  ],
  visit_already_answered: [
    '这次到访已经确认过了，不用再办。有问题请找协理员。',
    'This visit has been answered already. If something is wrong, ask the coordinator.',
  ],
  visit_shared: [
    '这次要两位帮手一起来，改时间请给协理员打电话。',
    'Two helpers come together here. To move it, call the coordinator.',
  ],
  check_in_too_early: [
    '离约好的时间还早，开始前 30 分钟再来签到。',
    'It is too early. Check in from 30 minutes before the start.',
  ],
  check_in_too_late: [
    '这次到访的时间已经过了，请给协理员打电话补上。',
    'The time for this visit is over. Call the coordinator to put it right.',
  ],
  check_out_before_check_in: [
    '离开的时间比到的时间还早，请看看手机上的时间对不对。',
    'You would have left before you came. See whether the clock on your phone is right.',
  ],
  evidence_needs_reason: [
    '手机不知道您在哪儿，请写一句原因。',
    'Your phone does not know where you are. Write in a few words why.',
  ],
  door_code_wrong: [
    '门牌码不对，请看老人家门口卡片上的数字。',
    'The door number is not right. Look at the card by the door.',
  ],
  home_code_wrong: [
    '到场码不对，或已经换了。请再看一眼手机上的六位数字。',
    'The six digits are not right, or have changed. Look at them once more.',
  ],
  witness_is_helper: [
    '这次到访就是您自己去的，请别人来说。',
    'It was you who came. Somebody else has to speak for it.',
  ],
  witness_kin_of_helper: [
    '证人和帮手是一家人，不能作证。请另找一位邻居，或请协理员。',
    'They are of one family with the helper. Ask another neighbour, or the coordinator.',
  ],
  witness_not_near: [
    '只能请本村的邻居或协理员作证，请另选一位。',
    'Only a neighbour of the village or its coordinator can speak for it. Choose another.',
  ],
  witness_not_asked: [
    '这次没有请您作证，不用回答。',
    'You were not named as witness of this visit. Nothing to answer.',
  ],
  witness_said_already: ['您已经回答过了，谢谢您。', 'You have answered already, thank you.'],
  exception_not_there: [
    '这一项已经变了，请看看最新的情况。',
    'This has changed meanwhile. Look at how it stands now.',
  ],
  exception_settled: ['这一项已经处理过了，不用再办。', 'This has been settled already.'],
  exception_needs_end: [
    '请填帮手离开的时间，不能比到的时间早，也不能比现在晚。',
    'Say when the helper left: after arriving, and not in the future.',
  ],
  resolution_does_not_fit: ['这样处理不合适，请换一种。', 'That does not fit here. Choose another way.'],
  card_not_valid: [
    '老人没有码卡，或卡已经作废。请协理员或家里人做一张新的。',
    'The elder has no code card, or it is void. The coordinator or the family can make a new one.',
  ],
  card_line_used: [
    '这一行已经用过了，请老人念下一行。',
    'This line has been used. Have the elder read the next one.',
  ],
  elder_said_already: ['老人已经确认过这次到访了。', 'The elder has confirmed this visit already.'],
  card_code_wrong: [
    '号码对不上。请老人再念一遍卡上这一行的四位数字。',
    'The number does not match. Have the elder read the four digits of this line once more.',
  ],
  codes_tried_out: [
    '号码试得太多了，过半小时再试。现在可以请人作证，或写一句原因，一样算数。',
    'Too many codes were tried at this visit. Wait half an hour; a witness or a reason counts just as well.',
  ],
  entry_time_invalid: [
    '这条记录的时间不在这次到访里，请看看手机上的时间对不对。',
    'This note is not from the time of the visit. See whether the clock on your phone is right.',
  ],
  vitals_impossible: [
    '这个数不太可能，请再量一次，或看看有没有输错。',
    'That number is hardly possible. Measure again, or look whether you typed it wrong.',
  ],
  // photos and voice
  media_too_large: [
    '文件太大了，请在暖邻里直接拍、直接录。',
    'The file is too large. Take it in Nuanlin itself.',
  ],
  media_type_wrong: [
    '这个文件不是照片或录音，请在暖邻里直接拍、直接录。',
    'This file is no photo or voice note. Take it in Nuanlin itself.',
  ],
  media_damaged: ['文件没有传完整，请重新拍、重新录。', 'The file did not arrive whole. Take it again.'],
  media_too_many_pixels: [
    '这张照片尺寸太大，打不开。请在暖邻里直接拍。',
    'This photo is too large to open. Take it in Nuanlin itself.',
  ],
  media_too_long: ['一段话最多一分钟，请分两段说。', 'A voice note is at most a minute. Say it in two.'],
  media_not_fit: [
    '这个内容不适合给家里人看，没有放上去。',
    'This is not fit to be shown to the family and was left out.',
  ],
  media_unchecked: [
    '内容一直没有核对成，没有放上去。请重新拍、重新录。',
    'Its content could not be checked, so it was left out. Take it again.',
  ],
  media_too_many: [
    '这次到访的照片和录音够多了，不用再传。',
    'There are enough photos and voice notes of this visit.',
  ],
  media_lost: [
    '手机里找不到这个文件了，请重新拍、重新录。',
    'The file is not on this phone any more. Take it again.',
  ],
  // alerts
  alert_closed: [
    '这件事已经处理好了，不用再办。可以看看当时的经过。',
    'This has been settled already. You can read what was done.',
  ],
  alert_answer_first: [
    '请先点“我去看看”，看过以后再说怎么处理的。',
    'First say that you are going, and then what was done.',
  ],
  alert_undo_over: [
    '已经过了一分钟，不能直接撤回。请告诉来看您的人您没事。',
    'The minute for taking it back is over. Tell whoever comes that you are well.',
  ],
  // video calls
  video_nobody_there: [
    '现在家里没有能接视频的手机，等有人上门时再看，或先打个电话。',
    'There is no phone at home that can take a video call. Try while somebody visits, or telephone.',
  ],
  video_nobody_to_call: [
    '还没有家人连上暖邻，请协理员帮您联系家人。',
    'No family is linked yet. Ask the coordinator to reach them.',
  ],
  video_visit_not_running: [
    '帮手签到以后才能从这次到访打视频。',
    'From a visit one can call once the helper has checked in.',
  ],
  video_busy: [
    '老人正在和别的家人视频，等一会儿再打。',
    'The elder is in a video call with somebody else. Try again in a while.',
  ],
  video_call_over: ['这次视频已经结束了，可以再打一次。', 'This call is over. You can call again.'],
  video_not_joined: ['您还没有接通，请先接听。', 'You have not joined. Answer the call first.'],
  video_joined_already: ['您已经接通了，不想说了请挂断。', 'You have joined already. To end it, hang up.'],
  video_other_app: [
    '这个视频是在另一个应用里打的，请用微信打开暖邻再接，或打电话。',
    'This call runs in another application. Open Nuanlin there, or telephone.',
  ],
  video_ticket_unknown: [
    '这个入口不是给您的，请重新点“接听”。',
    'This ticket is not for you. Tap answer again.',
  ],
  video_ticket_used: ['这个入口已经用过了，请重新点“接听”。', 'This ticket was used. Tap answer again.'],
  video_ticket_expired: ['这个入口过期了，请重新点“接听”。', 'This ticket has expired. Tap answer again.'],
  // visit duty
  duty_not_due: [
    '现在没有等着的看望。见到老人的话，可以直接记“见到了”。',
    'No visit is due now. If you saw the elder, record that.',
  ],
  duty_tried_just_now: [
    '刚刚记过一次没联系上。过半小时再试一次，还联系不上会通知家人。',
    'That was recorded a moment ago. Try again in half an hour; then the family is told.',
  ],
  duty_record_kept: [
    '这条记录过了一天，或者不是您记的，不能撤回。请再去看望一次，重新记。',
    'Only your own latest record can be taken back, within a day. Look in again and record that.',
  ],
  duty_helper_no: ['这位帮手现在不能去，请换一位。', 'This helper cannot go. Choose another.'],
  warning_past: ['这几天已经过去了，请选今天以后的日子。', 'Those days are over. Choose days from today on.'],
  warning_too_long: [
    '天气提醒最长十四天，过后可以再发。',
    'A warning lasts at most fourteen days; enter another afterwards.',
  ],
  warning_ended: ['这条提醒已经取消了。', 'This warning has been ended already.'],
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
    'Time can only go to elders who have agreed that you are family. Ask them first.',
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
  time_rules_waiting: [
    '已经有一份新规则在等另一位公布。请等它有了结果，或请提出的人收回。',
    'Another proposal is waiting already. Wait for its end, or have its proposer take it back.',
  ],
  time_rules_not_waiting: [
    '这份新规则已经公布、收回，或换成了另一份。请刷新再看一遍。',
    'That proposal has been published, taken back or replaced. Refresh and read again.',
  ],
  time_rules_second_official: [
    '新规则要由另一位主管人员公布，提出的人不能自己公布。请同事登录来看。',
    'Another official has to publish new rules, not the one who proposed them. Ask a colleague.',
  ],
  time_rules_not_yours: [
    '只有提出的人可以收回。您不同意的话，不公布就行，请跟提出的人说一声。',
    'Only its proposer can take it back. If you disagree, do not publish it, and tell them.',
  ],
  time_estate_date: [
    '去世的日子不能在今天以后，请改一下。',
    'The day of death cannot be after today. Change it.',
  ],
  time_pool_asked: [
    '已经请村里看过一次，还在等答复。着急的话请给协理员打电话。',
    'The village has been asked already and will answer. If it is urgent, call the coordinator.',
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
  // tomorrow's routes
  plan_busy: [
    '路线正在排，或正在发给大家，请等它完成。',
    'The plan is being drawn or published. Wait until it is done.',
  ],
  plan_published: [
    '这份路线已经发给大家了。要改，请在那次到访里改。',
    'This plan has been published. To change it, change the visit itself.',
  ],
  plan_stop_agreed: [
    '这次到访双方已经说好了，要改请打开这次到访。',
    'This visit is agreed. To change it, open the visit itself.',
  ],
  plan_nothing_to_undo: ['已经退到头了，没有可以撤销的。', 'There is nothing to take back.'],
  plan_changed: [
    '刚才情况又有变化，请再看一遍要动哪几家。',
    'Something has changed just now. Look again at what would move.',
  ],
  plan_day_over: ['这一天已经过去了，请看今天或明天的。', 'That day is over. Look at today or tomorrow.'],
  // assessments
  instrument_unknown: ['没有这份量表，请重新选择。', 'There is no such instrument.'],
  assessment_not_open: [
    '这次评估已经交了或停了，不能再改答案。',
    'This assessment is closed; its answers can no longer change.',
  ],
  assessment_incomplete: [
    '还有题目没有答，请补上，或说明为什么不答。',
    'A question is still open; answer it or say why not.',
  ],
  assessment_not_submitted: ['这次评估还没有交，先答完再请人复核。', 'This assessment is not submitted yet.'],
  answer_impossible: ['这一题没有这个选项，请重新选。', 'This question has no such answer; choose again.'],
  answer_conflict: [
    '另一位同事给这一题选了别的答案，请对照两个答案再定。',
    'A colleague chose another answer here; look at both and decide.',
  ],
  circumstances_impossible: [
    '补充情况和前面的答案对不上，请核对日期和意识水平。',
    'These circumstances contradict the answers; check the days and the item of consciousness.',
  ],
  second_assessor_needed: [
    '要请另一位评估员来复核，不能自己复核自己。',
    'Another assessor has to confirm; not the one who assessed.',
  ],
  // cases
  case_exists: [
    '老人已经有一个同类的个案在进行，请在那一个里继续。',
    'An open case of this kind exists; go on with it.',
  ],
  case_proposal_settled: [
    '这一条已经处理过了，下拉刷新看看。',
    'This has been seen to already. Pull down to see the latest.',
  ],
  case_not_closed: [
    '结案以后才有结案小结，请先结案。',
    'There is a closing summary once the case is closed.',
  ],
  case_not_open: ['这个个案已经结束，要接着做请先重新打开。', 'This case is over; reopen it to go on.'],
  case_step_not_next: [
    '这个个案还没到这一步，请先做完眼前这一步。',
    'The case is not that far yet; finish the present step first.',
  ],
  case_step_undone: [
    '这类个案有一步不能省，请先做完再往下走。',
    'A mandatory step of this kind of case is still undone.',
  ],
  case_field_conflict: [
    '另一位同事刚改了这里，您写的还在，请对照两边再定。',
    'A colleague has just changed this; yours is kept, compare the two.',
  ],
  case_plan_changed: [
    '计划改过了，请再请老人同意一次。',
    'The plan has changed since the consent; ask again.',
  ],
  case_already_arranged: [
    '这一项已经约了人，不能删，只能不再约。',
    'Visits are arranged for this; it cannot be taken out.',
  ],
  case_transfer_none: ['没有转给您的个案，可能已经收回。', 'This case is not offered to you.'],
  case_desk_missing: [
    '县里还没有定谁接转介，请打电话给社工站。',
    'Nobody takes referrals in this county yet; call the station.',
  ],
  case_not_yours: [
    '这个个案由别的社工负责，您可以看，要改请先和负责的社工说。',
    'A colleague is responsible for this case; you may read it.',
  ],
  case_not_supervisor: ['这件事要督导来做。', 'This is for a supervisor to do.'],
  case_sign_off_own: [
    '不能给自己负责的个案签字，请另一位督导来签。',
    'Nobody signs their own case; ask another supervisor.',
  ],
  case_restricted: [
    '这个个案受保护，不能给家属看。',
    'This case is protected and is not shown to the family.',
  ],
  case_next_past: ['下次日期要选今天或以后。', 'The next day has to be today or later.'],
  case_next_too_far: [
    '下次日期太远了，这类个案要早一点再看。',
    'That is too far away for this kind of case; choose an earlier day.',
  ],
  case_words_missing: ['还有一段话没写，请写上再往下走。', 'A text is still empty; write it first.'],
  case_consent_missing: [
    '还没有老人的同意，请先问老人愿不愿意。',
    'The elder has not consented yet; ask first.',
  ],
  consent_order: [
    '代为同意要按配偶、父母子女、其他近亲属的顺序，请写明前面的人为什么不能代。',
    'A representative speaks in order: spouse, parents or children, other kin; say why those before cannot.',
  ],
  consent_ended: ['代为同意的期限过了，请重新办理。', 'The authority to consent has ended; renew it.'],
  case_assessment_missing: ['该做的评估还没做完，请先做评估。', 'An assessment is still to be made.'],
  case_goal_missing: [
    '还没有目标，请先和老人商量一个目标。',
    'There is no goal yet; agree on one with the elder.',
  ],
  case_goal_unmarked: [
    '还有目标没有记现在到哪一步，请先记一下。',
    'A goal has no mark yet; say where it stands.',
  ],
  case_intervention_missing: [
    '还有目标没有安排怎么做，请加上一项。',
    'A goal has nothing that serves it; add something.',
  ],
  case_sign_off_needed: [
    '这类个案要督导签字，请督导看过再往下走。',
    'This kind of case needs a supervisor to sign first.',
  ],
  case_not_evaluated: ['目标达成要先评估，请先进入评估。', 'Evaluate before closing as achieved.'],
  case_not_a_service: ['这一项不用约人上门。', 'Nobody has to be arranged for this one.'],
  case_too_many: ['这里已经太多了，请先整理一下。', 'There are too many here; tidy up first.'],
  case_transfer_own: ['个案本来就在这位同事手里。', 'The case is already with this colleague.'],
  // groups and programmes
  group_step_not_next: [
    '现在还走不到这一步，请看看小组到哪一步了。',
    'The group cannot take this step now. Look where it stands.',
  ],
  group_not_yours: [
    '这件事由负责的社工来做，请和同事商量。',
    'This is for the worker who is responsible. Talk to your colleague.',
  ],
  group_over: ['已经结束了，要接着做请先重新打开。', 'This is over. Reopen it to go on.'],
  group_too_few: [
    '至少要有两位老人答应来，才能开始。',
    'At least two elders have to say yes before it can begin.',
  ],
  group_full: [
    '人已经满了，请先调大人数，或者另办一个小组。',
    'The group is full. Make it larger, or form another.',
  ],
  group_session_missing: ['还没有安排活动，请先安排一次。', 'No meeting is planned yet. Plan one first.'],
  group_duty_missing: [
    '策划、协调、带动三样，每样都要有人。',
    'Planning, coordinating and enabling each need a person.',
  ],
  group_session_open: [
    '还有活动没有记出勤，请记上，或者取消那一次。',
    'A meeting has no attendance yet. Keep it, or call that meeting off.',
  ],
  group_session_closed: ['这一次已经记过或取消了。', 'This meeting is already kept or called off.'],
  group_session_ahead: [
    '还没有到开始的时候，到时再记出勤。',
    'It has not begun yet. Keep the attendance then.',
  ],
  group_after_missing: [
    '还有老人没有再问一次量表，请问一问，或写上为什么没问。',
    'Somebody has not been asked the scale again. Ask, or write why not.',
  ],
  group_words_missing: ['小结还没写，请写上再往下走。', 'The summary is still empty. Write it first.'],
  group_member_known: ['这位老人已经在名单上了。', 'This elder is on the list already.'],
  group_member_settled: [
    '这位老人已经答复过了，请看看最新的名单。',
    'This elder has answered already. Look at the list again.',
  ],
  group_list_incomplete: [
    '名单和小组对不上，每位组员都要记来没来。',
    'The list does not fit the group: every member has to be on it once.',
  ],
  group_absence_unexplained: [
    '没来的请选一个原因，不知道也可以选。',
    'Choose why somebody was absent; unknown is an answer, too.',
  ],
  group_workers_credited: [
    '帮手的出勤已经记了时间，不能再改；记错了请找协理员。',
    'The helpers’ attendance is credited and stays. If it is wrong, tell the coordinator.',
  ],
  group_worker_unknown: [
    '这位帮手不在这一片，请重新选。',
    'This helper is not of this region. Choose again.',
  ],
  programme_step_not_next: [
    '现在还走不到这一步，请看看项目到哪一步了。',
    'The programme cannot take this step now. Look where it stands.',
  ],
  programme_goal_missing: [
    '还没有目标，请先写一个能量出来的目标。',
    'There is no goal yet. Write one that can be measured.',
  ],
  programme_goal_unmeasured: [
    '还有目标没有量过，请记一次现在的数。',
    'A goal has not been measured. Record its number now.',
  ],
  programme_measure_early: [
    '不能记将来的数，请选今天或以前。',
    'A number of the future cannot be recorded. Choose today or earlier.',
  ],
  brief_evidence_empty: [
    '没有哪一项到五位老人，简报里不能写更小的数，请多等一段或扩大范围。',
    'Nothing concerns five elders or more, and smaller counts are not shown. Wait, or take a larger region.',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type RefusalCode = keyof typeof refusalSentences;
export interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string;
  /** Two people wrote different things into one place: both, so that neither is lost. */
  readonly values?: { readonly yours: string; readonly theirs: string };
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
