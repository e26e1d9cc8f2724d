import type { RefusalCode } from '@shared/kernel/refusal';

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 502 | 503;

const byStatus = {
  400: ['input_invalid', 'input_unknown_key', 'body_not_json'],
  401: ['sign_in_needed', 'session_ended', 'wechat_code_invalid'],
  403: [
    'role_not_held',
    'account_suspended',
    'wechat_user_blocked',
    'local_stage_only',
    'grant_second_approver_needed',
    'region_outside',
    'kinship_not_consented',
    'witness_is_kin',
    'helper_suspended',
    'time_second_person_needed',
    'time_helper_confirmed',
    'time_not_kin',
  ],
  404: [
    'not_found',
    'route_unknown',
    'persona_unknown',
    'card_code_unknown',
    'service_unknown',
    'region_unknown',
  ],
  409: [
    'changed_meanwhile',
    'command_reused',
    'grant_closed',
    'kinship_exists',
    'kinship_closed',
    'helper_exists',
    'request_overlaps',
    'request_not_open',
    'request_in_progress',
    'request_not_unmet',
    'offer_taken',
    'offer_expired',
    'offer_closed',
    'helper_day_full',
    'visit_not_scheduled',
    'visit_not_checked_in',
    'visit_not_checked_out',
    'visit_already_answered',
    'visit_shared',
    'record_unreadable',
    'night_needs_confirmation',
    'time_not_enough',
    'time_estate_held',
    'time_already_credited',
    'time_visit_unverified',
    'time_rules_changed',
    'time_hold_closed',
    'time_flag_closed',
    'time_fund_empty',
  ],
  413: ['body_too_large'],
  422: [
    'position_outside_region',
    'hours_invalid',
    'credential_invalid',
    'time_past',
    'time_too_far',
    'time_order_invalid',
    'duration_out_of_range',
    'recurrence_invalid',
    'helper_not_eligible',
    'check_in_too_early',
    'check_in_too_late',
    'check_out_before_check_in',
    'evidence_needs_reason',
    'door_code_wrong',
    'entry_time_invalid',
    'vitals_impossible',
    'time_amount_invalid',
    'time_to_self',
    'time_give_closed',
    'time_region_closed',
    'time_region_limit',
    'time_own_kin',
    'time_paid_in_money',
    'time_nothing_to_credit',
    'time_cap_reached',
    'time_too_young',
    'time_rules_date',
    'witness_not_you',
  ],
  429: ['wechat_rate_limited'],
  502: [],
  503: ['busy_try_again', 'wechat_busy'],
} as const satisfies Record<Status, readonly RefusalCode[]>;

type Placed = (typeof byStatus)[Status][number];
type Complete = Exclude<RefusalCode, Placed> extends never ? true : never;
/** Does not compile while a refusal has no status. */
const complete: Complete = true;

const statusOf = new Map<RefusalCode, number>(
  Object.entries(byStatus).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)] as const)),
);

/** HTTP status of a refusal. Rules know no HTTP, so the table lives here. */
export const httpStatus = (code: RefusalCode): number => (complete && statusOf.get(code)) || 400;
