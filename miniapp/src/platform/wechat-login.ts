import Taro from '@tarojs/taro';

/** The single-use code of `wx.login`; `undefined` outside WeChat, or when WeChat gives none. */
export const wechatCode = (): Promise<string | undefined> =>
  process.env.TARO_ENV === 'weapp'
    ? Taro.login().then(
        ({ code }) => code || undefined,
        () => undefined,
      )
    : Promise.resolve(undefined);
