import type { Routes } from './routes';

/** Appends visit after visit, the earliest due first, wherever it adds least now: a plan to begin the search with. */
export function construct(routes: Routes): void {
  const { day } = routes;
  const { prev } = routes.rings;
  const { ready } = routes.times;
  const { places, helpers, may, choice, partner, opens, due, least, most } = day;
  const { weights } = day.day;
  const arrival = (place: number, helper: number): number =>
    Math.max(
      opens[place]!,
      ready[prev[places + helper]!]! + routes.way(prev[places + helper]!, place, helper),
    );
  const price = (place: number, helper: number, time: number): number =>
    weights.travel * routes.way(prev[places + helper]!, place, helper) +
    choice[place * helpers + helper]! +
    (weights.tardiness + weights.worstTardiness) * Math.max(0, time - due[place]!) +
    0.05 * weights.travel * (time - opens[place]!);

  const order = Array.from({ length: places }, (_, place) => place)
    .filter((place) => partner[place]! < place)
    .sort((a, b) => due[a]! - due[b]! || a - b);
  for (const last of order) {
    const mate = partner[last]!;
    const one = mate < 0 ? last : mate;
    const two = mate < 0 ? -1 : last;
    const options: { readonly price: number; readonly first: number; readonly second: number }[] = [];
    for (let first = 0; first < helpers; first += 1) {
      if (may[one * helpers + first] === 0) continue;
      const from = arrival(one, first);
      if (two < 0) {
        options.push({ price: price(one, first, from), first, second: -1 });
        continue;
      }
      for (let second = 0; second < helpers; second += 1) {
        if (second === first || may[two * helpers + second] === 0) continue;
        const later = Math.max(arrival(two, second), from + least[one]!);
        const sooner = Math.max(from, later - most[one]!);
        options.push({ price: price(one, first, sooner) + price(two, second, later), first, second });
      }
    }
    options.sort((a, b) => a.price - b.price || a.first - b.first || a.second - b.second);
    for (const { first, second } of options.slice(0, 40)) {
      let known = routes.putAfter(one, prev[places + first]!);
      if (two >= 0) known += routes.putAfter(two, prev[places + second]!);
      if (routes.decide(known, Number.POSITIVE_INFINITY)) break;
    }
  }
}
