import type { Position } from './weapp';

export interface WxCall {
  readonly name: string;
  readonly options: unknown;
}

interface Callbacks {
  success?: (result: object) => void;
  fail?: (result: object) => void;
  complete?: (result: object) => void;
}

/** How the person holding the phone, and the phone itself, answer. */
export interface PhoneAnswers {
  /** What is tapped in a `showModal`. */
  modal: boolean;
  /** Where the phone is; `undefined` when location is refused. */
  position: Position | undefined;
  /** No network: every request fails, as it does in a cellar. */
  offline: boolean;
  /** What `wx.login` gives; each code is good for one sign-in. */
  loginCode: () => string;
}

export interface WxPorts {
  readonly apiBase: string;
  readonly answers: PhoneAnswers;
  readonly calls: WxCall[];
  readonly storage: Map<string, unknown>;
  /** False when there is no such page. */
  readonly navigate: (kind: 'navigateTo' | 'redirectTo' | 'reLaunch', url: string) => boolean;
  readonly navigateBack: (delta: number) => void;
  /** JSON made into objects of the mini-program's own realm. */
  readonly parse: (json: string) => unknown;
  readonly later: (work: () => void, millis: number) => void;
}

interface RequestOptions extends Callbacks {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
}

const PHONE = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, pixelRatio: 3 };

/** WeChat's `wx`, as far as the mini-program uses it: requests go out over HTTP for real, the rest is recorded. */
export function createWx(ports: WxPorts): Record<string, unknown> {
  const { answers, calls, storage } = ports;
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
  const record = (name: string, options: unknown) => calls.push({ name, options });
  const succeed = (options: Callbacks | undefined, result: object) => {
    ports.later(() => {
      options?.success?.(result);
      options?.complete?.(result);
    }, 0);
  };
  const fail = (options: Callbacks | undefined, errMsg: string) => {
    ports.later(() => {
      options?.fail?.({ errMsg });
      options?.complete?.({ errMsg });
    }, 0);
  };
  /** A call whose outcome nobody waits for: recorded, and said to have worked. */
  const recorded = (name: string) => (options?: Callbacks) => {
    record(name, options);
    succeed(options, { errMsg: `${name}:ok` });
  };

  const send = async (options: RequestOptions): Promise<void> => {
    const asked = new URL(options.url);
    const url = ports.apiBase + asked.pathname + asked.search;
    const body = typeof options.data === 'string' ? options.data : undefined;
    try {
      const reply = await fetch(url, {
        method: options.method ?? 'GET',
        headers: options.header ?? {},
        ...(body === undefined ? {} : { body }),
      });
      const text = await reply.text();
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
      succeed(options, {
        statusCode: reply.status,
        header: Object.fromEntries(reply.headers),
        data: isJson ? ports.parse(text) : text,
        errMsg: 'request:ok',
      });
    } catch (error) {
      fail(options, `request:fail ${String(error)}`);
    }
  };

  return {
    request(options: RequestOptions) {
      record('request', { method: options.method ?? 'GET', url: options.url });
      if (answers.offline) fail(options, 'request:fail');
      else void send(options);
      return {
        abort: () => undefined,
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
      };
    },
    // The live channel is never there: WeChat's sockets break often, and the poll must then carry the pages.
    connectSocket(options: Callbacks & { url: string }) {
      record('connectSocket', { url: options.url });
      succeed(options, { errMsg: 'connectSocket:ok' });
      return {
        onOpen: () => undefined,
        onMessage: () => undefined,
        onError: () => undefined,
        onClose: (listener: (event: object) => void) => ports.later(() => listener({ code: 1006 }), 5),
        send: () => undefined,
        close: () => undefined,
      };
    },
    login: (options: Callbacks) => succeed(options, { code: answers.loginCode(), errMsg: 'login:ok' }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
    navigateTo(options: Callbacks & { url: string }) {
      record('navigateTo', options.url);
      if (ports.navigate('navigateTo', options.url)) succeed(options, { errMsg: 'navigateTo:ok' });
      else fail(options, 'navigateTo:fail page is not found');
    },
    redirectTo(options: Callbacks & { url: string }) {
      record('redirectTo', options.url);
      if (ports.navigate('redirectTo', options.url)) succeed(options, { errMsg: 'redirectTo:ok' });
      else fail(options, 'redirectTo:fail page is not found');
    },
    reLaunch(options: Callbacks & { url: string }) {
      record('reLaunch', options.url);
      if (ports.navigate('reLaunch', options.url)) succeed(options, { errMsg: 'reLaunch:ok' });
      else fail(options, 'reLaunch:fail page is not found');
    },
    navigateBack(options: Callbacks & { delta?: number } = {}) {
      record('navigateBack', options.delta ?? 1);
      ports.navigateBack(options.delta ?? 1);
      succeed(options, { errMsg: 'navigateBack:ok' });
    },
    getLocation(options: Callbacks) {
      record('getLocation', undefined);
      if (answers.position === undefined) fail(options, 'getLocation:fail auth deny');
      else {
        const { lat, lng } = answers.position;
        succeed(options, { latitude: lat, longitude: lng, accuracy: 15, errMsg: 'getLocation:ok' });
      }
    },
    showModal(options: Callbacks & { content?: string }) {
      record('showModal', options.content);
      succeed(options, { confirm: answers.modal, cancel: !answers.modal, errMsg: 'showModal:ok' });
    },
    showToast(options: Callbacks & { title: string }) {
      record('showToast', options.title);
      succeed(options, { errMsg: 'showToast:ok' });
    },
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
      ].map((name) => [name, recorded(name)]),
    ),
    getSystemInfoSync: () => system,
    getSystemInfo: (options: Callbacks) => succeed(options, system),
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getAppBaseInfo: () => system,
    getSystemSetting: () => ({ locationEnabled: true }),
    getMenuButtonBoundingClientRect: () => ({
      top: 51,
      bottom: 83,
      left: 296,
      right: 383,
      width: 87,
      height: 32,
    }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    canIUse: () => true,
    nextTick: (work: () => void) => ports.later(work, 0),
  };
}
