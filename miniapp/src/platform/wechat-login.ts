import Taro from '@tarojs/taro';

/** The single-use code of `wx.login`; `undefined` outside WeChat, or when WeChat gives none. */
export const wechatCode = (): Promise<string | undefined> =>
  process.env.TARO_ENV === 'weapp'
    ? new Promise((resolve) => {
        Taro.login({ success: ({ code }) => resolve(code || undefined), fail: () => resolve(undefined) });
      })
    : Promise.resolve(undefined);
