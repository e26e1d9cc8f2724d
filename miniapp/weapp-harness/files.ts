import type { Callbacks, PhoneAnswers } from './wx';

interface Ports {
  readonly answers: PhoneAnswers;
  readonly record: (name: string, options: unknown) => void;
  readonly succeed: (options: Callbacks | undefined, result: object) => void;
  readonly fail: (options: Callbacks | undefined, errMsg: string) => void;
  readonly reachable: () => boolean;
}

interface Upload extends Callbacks {
  url: string;
  filePath: string;
  name: string;
  formData?: Record<string, string>;
}

const TAKEN = 'wxfile://tmp_photo.jpg';
const SAID = 'wxfile://tmp_voice.mp3';

/** Camera, recorder and files of the phone: what is taken lies there, and an upload is a real one. */
export function fileCalls({ answers, record, succeed, fail, reachable }: Ports): Record<string, unknown> {
  const files = new Map<string, Buffer>();
  let stopped: (result: object) => void = () => undefined;

  const upload = async (options: Upload): Promise<void> => {
    const bytes = files.get(options.filePath);
    if (bytes === undefined) return fail(options, 'uploadFile:fail file not found');
    if (!reachable()) return fail(options, 'uploadFile:fail');
    const form = new FormData();
    for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, value);
    form.append(options.name, new Blob([new Uint8Array(bytes)]), 'file');
    try {
      const reply = await fetch(options.url, { method: 'POST', body: form });
      succeed(options, { statusCode: reply.status, data: await reply.text(), errMsg: 'uploadFile:ok' });
    } catch (error) {
      fail(options, `uploadFile:fail ${String(error)}`);
    }
  };

  return {
    chooseMedia(options: Callbacks & { sizeType?: readonly string[] }) {
      record('chooseMedia', { sizeType: options.sizeType });
      if (answers.photo === undefined) return fail(options, 'chooseMedia:fail cancel');
      files.set(TAKEN, answers.photo);
      const tempFiles = [{ tempFilePath: TAKEN, size: answers.photo.length, fileType: 'image' }];
      succeed(options, { tempFiles, type: 'image', errMsg: 'chooseMedia:ok' });
    },
    getFileSystemManager: () => ({
      saveFile(options: Callbacks & { tempFilePath: string; filePath: string }) {
        record('saveFile', options.filePath);
        const bytes = files.get(options.tempFilePath);
        if (bytes === undefined) return fail(options, 'saveFile:fail tempFilePath file not exist');
        files.delete(options.tempFilePath);
        files.set(options.filePath, bytes);
        succeed(options, { savedFilePath: options.filePath, errMsg: 'saveFile:ok' });
      },
      unlink(options: Callbacks & { filePath: string }) {
        record('unlink', options.filePath);
        if (files.delete(options.filePath)) succeed(options, { errMsg: 'unlink:ok' });
        else fail(options, 'unlink:fail no such file or directory');
      },
    }),
    uploadFile(options: Upload) {
      record('uploadFile', { url: options.url, filePath: options.filePath, fields: options.formData });
      void upload(options);
      return {
        abort: () => undefined,
        onProgressUpdate: () => undefined,
        offProgressUpdate: () => undefined,
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
      };
    },
    getRecorderManager: () => ({
      onStop: (heard: typeof stopped) => {
        stopped = heard;
      },
      onError: () => undefined,
      start: (options: object) => record('recorder.start', options),
      stop() {
        const voice = answers.voice ?? Buffer.alloc(0);
        files.set(SAID, voice);
        stopped({ tempFilePath: SAID, fileSize: voice.length, duration: 4_000 });
      },
    }),
    createInnerAudioContext: () => ({
      src: '',
      play() {
        record('playSound', this.src);
      },
      destroy: () => undefined,
    }),
    previewImage(options: Callbacks & { urls: readonly string[]; current: string }) {
      record('previewImage', { urls: options.urls, current: options.current });
      succeed(options, { errMsg: 'previewImage:ok' });
    },
  };
}
