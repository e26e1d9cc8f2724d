import { allow, refuse } from '@shared/kernel/result';
import { decline, join, leave, see } from '@shared/video-calls/lifecycle';
import { spend } from '@shared/video-calls/ticket';
import type {
  declineVideoCall as declineRoute,
  joinVideoCall as joinRoute,
  leaveVideoCall as leaveRoute,
  seeVideoCall as seeRoute,
} from '@shared/video-calls/video-calls.contract';
import type { UseCase } from '../platform/serve';
import { replace } from '../table/port';
import { changeCall } from './change-call';
import { digestOf, ticketItem, ticketKey } from './items';

/** Spends the ticket and comes in, in one transaction: of two who hold the same ticket one comes in. */
export const joinCall: UseCase<typeof joinRoute> = (deps, input) =>
  changeCall(deps, input, {
    name: 'joinVideoCall',
    action: 'video_joined',
    decide: async (call, me, now) => {
      if (call.medium !== input.body.medium) return refuse('video_other_app');
      const key = ticketKey(call.callId, digestOf(input.body.ticket));
      const kept = await deps.table.get(ticketItem, key);
      const spent = spend(kept?.value, me.key, now);
      if (!spent.ok || kept === undefined) return spent.ok ? refuse('video_ticket_unknown') : spent;
      const joined = join(call, me.key, now);
      if (!joined.ok) return joined;
      return allow({ call: joined.value, also: [replace(kept, spent.value, 'video_ticket_used')] });
    },
  });

export const leaveCall: UseCase<typeof leaveRoute> = (deps, input) =>
  changeCall(deps, input, {
    name: 'leaveVideoCall',
    decide: (call, me, now) => {
      const left = leave(call, me.key, now);
      return left.ok ? allow({ call: left.value }) : left;
    },
  });

export const declineCall: UseCase<typeof declineRoute> = (deps, input) =>
  changeCall(deps, input, {
    name: 'declineVideoCall',
    decide: (call, me, now) => {
      const declined = decline(call, me.key, now);
      return declined.ok ? allow({ call: declined.value }) : declined;
    },
  });

export const seeCall: UseCase<typeof seeRoute> = (deps, input) =>
  changeCall(deps, input, {
    name: 'seeVideoCall',
    decide: (call, me, now) => allow({ call: see(call, me.key, now) }),
  });
