import { fileCalls } from './files';
import { createSockets, type PlayedSocket } from './sockets';
import { systemCalls } from './system';
import type { Position } from './weapp';

export interface WxCall {
  readonly name: string;
  readonly options: unknown;
}

export interface Callbacks {
  success?: (result: object) => void;
  fail?: (result: object) => void;
  complete?: (result: object) => void;
}

/** `answers_lost`: what is sent arrives, and no answer ever comes back. */
export type Network = 'good' | 'none' | 'answers_lost';

/** How the person holding the phone, and the phone itself, answer. */
export interface PhoneAnswers {
  /** What is tapped in a `showModal`. */
  modal: boolean;
  /** Where the phone is; `undefined` when location is refused. */
  position: Position | undefined;
  /** What `wx.login` gives, each code good for one sign-in; `undefined` when WeChat gives none. */
  loginCode: () => string | undefined;
  /** Who is in a VoIP room once this phone has entered; `undefined` where the account may open none. */
  voipMembers: readonly string[] | undefined;
  /** What the camera sees, where a photo is taken; without it nobody takes one. */
  photo?: Buffer;
  /** What is said into the recorder. */
  voice?: Buffer;
}

export interface WxPorts {
  readonly apiBase: string;
  readonly socketBase: string | undefined;
  readonly answers: PhoneAnswers;
  readonly calls: WxCall[];
  readonly storage: Map<string, unknown>;
  /** What WeChat says when there is no such page, or too many are open. */
  readonly navigate: (
    kind: 'navigateTo' | 'redirectTo' | 'reLaunch',
    url: string,
  ) => 'ok' | 'page is not found' | 'webview count limit exceed';
  /** False on the first page, from which nothing leads back. */
  readonly navigateBack: (delta: number) => boolean;
  /** JSON made into objects of the mini-program's own realm. */
  readonly parse: (json: string) => unknown;
  readonly later: (work: () => void, millis: number) => void;
  /** A mistake of the mini-program, which the next step of a test then reports. */
  readonly complain: (words: string) => void;
}

export interface Wx {
  /** What the mini-program sees as `wx`. */
  readonly wx: object;
  readonly sockets: readonly PlayedSocket[];
  cutSockets(): void;
  setNetwork(network: Network): void;
  /** Requests that were sent and not answered yet. */
  underWay(): number;
}

interface RequestOptions extends Callbacks {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
}

type NetworkListener = (status: { isConnected: boolean; networkType: string }) => void;

const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']);
/** More characters on a button, and WeChat shows no question at all. */
const BUTTON_CHARACTERS = 4;

