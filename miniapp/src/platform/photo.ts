import Taro from '@tarojs/taro';
import { jpegOf } from './photo-h5';

export interface Taken {
  readonly path: string;
  readonly bytes: number;
}

/** One photo, by camera or from the album, small enough for a village's network; `null` when nobody took one. */
export const takePhoto = (): Promise<Taken | null> =>
  process.env.TARO_ENV === 'h5'
    ? Taro.chooseImage({ count: 1, sourceType: ['camera', 'album'] }).then(
        ({ tempFilePaths: [path] }) => (path === undefined ? null : jpegOf(path)),
        () => null,
      )
    : // Taro hands this one through to WeChat as it is, so it is told what to call.
      new Promise((resolve) =>
        Taro.chooseMedia({
          count: 1,
          mediaType: ['image'],
          sourceType: ['camera', 'album'],
          sizeType: ['compressed'],
          success: ({ tempFiles: [file] }) =>
            resolve(file ? { path: file.tempFilePath, bytes: file.size } : null),
          fail: () => resolve(null),
        }),
      );

/** Opens photos over the whole screen, beginning with one. */
export const showPhotos = (urls: readonly string[], current: string): void => {
  void Taro.previewImage({ urls: [...urls], current, fail: () => undefined });
};
