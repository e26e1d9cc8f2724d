import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { day } from '../kernel/instant';

/** Fewer elders than this are nobody's business but their own: shown as 少于5, and not counted into anything. */
export const FEWEST_SHOWN = 5;

export const evidenceKind = z.enum(['unmet', 'noticed', 'level', 'mood']);
export type EvidenceKind = z.infer<typeof evidenceKind>;

/** One case of a need, with whose it is; it never leaves the rule. */
export interface Need {
  readonly kind: EvidenceKind;
  readonly elderId: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly what: z.infer<typeof spokenText>;
}

/** A count of elders in a village: at least five, or only that there are fewer. */
export const evidenceCell = z.lazy(() =>
  z.strictObject({
    kind: evidenceKind,
    villageCode: z.string(),
    villageName: z.string(),
    what: spokenText,
    elders: z.union([z.int().min(FEWEST_SHOWN), z.literal('few')]),
  }),
);
export type EvidenceCell = z.infer<typeof evidenceCell>;

/** What a brief rests on. */
export const evidence = z.lazy(() =>
  z.strictObject({
    from: day,
    to: day,
    cells: z.array(evidenceCell).max(400),
    /** Over the villages shown, and so "at least": what is under five is in no sum. */
    sums: z.array(
      z.strictObject({ kind: evidenceKind, what: spokenText, elders: z.int(), villages: z.int() }),
    ),
  }),
);
export type Evidence = z.infer<typeof evidence>;

/**
 * Counts elders, each once a cell, by village and need. A cell under five says only that; sums are made of the cells
 * shown and of nothing else, so no smaller number can be found by taking one from another.
 */
export function evidenceOf(needs: readonly Need[]): Pick<Evidence, 'cells' | 'sums'> {
  const counted = new Map<string, { need: Need; elders: Set<string> }>();
  for (const need of needs) {
    const key = `${need.kind}|${need.what.zh}|${need.villageCode}`;
    const cell = counted.get(key) ?? { need, elders: new Set() };
    cell.elders.add(need.elderId);
    counted.set(key, cell);
  }
  const cells = [...counted.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([, { need, elders }]): EvidenceCell => ({
        kind: need.kind,
        villageCode: need.villageCode,
        villageName: need.villageName,
        what: need.what,
        elders: elders.size >= FEWEST_SHOWN ? elders.size : 'few',
      }),
    );
  const sums = new Map<string, Evidence['sums'][number]>();
  for (const { kind, what, elders } of cells) {
    if (elders === 'few') continue;
    const key = `${kind}|${what.zh}`;
    const sum = sums.get(key) ?? { kind, what, elders: 0, villages: 0 };
    sums.set(key, { ...sum, elders: sum.elders + elders, villages: sum.villages + 1 });
  }
  return { cells, sums: [...sums.values()].sort((a, b) => b.elders - a.elders) };
}
