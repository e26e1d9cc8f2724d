import * as routes from '@shared/documents/documents.contract';
import { closingDocument } from '../cases/closing-document';
import { groupReportDocument } from '../groups/group-report-document';
import { serveRoom } from '../platform/serve';
import { briefDocument } from '../programmes/brief-document';
import { statementDocument } from '../time-bank/statement-document';
import { codeCardDocument } from '../visits/code-card-document';
import { serveDocument } from './serve-document';

/** The one function that prints, so that no other carries typefaces. Rooms build their documents themselves. */
export const served = [
  serveDocument(routes.printTimeStatement, statementDocument),
  serveDocument(routes.printGroupReport, groupReportDocument),
  serveDocument(routes.printBrief, briefDocument),
  serveDocument(routes.printCaseSummary, closingDocument),
  serveDocument(routes.printCodeCard, codeCardDocument),
];

export const handler = serveRoom(served);
