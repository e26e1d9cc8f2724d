import { refreshSession } from '@shared/identity/identity.contract';
import { renewSession, useSession } from './session';
import { taroTransport } from './transport';

const TIMEOUT_MILLIS = 15_000;

/** Trades the refresh token for a new pair; the old one is spent by this, whatever comes back. */
export async function renewTokens(): Promise<'renewed' | 'ended' | 'offline'> {
  const { signedIn } = useSession.getState();
  if (signedIn === undefined) return 'ended';
  const reply = await taroTransport({
    method: refreshSession.method,
    url: API_BASE + refreshSession.path,
    headers: { 'content-type': 'application/json' },
    body: { refreshToken: signedIn.refreshToken },
    timeoutMillis: TIMEOUT_MILLIS,
  });
  if (reply.kind === 'offline' || reply.status >= 500) return 'offline';
  const parsed = refreshSession.reply.safeParse(reply.body);
  if (!parsed.success) return 'ended';
  renewSession(parsed.data);
  return 'renewed';
}
