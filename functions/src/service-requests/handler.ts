import * as routes from '@shared/service-requests/requests.contract';
import { serve, serveRoom } from '../platform/serve';
import { assignHelper, listCandidates } from './assign-helper';
import { cancelRequest, closeUnmetRequest, rescheduleRequest, takeOverRequest } from './change-request';
import { makeRequest, previewRequest } from './make-request';
import { listQueue, listRequestsOfElder, readRequest } from './read-request';

export const served = [
  serve(routes.previewRequest, previewRequest),
  serve(routes.makeRequest, makeRequest),
  serve(routes.listRequestsOfElder, listRequestsOfElder),
  serve(routes.readRequest, readRequest),
  serve(routes.cancelRequest, cancelRequest),
  serve(routes.rescheduleRequest, rescheduleRequest),
  serve(routes.listQueue, listQueue),
  serve(routes.takeOverRequest, takeOverRequest),
  serve(routes.assignHelper, assignHelper),
  serve(routes.closeUnmetRequest, closeUnmetRequest),
  serve(routes.listCandidates, listCandidates),
];

export const handler = serveRoom(served);
