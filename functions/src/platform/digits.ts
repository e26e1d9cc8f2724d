import type { Deps } from './deps';

/** So many digits by chance, for a card or a door. */
export const digits = (deps: Pick<Deps, 'random'>, count: number): string =>
  String(Math.floor(deps.random() * 10 ** count)).padStart(count, '0');
