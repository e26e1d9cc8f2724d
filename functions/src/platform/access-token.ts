import { ACCESS_MINUTES } from '@shared/identity/session';
import { type PersonId, personId, type SessionId, sessionId } from '@shared/kernel/ids';
import { addMinutes, type Instant, millisOf } from '@shared/kernel/instant';
import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';

const ISSUER = 'nuanlin';
const claims = z.object({ sub: personId, sid: sessionId });

export interface AccessToken {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
}

/** Signs who someone is for two hours (JWT, HS256). Roles are not in it, so that a suspension acts at once. */
export async function signAccessToken(secret: Uint8Array, token: AccessToken, now: Instant) {
  const expiresAt = addMinutes(now, ACCESS_MINUTES);
  const accessToken = await new SignJWT({ sid: token.sessionId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setSubject(token.personId)
    .setIssuedAt(Math.floor(millisOf(now) / 1000))
    .setExpirationTime(Math.floor(millisOf(expiresAt) / 1000))
    .sign(secret);
  return { accessToken, expiresAt };
}

/** Who a token speaks for, or why it does not count. */
export async function readAccessToken(
  secret: Uint8Array,
  text: string,
  now: Instant,
): Promise<AccessToken | 'expired' | 'invalid'> {
  try {
    const { payload } = await jwtVerify(text, secret, {
      issuer: ISSUER,
      algorithms: ['HS256'],
      currentDate: new Date(millisOf(now)),
    });
    const read = claims.safeParse(payload);
    return read.success ? { personId: read.data.sub, sessionId: read.data.sid } : 'invalid';
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'expired';
    if (error instanceof errors.JOSEError) return 'invalid';
    throw error;
  }
}
