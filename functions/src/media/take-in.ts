import { allow, type Result } from '@shared/kernel/result';
import { type MediaKind, mostBytes } from '@shared/media/bounds';
import { type MediaFault, type Taken, takeIn, turnAway } from '@shared/media/media';
import type { LogEntry } from '@shared/visits/log';
import type { Visit } from '@shared/visits/visit';
import type { Deps } from '../platform/deps';
import { create } from '../table/port';
import { entryItem, entryKey, visitItem, visitKey } from '../visits/items';
import { askCheck } from './check';
import { incomingKey, keptKeys, mediaItem, mediaKey, namedBy } from './items';
import { readPhoto } from './read-photo';
import { readVoice } from './read-voice';

/**
 * A file has arrived in the bucket: it is looked at, made anew, kept under another name, and its content is checked.
 * May be told twice, and late; what was sent itself never stays.
 */
export async function takeInFile(deps: Deps, key: string, bytes: number): Promise<void> {
  const name = namedBy(key);
  const entry = name && (await deps.table.get(entryItem, entryKey(name.visitId, name.entryId)));
  const visit = name && (await deps.table.get(visitItem, visitKey(name.visitId)));
  const kind = entry?.value.entry.kind;
  if (!name || !entry || !visit || (kind !== 'photo' && kind !== 'voice')) return deps.files.remove(key);
  if ((await deps.table.get(mediaItem, mediaKey(name))) === undefined)
    await keep(deps, visit.value, { ...entry.value.entry, kind }, bytes);
  // Outside of the record, so that a question which was lost is asked by the sweep.
  await deps.files.remove(key);
  await askCheck(deps, name);
}

interface Announced {
  readonly entryId: LogEntry['entry']['entryId'];
  readonly kind: MediaKind;
}

async function keep(deps: Deps, visit: Visit, { entryId, kind }: Announced, bytes: number): Promise<void> {
  const { visitId, elderId, helperId, villageCode } = visit;
  const arrived = { visitId, elderId, helperId, villageCode, entryId, kind, arrivedAt: deps.clock() };
  const refused = (why: MediaFault) => deps.table.commit([create(mediaItem, turnAway(arrived, why))]);
  if (bytes > mostBytes[kind]) {
    await refused('media_too_large');
    return;
  }
  const sent = await deps.files.get(incomingKey(arrived));
  if (sent === undefined) return;
  const made = kind === 'photo' ? photoOf(sent) : voiceOf(sent);
  if (!made.ok) {
    await refused(made.refusal.code as MediaFault);
    return;
  }
  const keys: Readonly<Record<string, string>> = keptKeys(kind, arrived);
  for (const [part, body] of Object.entries(made.value.parts))
    await deps.files.put(keys[part] ?? '', made.value.taken.type, body);
  await deps.table.commit([create(mediaItem, takeIn(arrived, made.value.taken))]);
}

interface Made {
  readonly taken: Taken;
  readonly parts: Readonly<Record<string, Buffer>>;
}

function photoOf(sent: Buffer): Result<Made> {
  const photo = readPhoto(sent);
  if (!photo.ok) return photo;
  const { large, small, width, height } = photo.value;
  return allow({ taken: { type: 'image/jpeg', width, height }, parts: { large, small } });
}

function voiceOf(sent: Buffer): Result<Made> {
  const voice = readVoice(sent);
  if (!voice.ok) return voice;
  const { sound, seconds, type } = voice.value;
  return allow({ taken: { type, seconds }, parts: { sound } });
}
