import * as z from 'zod';
import { createClient } from './client-core';
import { reLaunch } from './navigation';
import { renewTokens } from './renew';
import { forgetSession, useSession } from './session';
import { taroTransport } from './transport';

// WeChat has no `new Function`, which zod would otherwise use to make its parsers faster.
z.config({ jitless: true });

export type { Answer, AnyRoute, CallInput, Failure } from './client-core';

/** Calls a route of `shared`: `await call(getVisit, { params: { visitId } })`. Never throws for a bad answer. */
export const call = createClient({
  base: API_BASE,
  transport: taroTransport,
  accessToken: () => useSession.getState().signedIn?.accessToken,
  role: () => useSession.getState().role,
  renew: renewTokens,
  onEnded: () => {
    forgetSession();
    void reLaunch('welcome');
  },
});
