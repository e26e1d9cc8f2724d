import * as z from 'zod';
import { personId, sessionId } from '../kernel/ids';
import { addDays, type Instant, instant, isBefore } from '../kernel/instant';

export const REFRESH_DAYS = 30;
/** How long an access token counts, unless its session ends before. */
export const ACCESS_MINUTES = 120;
const HASH = z.string().length(43);

/** One signed-in phone. Only hashes (SHA-256, base64url) of its refresh tokens are kept. */
export const session = z.lazy(() =>
  z.strictObject({
    sessionId,
    personId,
    currentHash: HASH,
    /** The tokens that were rotated out; one of them coming back means that it was stolen. */
    usedHashes: z.array(HASH).max(50),
    expiresAt: instant,
    revokedAt: instant.optional(),
  }),
);
export type Session = z.infer<typeof session>;

export type Refreshed =
  | { readonly kind: 'rotated' | 'revoked'; readonly session: Session }
  | { readonly kind: 'ended' };

/**
 * What presenting a refresh token does: the current one rotates; a used one ends the session for everyone, since
 * either the owner or a thief now holds a stale copy; anything else is refused.
 */
export function refresh(old: Session, presentedHash: string, nextHash: string, now: Instant): Refreshed {
  if (old.revokedAt || !isBefore(now, old.expiresAt)) return { kind: 'ended' };
  if (old.usedHashes.includes(presentedHash)) return { kind: 'revoked', session: { ...old, revokedAt: now } };
  if (old.currentHash !== presentedHash) return { kind: 'ended' };
  const usedHashes = [presentedHash, ...old.usedHashes].slice(0, 50);
  return {
    kind: 'rotated',
    session: { ...old, currentHash: nextHash, usedHashes, expiresAt: addDays(now, REFRESH_DAYS) },
  };
}
