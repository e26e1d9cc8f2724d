import Taro from '@tarojs/taro';

/** Opens the phone's dialler. Closing it again is an answer like any other. */
export const callPhone = (phoneNumber: string): void => {
  Taro.makePhoneCall({ phoneNumber, fail: () => undefined });
};
