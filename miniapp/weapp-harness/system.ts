import type { Callbacks } from './wx';

const PHONE = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, pixelRatio: 3 };
const system = {
  ...PHONE,
  statusBarHeight: 47,
  safeArea: { left: 0, top: 47, right: 390, bottom: 810, width: 390, height: 763 },
  platform: 'ios',
  system: 'iOS 17.0',
  SDKVersion: '3.6.0',
  version: '8.0.50',
  language: 'zh_CN',
  fontSizeScaleFactor: 1,
  theme: 'light',
};
const capsule = { top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 };
const launch = { path: '', query: {}, scene: 1001 };

interface SystemPorts {
  readonly record: (name: string, options: unknown) => void;
  readonly succeed: (options: Callbacks | undefined, result: object) => void;
  readonly later: (work: () => void, millis: number) => void;
}

/** What WeChat tells of the phone, and calls whose outcome nobody waits for: recorded, and said to have worked. */
export function systemCalls({ record, succeed, later }: SystemPorts): Record<string, unknown> {
  const recorded = (name: string) => (options?: Callbacks) => {
    record(name, options);
    succeed(options, { errMsg: `${name}:ok` });
  };
  return {
    ...Object.fromEntries(
      [
        'hideToast',
        'showLoading',
        'hideLoading',
        'makePhoneCall',
        'openLocation',
        'setClipboardData',
        'vibrateShort',
        'pageScrollTo',
        'stopPullDownRefresh',
        'setNavigationBarTitle',
        'requestSubscribeMessage',
        'exitVoIPChat',
        'updateVoIPChatMuteConfig',
      ].map((name) => [name, recorded(name)]),
    ),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: () => system,
    getSystemInfo: (options: Callbacks) => succeed(options, system),
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getAppBaseInfo: () => system,
    getSystemSetting: () => ({ locationEnabled: true }),
    getMenuButtonBoundingClientRect: () => capsule,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    canIUse: () => true,
    nextTick: (work: () => void) => later(work, 0),
  };
}
