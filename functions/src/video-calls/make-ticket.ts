import { allow, refuse } from '@shared/kernel/result';
import { issue } from '@shared/video-calls/ticket';
import { isOpen } from '@shared/video-calls/video-call';
import type { makeVideoTicket as route } from '@shared/video-calls/video-calls.contract';
import type { UseCase } from '../platform/serve';
import { create } from '../table/port';
import { ownCall } from './access';
import { iceServers } from './ice-servers';
import { digestOf, ticketItem } from './items';
import { randomText } from './random-text';

/** A hundred and sixty bits: nobody guesses one within thirty seconds. */
const CHARACTERS = 32;

export const makeTicket: UseCase<typeof route> = async (deps, { params, actor }) => {
  const own = await ownCall(deps, actor, params.callId);
  if (!own.ok) return own;
  const { stored, member } = own.value;
  if (!isOpen(stored.value)) return refuse('video_call_over');
  const text = randomText(deps, CHARACTERS);
  const now = deps.clock();
  const issued = issue({ callId: params.callId, member: member.key, digest: digestOf(text) }, now);
  const kept = await deps.table.commit([create(ticketItem, issued)]);
  if (!kept.ok) return kept;
  return allow({
    ticket: text,
    expiresAt: issued.expiresAt,
    iceServers: iceServers(process.env, params.callId, now),
  });
};