/** WeChat's `wx`, as far as the mini-program uses it: requests and sockets are real, the rest is recorded. */
export function createWx(ports: WxPorts): Wx {
  const { answers, calls, storage } = ports;
  let network: Network = 'good';
  let underWay = 0;
  const heard = new Set<NetworkListener>();
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
  const sockets = createSockets({
    base: ports.socketBase,
    reachable: () => network === 'good',
    later: ports.later,
    onFrame: (data) => record('onSocketMessage', data),
  });

  const send = async (options: RequestOptions): Promise<void> => {
    const asked = new URL(options.url);
    const body = typeof options.data === 'string' ? options.data : undefined;
    // A phone that finds no answer waits for one first; here it is told as soon as the server has done its part.
    const lost = network === 'answers_lost';
    underWay += 1;
    try {
      const reply = await fetch(ports.apiBase + asked.pathname + asked.search, {
        method: options.method ?? 'GET',
        headers: options.header ?? {},
        ...(body === undefined ? {} : { body }),
      });
      const text = await reply.text();
      if (lost) return fail(options, 'request:fail timeout');
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
      succeed(options, {
        statusCode: reply.status,
        header: Object.fromEntries(reply.headers),
        data: isJson ? ports.parse(text) : text,
        errMsg: 'request:ok',
      });
    } catch (error) {
      fail(options, `request:fail ${String(error)}`);
    } finally {
      // After the answer itself has been given, so that nothing looks settled in between.
      ports.later(() => {
        underWay -= 1;
      }, 0);
    }
  };

  const navigation =
    (kind: 'navigateTo' | 'redirectTo' | 'reLaunch') => (options: Callbacks & { url: string }) => {
      record(kind, options.url);
      const outcome = ports.navigate(kind, options.url);
      if (outcome === 'ok') return succeed(options, { errMsg: `${kind}:ok` });
      ports.complain(`${kind}:fail ${outcome}: ${options.url}`);
      fail(options, `${kind}:fail ${outcome}`);
    };

  const played: Record<string, unknown> = {
    ...systemCalls({ record, succeed, later: ports.later }),
    ...fileCalls({ answers, record, succeed, fail, reachable: () => network === 'good' }),
    request(options: RequestOptions) {
      const method = options.method ?? 'GET';
      record('request', { method, url: options.url, data: options.data });
      if (!METHODS.has(method)) {
        ports.complain(`request:fail method is invalid: ${method} ${options.url}`);
        fail(options, 'request:fail method is invalid');
      } else if (network === 'none') fail(options, 'request:fail');
      else void send(options);
      return {
        abort: () => undefined,
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
      };
    },
    connectSocket(options: Callbacks & { url: string }) {
      record('connectSocket', { url: options.url });
      return sockets.connect(options);
    },
    login(options: Callbacks) {
      const code = answers.loginCode();
      if (code === undefined) fail(options, 'login:fail system error');
      else succeed(options, { code, errMsg: 'login:ok' });
    },
    onNetworkStatusChange: (listener: NetworkListener) => void heard.add(listener),
    offNetworkStatusChange: (listener: NetworkListener) => void heard.delete(listener),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    navigateTo: navigation('navigateTo'),
    redirectTo: navigation('redirectTo'),
    reLaunch: navigation('reLaunch'),
    navigateBack(options: Callbacks & { delta?: number } = {}) {
      record('navigateBack', options.delta ?? 1);
      if (ports.navigateBack(options.delta ?? 1)) succeed(options, { errMsg: 'navigateBack:ok' });
      else fail(options, 'navigateBack:fail cannot navigate back at first page.');
    },
    getLocation(options: Callbacks) {
      record('getLocation', undefined);
      if (answers.position === undefined) return fail(options, 'getLocation:fail auth deny');
      const { lat, lng } = answers.position;
      succeed(options, { latitude: lat, longitude: lng, accuracy: 15, errMsg: 'getLocation:ok' });
    },
    joinVoIPChat(
      options: Callbacks & { signature: string; nonceStr: string; timeStamp: number; groupId: string },
    ) {
      const { success: _s, fail: _f, complete: _c, ...asked } = options;
      record('joinVoIPChat', asked);
      if (answers.voipMembers === undefined) return fail(options, 'joinVoIPChat:fail system error');
      succeed(options, {
        openIdList: ports.parse(JSON.stringify(answers.voipMembers)),
        errMsg: 'joinVoIPChat:ok',
      });
    },
    onVoIPChatMembersChanged: () => undefined,
    onVoIPChatInterrupted: () => undefined,
    showModal(options: Callbacks & { content?: string; confirmText?: string; cancelText?: string }) {
      record('showModal', options.content);
      const long = [options.confirmText ?? '', options.cancelText ?? ''].find(
        (words) => [...words].length > BUTTON_CHARACTERS,
      );
      if (long !== undefined) {
        ports.complain(`showModal:fail “${long}” has more than ${BUTTON_CHARACTERS} characters`);
        return fail(options, 'showModal:fail');
      }
      succeed(options, { confirm: answers.modal, cancel: !answers.modal, errMsg: 'showModal:ok' });
    },
    showToast(options: Callbacks & { title: string }) {
      record('showToast', options.title);
      succeed(options, { errMsg: 'showToast:ok' });
    },
  };
  return {
    wx: onlyKnown(played, ports.complain),
    sockets: sockets.all,
    cutSockets: sockets.cut,
    setNetwork(next) {
      const before = network;
      network = next;
      if (next !== 'good') sockets.cut();
      // A network that only loses answers is one to the phone, so it tells of no change.
      if ((before === 'none') === (next === 'none')) return;
      const status = { isConnected: next !== 'none', networkType: next === 'none' ? 'none' : '4g' };
      ports.later(() => {
        for (const listener of heard) listener(status);
      }, 0);
    },
    underWay: () => underWay,
  };
}

/** What Taro itself looks for and does without: its chunks' own list before they make it, and WeChat's cloud. */
const lookedFor: ReadonlySet<string> = new Set(['webpackJsonp', 'cloud']);

/** Asking for what is not played here throws, and names it: silence would be a lie about WeChat. */
function onlyKnown(played: Record<string, unknown>, complain: (words: string) => void): object {
  return new Proxy(played, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name);
      if (lookedFor.has(name)) return undefined;
      const words = `wx.${name} is not played by the harness`;
      complain(words);
      throw new Error(words);
    },
  });
}
