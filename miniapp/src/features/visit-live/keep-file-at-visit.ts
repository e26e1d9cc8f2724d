import type { VisitId } from '@shared/kernel/ids';
import type { MediaKind, MediaType } from '@shared/media/bounds';
import { type Answer, dropFile, type Failure, filesLane, type Kept, keepFile, outbox } from '@/platform';
import { doAtVisit } from './do-at-visit';
import { newEntry } from './new-entry';

interface OfPhone {
  readonly path: string;
  readonly bytes: number;
  readonly type: MediaType;
}

/** Into the log and onto the phone in one moment; the file goes out by itself when there is a signal for it. */
export async function keepFileAtVisit(
  visitId: VisitId,
  kind: MediaKind,
  { path, bytes, type }: OfPhone,
): Promise<Answer<Kept, Failure>> {
  const entry = newEntry({ kind }, outbox.stamp(visitId));
  const { entryId } = entry;
  let file: string;
  try {
    file = await keepFile(path, entryId);
  } catch {
    return { ok: false, failure: { kind: 'phone_full' } };
  }
  const answer = await doAtVisit(
    visitId,
    'keepLog',
    { entries: [entry] },
    {
      lane: filesLane(visitId),
      route: 'sendFile',
      params: { visitId, entryId },
      body: { type, bytes },
      file,
    },
  );
  if (!answer.ok && answer.failure.kind === 'phone_full') dropFile(file);
  return answer;
}
