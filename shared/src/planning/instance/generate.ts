import { createRandom } from '../random';
import type { Instance } from './instance';

/** What a made-up instance should hold; shares lie between 0 and 1. */
export interface Wanted {
  readonly seed: number;
  readonly patients: number;
  readonly caregivers: number;
  /** Share of patients who need two caregivers. */
  readonly pairs: number;
  /** Whether caregivers have homes, hours and limits of their own, and patients wishes, beyond the benchmark. */
  readonly village: boolean;
}

const SERVICES = ['s1', 's2', 's3', 's4', 's5', 's6'];
const SIDE = 100;
const DAY = 600;
const WINDOW = 120;

/** An instance with windows of two hours over ten, on a square of 100 by 100 minutes; the same seed gives the same. */
export function generateInstance(wanted: Wanted): Instance {
  const { below, unit } = createRandom(wanted.seed);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const point = (): [number, number] => [unit() * SIDE, unit() * SIDE];
  const some = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);
  const people = some('c', wanted.caregivers);
  const offices = some('d', wanted.village ? wanted.caregivers : 1);

  // The first six caregivers between them can do everything, whatever chance gives the others.
  const caregivers = people.map((id, at) => ({
    id,
    abilities: [
      ...new Set([
        ...SERVICES.filter((_, service) => service % Math.min(people.length, 6) === at),
        pick(SERVICES),
        pick(SERVICES),
      ]),
    ],
    ...(wanted.village
      ? {
          starting_point: `d${at + 1}`,
          working_hours: pick<[number, number][]>([
            [
              [0, 330],
              [390, 800],
            ],
            [[60, 800]],
            [[0, 420]],
            [[-60, 900]],
          ]),
          max_visits: 3 + below(8),
        }
      : {}),
  }));
  const patients = some('p', wanted.patients).map((id, at) => {
    const from = below(DAY - WINDOW);
    const first = pick(SERVICES);
    const isPair = unit() < wanted.pairs && people.length > 1;
    const second = pick(SERVICES.filter((each) => each !== first));
    const least = below(40);
    return {
      id,
      time_window: [from, from + WINDOW] as [number, number],
      required_caregivers: (isPair ? [first, second] : [first]).map((service) => ({
        service,
        duration: 10 + below(20),
      })),
      ...(isPair
        ? {
            synchronization:
              unit() < 0.5
                ? ({ type: 'simultaneous' } as const)
                : { type: 'sequential' as const, distance: [least, least + below(40)] as [number, number] },
          }
        : {}),
      ...(wanted.village
        ? {
            strict: unit() < 0.3,
            incompatible_caregivers: unit() < 0.2 ? [pick(people)] : [],
            after: at > 0 && unit() < 0.1 ? [`p${1 + below(at)}`] : [],
            ...(unit() < 0.3 ? { preferred_caregivers: [pick(people)] } : {}),
          }
        : {}),
    };
  });
  const points = [...offices, ...patients].map(point);
  return {
    patients,
    services: SERVICES.map((id) => ({ id, default_duration: 15 })),
    caregivers,
    central_offices: offices.map((id) => ({ id })),
    distances: points.map(([x, y]) => points.map(([u, v]) => Number(Math.hypot(x - u, y - v).toFixed(3)))),
  };
}
