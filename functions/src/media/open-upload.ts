import { allow, refuse } from '@shared/kernel/result';
import { MOST_OF_A_VISIT, mostBytes, typesOf } from '@shared/media/bounds';
import type { openUpload as route } from '@shared/media/media.contract';
import type { UseCase } from '../platform/serve';
import { tieToVisit } from '../visits/access';
import { entriesOf } from '../visits/entries';
import { visitItem, visitKey } from '../visits/items';
import { incomingKey, mediaItem, mediaKey } from './items';

/** Nothing is written here: a ticket that is never used leaves no trace, and a new one costs nothing. */
export const openVisitUpload: UseCase<typeof route> = async (deps, { params, body, actor }) => {
  const stored = await deps.table.get(visitItem, visitKey(params.visitId));
  if (stored === undefined) return refuse('not_found');
  const tie = await tieToVisit(deps, actor, stored.value);
  if (!tie.ok) return tie;
  if (tie.value !== 'helper') return refuse('not_found');
  const { entries } = await entriesOf(deps, params.visitId);
  const announced = entries
    .map(({ entry }) => entry)
    .filter((entry) => entry.kind === 'photo' || entry.kind === 'voice')
    .sort((a, b) => (a.entryId < b.entryId ? -1 : 1));
  const place = announced.findIndex((entry) => entry.entryId === params.entryId);
  const entry = announced[place];
  if (entry === undefined) return refuse('not_found');
  if (place >= MOST_OF_A_VISIT) return refuse('media_too_many');
  if (!typesOf[entry.kind].includes(body.type)) return refuse('media_type_wrong', 'body.type');
  if (body.bytes > mostBytes[entry.kind]) return refuse('media_too_large', 'body.bytes');
  if ((await deps.table.get(mediaItem, mediaKey(params))) !== undefined)
    return allow({ status: 'here' as const });
  const bounds = { key: incomingKey(params), type: body.type, mostBytes: mostBytes[entry.kind] };
  const ticket = deps.files.ticket(bounds, deps.clock());
  return allow({ status: 'open' as const, ...ticket, fields: { ...ticket.fields } });
};
