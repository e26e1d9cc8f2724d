import * as routes from '@shared/media/media.contract';
import { serve, serveRoom } from '../platform/serve';
import { openVisitUpload } from './open-upload';
import { readMedia } from './read-media';

export const served = [serve(routes.openUpload, openVisitUpload), serve(routes.readVisitMedia, readMedia)];

export const handler = serveRoom(served);
