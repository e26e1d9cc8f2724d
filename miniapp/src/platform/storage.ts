import Taro from '@tarojs/taro';

const key = (name: string): string => `nuanlin.${name}`;

/** Text on the phone. Absent is `undefined`; WeChat answers an empty string for that. */
export const storage = {
  read(name: string): string | undefined {
    const value: unknown = Taro.getStorageSync(key(name));
    return typeof value === 'string' && value !== '' ? value : undefined;
  },
  write(name: string, text: string): void {
    Taro.setStorageSync(key(name), text);
  },
  remove(name: string): void {
    Taro.removeStorageSync(key(name));
  },
};
