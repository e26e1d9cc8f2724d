import Taro from '@tarojs/taro';

/** The single-use code of `wx.login`; outside WeChat there is none, and WeChat itself may give none. */
export const wechatCode = (): Promise<{ readonly code: string } | 'outside_wechat' | 'not_given'> =>
  process.env.TARO_ENV === 'weapp'
    ? Taro.login().then(
        ({ code }) => (code ? { code } : 'not_given'),
        () => 'not_given',
      )
    : Promise.resolve('outside_wechat');
