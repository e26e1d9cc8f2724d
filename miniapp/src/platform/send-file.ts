import type { Role } from '@shared/kernel/role';
import { openUpload } from '@shared/media/media.contract';
import Taro from '@tarojs/taro';
import { type Answer, call } from './client';
import { fileSource } from './kept-file';

const TIMEOUT_MILLIS = 60_000;
const offline = { ok: false, failure: { kind: 'offline' } } as const;
const refused = (code: 'media_lost' | 'media_too_large') =>
  ({ ok: false, failure: { kind: 'refused', refusal: { code } } }) as const;

/**
 * Asks for a ticket and sends the file with it. A ticket that has run out, or a connection that broke, is no answer:
 * the next try asks for another, and learns when the file has arrived after all.
 */
export async function sendKeptFile(
  params: Readonly<Record<string, string>>,
  body: Readonly<Record<string, unknown>>,
  file: string,
  role: Role,
): Promise<Answer<unknown>> {
  const { visitId = '', entryId = '' } = params;
  const source = fileSource(file);
  if (source === undefined) return refused('media_lost');
  const { type, bytes } = body as { type: 'image/jpeg'; bytes: number };
  const opened = await call(openUpload, { params: { visitId, entryId }, body: { type, bytes } }, role);
  if (!opened.ok || opened.value.status === 'here') return opened;
  const { url, fields } = opened.value;
  return Taro.uploadFile({
    url,
    filePath: source,
    name: 'file',
    formData: fields,
    timeout: TIMEOUT_MILLIS,
    // The form is signed; a browser that sent cookies along would not be answered by a bucket open to every page.
    withCredentials: false,
  }).then(
    ({ statusCode, data }): Answer<unknown> => {
      if (statusCode >= 200 && statusCode < 300) return { ok: true, value: undefined };
      return String(data).includes('EntityTooLarge') ? refused('media_too_large') : offline;
    },
    ({ errMsg = '' }: { errMsg?: string }): Answer<unknown> =>
      /not (found|exist)|no such file/i.test(errMsg) ? refused('media_lost') : offline,
  );
}
