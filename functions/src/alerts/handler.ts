import * as routes from '@shared/alerts/alerts.contract';
import { serve, serveRoom } from '../platform/serve';
import { acknowledgeOne, callOffOne, handleOne } from './change-alert';
import { allowOne, listInbox, markRead } from './inbox';
import { raiseSos } from './raise-alert';
import { listOpenAlerts, readOneAlert } from './read-alerts';

export const served = [
  serve(routes.raiseAlert, raiseSos),
  serve(routes.listAlerts, listOpenAlerts),
  serve(routes.readAlert, readOneAlert),
  serve(routes.acknowledgeAlert, acknowledgeOne),
  serve(routes.handleAlert, handleOne),
  serve(routes.callOffAlert, callOffOne),
  serve(routes.listMessages, listInbox),
  serve(routes.readMessages, markRead),
  serve(routes.allowMessage, allowOne),
];

export const handler = serveRoom(served);
