import * as z from 'zod';

/**
 * A file that the server makes, in JSON like every other reply: so the phone fetches it by the one client that renews
 * tokens and speaks refusals, and WeChat needs no list of download domains beside that of requests.
 */
export const madeFile = z.strictObject({
  fileName: z.string(),
  mimeType: z.string(),
  /** At most 4 MB of bytes: Lambda answers with 6 MB. */
  base64: z.string(),
});
export type MadeFile = z.infer<typeof madeFile>;
