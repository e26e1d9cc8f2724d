import type { Refusal, RefusalCode } from './refusal';

/** What a rule answers: the value asked for, or the named reason why not. Bugs throw; refusals are values. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const allow = <T>(value: T): Result<T> => ({ ok: true, value });

/** `field` is the dotted path of the input that the refusal is about, when it is about one. */
export const refuse = (code: RefusalCode, field?: string): Result<never> => ({
  ok: false,
  refusal: field === undefined ? { code } : { code, field },
});
