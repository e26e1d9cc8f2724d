import type { ElderId, HelperId } from '@shared/kernel/ids';

/** Crockford's letters, in which a ULID is written: ten for the millisecond, sixteen of chance. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LETTERS = 10;
const CHANCE_LETTERS = 16;
/** Bytes of the part of an id that is chance. */
export const CHANCE_BYTES = 10;

const placeOf = (letter: string): number => LETTERS.indexOf(letter);

/** The moment of an id as a number below 2^50. */
export const timeOf = (id: string): number =>
  [...id.slice(-TIME_LETTERS - CHANCE_LETTERS, -CHANCE_LETTERS)].reduce(
    (sum, letter) => sum * 32 + placeOf(letter),
    0,
  );

/** Sixteen bits of an id that are as good as chance. */
export const lotOf = (id: string): number =>
  [...id.slice(-4)].reduce((sum, letter) => (sum * 32 + placeOf(letter)) & 0xffff, 0);

function chanceOf(id: string): Uint8Array {
  const bytes = new Uint8Array(CHANCE_BYTES);
  const letters = id.slice(-CHANCE_LETTERS);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    held = ((held & 0xff) << 5) | placeOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}

function lettersOf(time: number, chance: Uint8Array): string {
  let text = '';
  for (let rest = time, place = 0; place < TIME_LETTERS; place += 1) {
    text = LETTERS.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  let bits = 0;
  let held = 0;
  for (const byte of chance) {
    held = ((held & 0xff) << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += LETTERS.charAt((held >> bits) & 31);
    }
  }
  return text;
}

/** Numbers and ids as few bytes, one after another. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private at = 0;

  private room(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + count));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  get length(): number {
    return this.at;
  }

  byte(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }

  /** A whole number from 0 to 2^53, seven bits a byte. */
  whole(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128);
    this.byte(rest);
  }

  real(value: number): void {
    this.room(8);
    new DataView(this.bytes.buffer).setFloat64(this.at, value);
    this.at += 8;
  }

  raw(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  chance(id: string): void {
    this.raw(chanceOf(id));
  }

  id(id: string): void {
    this.whole(timeOf(id));
    this.chance(id);
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }
}

/** Reads what a `ByteWriter` has written, in the same order. */
export class ByteReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new Error('packed bytes end too early');
    return value;
  }

  whole(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  real(): number {
    const value = new DataView(this.bytes.buffer, this.bytes.byteOffset).getFloat64(this.at);
    this.at += 8;
    return value;
  }

  private ulid(time: number): string {
    const chance = this.bytes.subarray(this.at, this.at + CHANCE_BYTES);
    this.at += CHANCE_BYTES;
    return lettersOf(time, chance);
  }

  helperId(time = this.whole()): HelperId {
    return `helper_${this.ulid(time)}` as HelperId;
  }

  elderId(): ElderId {
    return `elder_${this.ulid(this.whole())}` as ElderId;
  }
}
