/** A seeded source of chance; the same seed gives the same sequence on every machine. */
export interface Random {
  /** A whole number from 0 up to and not including `limit`. */
  readonly below: (limit: number) => number;
  /** A number from 0 up to and not including 1. */
  readonly unit: () => number;
}

/** The generator sfc32 (Chris Doty-Humphrey, PractRand): 32-bit arithmetic only, a period of at least 2³². */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 16; round += 1) word();
  return {
    below: (limit) => (word() * 2.3283064365386963e-10 * limit) | 0,
    unit: () => word() * 2.3283064365386963e-10,
  };
}
