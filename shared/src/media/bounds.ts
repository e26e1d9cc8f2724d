import * as z from 'zod';

/** 照片 and 语音留言: the two things that a helper keeps beside words. */
export const mediaKind = z.enum(['photo', 'voice']);
export type MediaKind = z.infer<typeof mediaKind>;

/** Exactly these content types are let in; whatever a file calls itself, what it is gets looked at afterwards. */
export const mediaType = z.enum(['image/jpeg', 'audio/mpeg', 'audio/aac']);
export type MediaType = z.infer<typeof mediaType>;

export const typesOf: Readonly<Record<MediaKind, readonly MediaType[]>> = {
  photo: ['image/jpeg'],
  voice: ['audio/mpeg', 'audio/aac'],
};

/** Bytes a file may have. A phone's compressed photo is some hundred kilobytes, a minute of speech about four. */
export const mostBytes: Readonly<Record<MediaKind, number>> = {
  photo: 6 * 1024 * 1024,
  voice: 2 * 1024 * 1024,
};
export const MOST_VOICE_SECONDS = 60;
/** A recorder stops a little after it was told to. */
export const VOICE_LEEWAY_SECONDS = 1;
/** Decoded, a pixel takes some sixteen bytes: more pixels than this are a bomb and no photo of a phone's camera. */
export const MOST_MEGAPIXELS = 20;
export const LARGE_PIXELS = 1_600;
export const SMALL_PIXELS = 400;

/** A link opens its file for at most this long. */
export const LINK_SECONDS = 300;
/** A ticket to send one file; a slow phone asks for another one. */
export const TICKET_SECONDS = 300;
/** After this the files are gone; the bucket's lifecycle says the same. */
export const KEPT_DAYS = 180;
/** Files of one visit. */
export const MOST_OF_A_VISIT = 30;
