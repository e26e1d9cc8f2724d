import { recordDuty } from '@shared/visit-duty/visit-duty.contract';
import { sayByCard } from '@shared/visits/elder-word.contract';
import { checkIn, checkOut, keepLog } from '@shared/visits/visits.contract';
import Taro from '@tarojs/taro';
import { type AnyRoute, call } from '../client';
import { now } from '../clock';
import { mintId } from '../command';
import { dropFile } from '../kept-file';
import { sendKeptFile } from '../send-file';
import { useSession } from '../session';
import { storage } from '../storage';
import { createOutbox } from './outbox-core';

/** What can be done without network. A route is named in storage, so it keeps its name between versions. */
const routes: Readonly<Record<string, AnyRoute>> = { checkIn, keepLog, checkOut, sayByCard, recordDuty };

/** The phone's one outbox. Nothing but it sends what a helper does at a visit. */
export const outbox = createOutbox({
  store: storage,
  person: () => {
    const { signedIn, role } = useSession.getState();
    return signedIn === undefined || role === undefined
      ? undefined
      : { personId: signedIn.person.personId, role };
  },
  send: async ({ route, params, body, role, file }) => {
    if (file !== undefined) return sendKeptFile(params, body, file, role);
    const known = routes[route];
    if (known === undefined) return { ok: false, failure: { kind: 'unreadable' } };
    return call(known, { params, body }, role);
  },
  now,
  mint: () => mintId('command'),
  later: (millis, run) => {
    const timer = setTimeout(run, millis);
    return () => clearTimeout(timer);
  },
  discard: dropFile,
});

/** Sends when there may be a way again: at launch, on return to the program, with the network, after signing in. */
export function startOutbox(): void {
  const flush = () => void outbox.flush();
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) flush();
  });
  useSession.subscribe((after, before) => {
    if (after.signedIn?.accessToken !== before.signedIn?.accessToken) flush();
  });
  flush();
}
