import * as z from 'zod';

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** Text people type: trimmed, not empty, bounded, without control or direction-override characters. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !control.test(text));

/** As `line`, and may be empty. */
export const paragraph = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !control.test(text));

/** A mainland mobile or landline number with area code. */
export const phoneNumber = z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/);
