const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARACTERS = 10;
const RANDOM_CHARACTERS = 16;

/**
 * A ULID by plain arithmetic: WeChat has neither `crypto` nor `TextEncoder`. These ids are names, not secrets;
 * 80 bits drawn from `random` keep two phones apart.
 */
export function ulid(millis: number, random: () => number): string {
  let time = '';
  let rest = Math.floor(millis);
  for (let index = 0; index < TIME_CHARACTERS; index += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let tail = '';
  for (let index = 0; index < RANDOM_CHARACTERS; index += 1) {
    tail += ALPHABET.charAt(Math.floor(random() * 32) % 32);
  }
  return time + tail;
}
