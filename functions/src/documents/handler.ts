import * as routes from '@shared/documents/documents.contract';
import { serveRoom } from '../platform/serve';
import { statementDocument } from '../time-bank/statement-document';
import { serveDocument } from './serve-document';

/** The one function that prints, so that no other carries typefaces. Rooms build their documents themselves. */
export const served = [serveDocument(routes.printTimeStatement, statementDocument)];

export const handler = serveRoom(served);
