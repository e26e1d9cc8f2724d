import * as z from 'zod';
import { renewSession, type SignedIn, useSession } from './session';
import { taroTransport } from './transport';

const grant = z.looseObject({ role: z.string() });
const person = z.looseObject({ personId: z.string(), name: z.string(), grants: z.array(grant) });
const session = z.looseObject({ accessToken: z.string(), expiresAt: z.string(), refreshToken: z.string(), person });

/** Trades the refresh token for new ones; the old one is spent by this, whatever comes back. */
export async function renewTokens(): Promise<'renewed' | 'ended' | 'offline'> {
  const signedIn = useSession.getState().signedIn;
  if (signedIn === undefined) return 'ended';
  const reply = await taroTransport({
    method: 'POST',
    url: `${API_BASE}/api/session/refresh`,
    headers: { 'content-type': 'application/json' },
    body: { refreshToken: signedIn.refreshToken },
    timeoutMillis: 15_000,
  });
  if (reply.kind === 'offline' || reply.status >= 500) return 'offline';
  const parsed = session.safeParse(reply.body);
  if (!parsed.success) return 'ended';
  renewSession(parsed.data as SignedIn);
  return 'renewed';
}
