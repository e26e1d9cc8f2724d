import type { RefusalCode } from '@shared/kernel/refusal';

/** The line of the form beside which a refusal is said. */
export type FormField = 'service' | 'when' | 'repeat' | 'who' | 'pay' | 'note' | 'form';

const byPath: Record<string, FormField> = {
  serviceCode: 'service',
  startsAt: 'when',
  minutes: 'when',
  confirmedNight: 'when',
  recurrence: 'repeat',
  wishes: 'who',
  payBy: 'pay',
  note: 'note',
};
const byCode: Partial<Record<RefusalCode, FormField>> = {
  time_past: 'when',
  time_too_far: 'when',
  time_order_invalid: 'when',
  duration_out_of_range: 'when',
  night_needs_confirmation: 'when',
  request_overlaps: 'when',
  recurrence_invalid: 'repeat',
  service_unknown: 'service',
  helper_not_eligible: 'who',
};

/** The field the server named, else the one the code is about, else the whole form. */
export function fieldOfRefusal(refusal: { code: string; field?: string | undefined }): FormField {
  const segment = refusal.field?.split('.').find((part) => part in byPath);
  return (segment && byPath[segment]) || byCode[refusal.code as RefusalCode] || 'form';
}
