import * as z from 'zod';

const NEWLINE = 10;
const TAB = 9;
const DELETE = 127;
const LAST_CONTROL = 159;
/** Characters that turn the direction of what follows and so can make a text read as another one. */
const overrides = /[\u202a-\u202e\u2066-\u2069]/;

const isPlain = (text: string): boolean =>
  !overrides.test(text) &&
  [...text].every((char) => {
    const code = char.charCodeAt(0);
    const isControl = code < 32 || (code >= DELETE && code <= LAST_CONTROL);
    const isHalf = char.length === 1 && code >= 0xd800 && code <= 0xdfff;
    return code === NEWLINE || code === TAB || !(isControl || isHalf);
  });

/** One shape for each length: shapes never change, and making one anew for every field is a cold function's time. */
const kept = (make: (most: number) => z.ZodString) => {
  const made = new Map<number, z.ZodString>();
  return (most: number): z.ZodString => {
    const shape = made.get(most) ?? make(most);
    made.set(most, shape);
    return shape;
  };
};

const trimmed = z.trim();
const notEmpty = z.minLength(1);
const plain = z.refine<string>(isPlain);

/** Text people type: trimmed, not empty, bounded, without control characters, overrides or halves of characters. */
export const line = kept((most) => z.string().check(trimmed, notEmpty, z.maxLength(most), plain));

/** As `line`, and may be empty. */
export const paragraph = kept((most) => z.string().check(trimmed, z.maxLength(most), plain));

/** What a machine made and a client hands back as it got it: tokens, login codes, cursors. Never empty. */
export const opaque = kept((most) => z.string().check(z.maxLength(most), z.regex(/^[!-~]+$/)));

/** A mainland mobile or landline number with area code. */
export const phoneNumber = z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/);
