import * as z from 'zod';
import { type Day, day } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { type Ability, ability } from '../people/elder';

/** 照护风险事件: what happened and on which day. */
export const riskEvent = z.strictObject({
  kind: z.enum(['fall', 'choking', 'suicide', 'self_harm', 'wandering']),
  on: day,
});

/** What GB/T 42195-2022 asks beside the 26 items. */
export const circumstances = z.strictObject({
  coma: z.boolean(),
  /** ICD-10 F00–F03. */
  dementia: z.boolean(),
  /** ICD-10 F04–F99. */
  mentalDisorder: z.boolean(),
  riskEvents: z.array(riskEvent).max(30),
});
export type Circumstances = z.infer<typeof circumstances>;

export const modifier = z.enum(['coma', 'dementia', 'mental_disorder', 'risk_events']);
export type Modifier = z.infer<typeof modifier>;

export const RISK_WINDOW_DAYS = 30;
export const RISK_EVENTS_NEEDED = 2;

const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Events of the 30 days up to and including the day of the assessment. */
export const recentEvents = ({ riskEvents }: Circumstances, on: Day): number =>
  riskEvents.filter((event) => daysBetween(event.on, on) <= RISK_WINDOW_DAYS).length;

/** Coma shows in the item of consciousness too, and nothing has happened tomorrow. */
export function checkCircumstances(
  given: Circumstances,
  consciousness: string | undefined,
  today: Day,
): Result<void> {
  if (given.coma && consciousness !== undefined && consciousness !== '0')
    return refuse('circumstances_impossible', 'circumstances.coma');
  const future = given.riskEvents.findIndex((event) => event.on > today);
  if (future >= 0) return refuse('circumstances_impossible', `circumstances.riskEvents.${future}.on`);
  return allow(undefined);
}

const worse: readonly Ability[] = ability.options;

/**
 * The level after the modifiers: coma is complete dependence whatever the score; dementia, another mental disorder, or
 * two care-risk events within 30 days make it one level worse, one level in all even if several apply.
 */
export function abilityLevel(
  byScore: Ability | undefined,
  given: Circumstances,
  on: Day,
): { readonly level: Ability | undefined; readonly modifiers: Modifier[] } {
  const modifiers: Modifier[] = [
    ...(given.coma ? (['coma'] as const) : []),
    ...(given.dementia ? (['dementia'] as const) : []),
    ...(given.mentalDisorder ? (['mental_disorder'] as const) : []),
    ...(recentEvents(given, on) >= RISK_EVENTS_NEEDED ? (['risk_events'] as const) : []),
  ];
  if (given.coma) return { level: 'complete', modifiers };
  if (byScore === undefined || modifiers.length === 0) return { level: byScore, modifiers };
  return { level: worse[Math.min(worse.indexOf(byScore) + 1, worse.length - 1)] ?? byScore, modifiers };
}
