import { entryId, visitId } from '@shared/kernel/ids';
import { instant } from '@shared/kernel/instant';
import type { MediaKind } from '@shared/media/bounds';
import { type Media, media } from '@shared/media/media';
import * as z from 'zod';
import { itemKind } from '../table/port';

type Name = Pick<Media, 'visitId' | 'entryId'>;

export const mediaKey = ({ visitId, entryId }: Name) => ({ pk: `VISIT#${visitId}`, sk: `MEDIA#${entryId}` });
export const MEDIA_DUE = 'DUE#MEDIA';
/** Beside the visit and its log. `byDue` holds what waits for its content check. */
export const mediaItem = itemKind<Media>({
  name: 'Media',
  schema: media,
  key: mediaKey,
  indexes: (m) =>
    m.status === 'checking' ? { byDue: { pk: MEDIA_DUE, sk: `${m.nextAt}#${m.visitId}#${m.entryId}` } } : {},
});

/** Which file a verdict is about; WeChat names its question by `trace_id`. */
const mediaCheck = z.strictObject({ traceId: z.string(), visitId, entryId, expiresAt: instant });
export const mediaCheckKey = (traceId: string) => ({ pk: `MEDIACHECK#${traceId}`, sk: 'CHECK' });
export const mediaCheckItem = itemKind<z.infer<typeof mediaCheck>>({
  name: 'MediaCheck',
  schema: mediaCheck,
  key: ({ traceId }) => mediaCheckKey(traceId),
  expiresAt: (check) => check.expiresAt,
});

/** Where a file is sent to; the bucket empties this folder after a day. */
export const incomingKey = ({ visitId, entryId }: Name): string => `in/${visitId}/${entryId}`;
export function namedBy(key: string): Name | undefined {
  const [folder, visit, entry, more] = key.split('/');
  if (folder !== 'in' || more !== undefined) return undefined;
  const name = z.object({ visitId, entryId }).safeParse({ visitId: visit, entryId: entry });
  return name.data;
}
/** Where what was made of it lies. */
export const keptKeys = (kind: MediaKind, { visitId, entryId }: Name) =>
  kind === 'photo'
    ? { large: `photos/${visitId}/${entryId}-large.jpg`, small: `photos/${visitId}/${entryId}-small.jpg` }
    : { sound: `voices/${visitId}/${entryId}` };
