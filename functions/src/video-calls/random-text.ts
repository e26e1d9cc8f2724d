import type { Deps } from '../platform/deps';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Text nobody can guess: five bits a character. */
export const randomText = ({ random }: Pick<Deps, 'random'>, length: number): string =>
  Array.from({ length }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
