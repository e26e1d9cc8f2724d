import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { entryId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { helperRoles } from '../kernel/role';
import { route } from '../kernel/route';
import { mediaKind, mediaType } from './bounds';

export const openUpload = route({
  name: 'openUpload',
  method: 'POST',
  path: '/api/visits/{visitId}/media/{entryId}/upload',
  summary:
    'A ticket of five minutes to send the file that a log entry announced, or that it is here already.',
  access: helperRoles,
  relation: 'visit',
  audit: 'media.open',
  params: z.strictObject({ visitId, entryId }),
  body: z.strictObject({ type: mediaType, bytes: z.int().min(1) }),
  reply: z.lazy(() =>
    z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('here') }),
      /** A multipart POST of `fields` and then `file`. */
      z.strictObject({
        status: z.literal('open'),
        url: z.string(),
        fields: z.record(z.string(), z.string()),
        until: instant,
      }),
    ]),
  ),
  refusals: ['media_too_large', 'media_type_wrong', 'media_too_many'],
});

/** `waiting`: announced by the log, and the file is still on the helper's phone. */
export const shownMedia = z.lazy(() =>
  z.strictObject({
    entryId,
    kind: mediaKind,
    at: instant,
    status: z.enum(['waiting', 'checking', 'ready', 'refused', 'gone']),
    why: spokenText.optional(),
    seconds: z.number().optional(),
    /** Links that open until `until`: the photo in small and in large, or the sound. */
    small: z.string().optional(),
    large: z.string().optional(),
    sound: z.string().optional(),
  }),
);
export type ShownMedia = z.infer<typeof shownMedia>;

export const readVisitMedia = route({
  name: 'readVisitMedia',
  method: 'GET',
  path: '/api/visits/{visitId}/media',
  summary: 'Photos and voice notes of a visit, with links that live five minutes.',
  access: ['family', 'elder', 'coordinator', ...helperRoles],
  relation: 'visit-or-kin-or-region',
  audit: 'media.read',
  params: z.strictObject({ visitId }),
  reply: z.lazy(() =>
    z.strictObject({ media: z.array(shownMedia), until: instant, unreadable: z.array(z.string()) }),
  ),
  refusals: [],
});
