import { createHmac } from 'node:crypto';
import { type Instant, instantOf, millisOf } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { readHomeCode as route } from '@shared/visits/visits.contract';
import { linkedElder } from '../people/access';
import type { UseCase } from '../platform/serve';

const STEP_MILLIS = 120_000;
const stepOf = (at: Instant): number => Math.floor(millisOf(at) / STEP_MILLIS);

/** Six digits from our secret, the elder and two minutes of time; without the secret nobody can know the next. */
function codeOf(secret: Uint8Array, elderId: string, step: number): string {
  const digest = createHmac('sha256', secret).update(`home code ${elderId} ${step}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** Those that count for one moment: whoever reads slowly, or has a clock that differs a little, is right too. */
export const homeCodesAt =
  (secret: Uint8Array, elderId: string) =>
  (at: Instant): readonly string[] =>
    [-1, 0, 1].map((more) => codeOf(secret, elderId, stepOf(at) + more));

/** For the elder's own phone and the family's. The helper cannot see it, and has to be told. */
export const readCodeOfHome: UseCase<typeof route> = async (deps, { params, actor }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const step = stepOf(deps.clock());
  return allow({
    code: codeOf(deps.secret, params.elderId, step),
    until: instantOf((step + 1) * STEP_MILLIS),
  });
};
