import * as routes from '@shared/video-calls/video-calls.contract';
import { serve, serveRoom } from '../platform/serve';
import { inviteToCall } from './invite';
import { declineCall, joinCall, leaveCall, seeCall } from './join-and-leave';
import { makeTicket } from './make-ticket';
import { listCalls, readCall } from './read-calls';
import { signVoip } from './sign-voip';

export const served = [
  serve(routes.inviteToVideoCall, inviteToCall),
  serve(routes.listVideoCalls, listCalls),
  serve(routes.readVideoCall, readCall),
  serve(routes.makeVideoTicket, makeTicket),
  serve(routes.joinVideoCall, joinCall),
  serve(routes.leaveVideoCall, leaveCall),
  serve(routes.declineVideoCall, declineCall),
  serve(routes.seeVideoCall, seeCall),
  serve(routes.signVoipChat, signVoip),
];

export const handler = serveRoom(served);
