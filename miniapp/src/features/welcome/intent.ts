import type { Role } from '@shared/kernel/role';

/** What brings somebody here, in their own words: 我有老人在老家, 我来帮邻居, 我是老人, 工作人员. */
export type Intent = 'family' | 'helper' | 'elder' | 'staff';

const rolesOf: Record<Intent, readonly Role[]> = {
  family: ['family'],
  helper: ['volunteer', 'provider'],
  elder: ['elder'],
  staff: ['coordinator', 'social_worker', 'official', 'operator'],
};

export type NextStep =
  | { readonly kind: 'enter'; readonly role: Role }
  /** Everyone may choose to act as family. */
  | { readonly kind: 'take-family' }
  /** A volunteer says first where and when they can come. */
  | { readonly kind: 'join-helpers' }
  /** Elders and staff are entered by the village, not by themselves. */
  | { readonly kind: 'ask-coordinator' };

export const suits = (intent: Intent | undefined, role: Role): boolean =>
  intent === undefined || rolesOf[intent].includes(role);

/** Where somebody goes after signing in with this intent and these roles. */
export function nextStep(intent: Intent, held: readonly Role[]): NextStep {
  const role = rolesOf[intent].find((candidate) => held.includes(candidate));
  if (role !== undefined) return { kind: 'enter', role };
  if (intent === 'family') return { kind: 'take-family' };
  return { kind: intent === 'helper' ? 'join-helpers' : 'ask-coordinator' };
}
