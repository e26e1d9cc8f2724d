import Taro from '@tarojs/taro';

interface FileToSave {
  readonly fileName: string;
  readonly mimeType: string;
  readonly base64: string;
}

/** Saves a file that the server made: a download in a browser; in WeChat the reader, or sending it to a chat. */
export async function saveFile({ fileName, mimeType, base64 }: FileToSave): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return download(fileName, `data:${mimeType};base64,${base64}`);
  const path = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  const files = Taro.getFileSystemManager();
  const written = await new Promise<boolean>((done) =>
    files.writeFile({
      filePath: path,
      data: base64,
      encoding: 'base64',
      success: () => done(true),
      fail: () => done(false),
    }),
  );
  if (!written) return false;
  // Taro makes a promise of the first only, so both are told what to call.
  return new Promise((resolve) => {
    const told = { success: () => resolve(true), fail: () => resolve(false) };
    if (mimeType.startsWith('application/pdf'))
      void Taro.openDocument({ filePath: path, fileType: 'pdf', showMenu: true, ...told });
    else void Taro.shareFileMessage({ filePath: path, fileName, ...told });
  });
}

/** What of the browser is used here. */
interface Link {
  href: string;
  download: string;
  click(): void;
}
declare const document: { createElement(tag: 'a'): Link };

/** The browser's own way: a link that is clicked. */
function download(fileName: string, url: string): boolean {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  return true;
}
