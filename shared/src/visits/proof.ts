import * as z from 'zod';
import { personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { distanceMetres, type Position, position } from '../kernel/position';
import { count } from '../kernel/quantity';
import { allow, type Result, refuse } from '../kernel/result';
import { line, paragraph } from '../kernel/text';
import { type Witness, witness } from './witness';

/** How near to the elder's home a position must be to count as being there (standards.md: fence 200 m). */
export const FENCE_METRES = 200;
/** A position less exact than this says too little about where someone stands. */
const VAGUE_METRES = 1_000;

/** What the helper's phone sends. Nothing else about where a helper is is ever read. */
export const evidence = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('position'),
      position,
      accuracyMetres: z.number().min(0).max(100_000),
    }),
    z.strictObject({ kind: z.literal('door_code'), code: z.string().regex(/^\d{4,6}$/) }),
    /** 到场码: six digits that change every two minutes, on the elder's or the family's phone. */
    z.strictObject({ kind: z.literal('home_code'), code: z.string().regex(/^\d{6}$/) }),
    /** Somebody else who is there, and is asked on a phone of their own. */
    z.strictObject({ kind: z.literal('witness'), personId }),
    z.strictObject({ kind: z.literal('none'), reason: paragraph(200) }),
  ]),
);
export type Evidence = z.infer<typeof evidence>;

/**
 * What is kept of it: the distance, not the raw position, and that the door code was right, not the code.
 * A position is evidence, never proof.
 */
export const proof = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('position'),
      distanceMetres: count,
      accuracyMetres: count,
      verified: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('door_code'), verified: z.literal(true) }),
    z.strictObject({ kind: z.literal('home_code'), verified: z.literal(true) }),
    /** Shows something only once the witness has said that it was so. */
    z.strictObject({
      kind: z.literal('witness'),
      ...witness.shape,
      verified: z.boolean(),
      said: z.strictObject({ seen: z.boolean(), at: instant }).optional(),
    }),
    z.strictObject({ kind: z.literal('none'), reason: line(200), verified: z.literal(false) }),
  ]),
);
export type Proof = z.infer<typeof proof>;

/** Arriving or leaving: the phone's time beside the server's, and what shows the place. */
export const attendance = z.strictObject({ at: instant, receivedAt: instant, proof });
export type Attendance = z.infer<typeof attendance>;

export interface Door {
  readonly position: Position;
  readonly doorCode: string;
  /** The rotating codes that count for one moment; none where nobody shows any. */
  readonly homeCodesAt?: (at: Instant) => readonly string[];
  /** Whether the person who was named may speak for this visit. */
  readonly witness?: Result<Witness>;
}

/** Weighs evidence against the elder's home. Only a wrong code, witness or a missing reason is refused. */
export function weigh(given: Evidence, door: Door, at: Instant): Result<Proof> {
  if (given.kind === 'home_code')
    return door.homeCodesAt?.(at).includes(given.code)
      ? allow({ kind: 'home_code', verified: true })
      : refuse('home_code_wrong', 'evidence.code');
  if (given.kind === 'door_code')
    return given.code === door.doorCode
      ? allow({ kind: 'door_code', verified: true })
      : refuse('door_code_wrong', 'evidence.code');
  if (given.kind === 'witness') {
    const named = door.witness ?? refuse('witness_not_near', 'evidence.personId');
    return named.ok ? allow({ kind: 'witness', ...named.value, verified: false }) : named;
  }
  if (given.kind === 'none') {
    const reason = line(200).safeParse(given.reason);
    return reason.success
      ? allow({ kind: 'none', reason: reason.data, verified: false })
      : refuse('evidence_needs_reason', 'evidence.reason');
  }
  const metres = distanceMetres(given.position, door.position);
  return allow({
    kind: 'position',
    distanceMetres: Math.round(metres),
    accuracyMetres: Math.round(given.accuracyMetres),
    verified: metres <= FENCE_METRES && given.accuracyMetres <= VAGUE_METRES,
  });
}
