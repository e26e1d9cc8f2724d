import Taro from '@tarojs/taro';
import { storage } from './storage';

const inBrowser = process.env.TARO_ENV === 'h5';

/**
 * Keeps a file until it has been sent: WeChat throws temporary ones away when it likes. In a browser, which is for
 * demonstration, it is text beside the rest. Rejects when the phone has no room.
 */
export function keepFile(path: string, name: string): Promise<string> {
  if (inBrowser) {
    const kept = `file.${name}`;
    return new Promise((resolve) => {
      storage.write(kept, path);
      resolve(kept);
    });
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  return new Promise((resolve, reject) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      filePath,
      success: () => resolve(filePath),
      fail: reject,
    }),
  );
}

/** What an image is drawn from, and what is sent; undefined when it is not there any more. */
export const fileSource = (kept: string): string | undefined => (inBrowser ? storage.read(kept) : kept);

export function dropFile(kept: string): void {
  if (inBrowser) storage.remove(kept);
  else Taro.getFileSystemManager().unlink({ filePath: kept, fail: () => undefined });
}
