import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bubble, type PageConfig, type PageInstance, putAt, readUrl } from './page-stack';
import { createRealm } from './realm';
import { type Chain, chains, findInput, findWords, reachable, textOf } from './tree';
import { createWx, type PhoneAnswers, type WxCall } from './wx';
import { compileWxml, type WxElement } from './wxml';

export interface Position {
  readonly lat: number;
  readonly lng: number;
}

export interface WeappOptions {
  /** The folder that Taro built: `dist/weapp`. */
  readonly dist: string;
  /** Where requests really go, whatever address was built in. */
  readonly apiBase: string;
  readonly position?: Position;
  readonly loginCode?: () => string;
}

/** The compiled mini-program on a phone, driven by what one reads and taps. */
export interface Weapp {
  /** Waits for these words, then taps the innermost element that says them. */
  tap(words: string): Promise<void>;
  /** Types into the input of this label (or placeholder). */
  type(label: string, value: string): Promise<void>;
  /** Waits until the page says these words. */
  see(words: string): Promise<void>;
  /** Everything on the page now, one element a line. */
  text(): string;
  /** The path of the page on top. */
  page(): string;
  /** Pulls the page down, as one does to read it anew. */
  refresh(): Promise<void>;
  /** WeChat's own back gesture. */
  back(): Promise<void>;
  /** Bytes of `setData` since the page on top was opened. */
  setDataBytes(): number;
  readonly answers: PhoneAnswers;
  readonly calls: readonly WxCall[];
  readonly storage: Map<string, unknown>;
  close(): void;
}

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

interface OpenPage {
  readonly instance: PageInstance;
  bytes: number;
}

const PATIENCE_MILLIS = 8_000;
const LOOK_AGAIN_MILLIS = 20;
const pause = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));

type Handler = (this: unknown, argument?: unknown) => void;

export async function openWeapp(options: WeappOptions): Promise<Weapp> {
  const { dist } = options;
  const render = compileWxml(dist);
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson;
  const known = new Set([
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]);
  const stack: OpenPage[] = [];
  const configs = new Map<string, PageConfig>();
  const calls: WxCall[] = [];
  const storage = new Map<string, unknown>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const errors: unknown[] = [];
  let signIns = 0;
  const answers: PhoneAnswers = {
    modal: true,
    position: options.position,
    offline: false,
    loginCode:
      options.loginCode ??
      (() => {
        signIns += 1;
        return `code-${signIns}`;
      }),
  };
  let loading = '';
  let appConfig: Record<string, unknown> = {};

  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      errors.push(error);
    }
  };
  const startTimer = (work: () => void, millis?: number) => {
    const timer = setTimeout(() => guarded(work), millis);
    timers.add(timer);
    return timer;
  };
  const startInterval = (work: () => void, millis?: number) => {
    const timer = setInterval(() => guarded(work), millis);
    timers.add(timer);
    return timer;
  };
  const stopTimer = (timer: ReturnType<typeof setTimeout>) => {
    timers.delete(timer);
    clearTimeout(timer);
  };

  const lifecycle = (page: PageInstance, name: string, argument?: unknown) => {
    const method = page[name];
    if (typeof method === 'function') guarded(() => (method as Handler).call(page, argument));
  };

  const open = (path: string, given: Record<string, string>) => {
    loading = path;
    realm.require(path);
    const config = configs.get(path);
    if (config === undefined) throw new Error(`${path} called no Page()`);
    const data = realm.parse(JSON.stringify(config.data ?? {})) as Record<string, unknown>;
    const instance = Object.assign(Object.create(null) as PageInstance, config, {
      data,
      route: path,
      options: realm.parse(JSON.stringify(given)) as Record<string, string>,
    });
    const opened: OpenPage = { instance, bytes: 0 };
    instance.setData = (change: Record<string, unknown>, done?: () => void) => {
      const json = JSON.stringify(change);
      opened.bytes += Buffer.byteLength(json);
      const copy = realm.parse(json) as Record<string, unknown>;
      for (const [key, value] of Object.entries(copy)) putAt(instance.data, key, value);
      if (done !== undefined) startTimer(done, 0);
    };
    stack.push(opened);
    lifecycle(instance, 'onLoad', instance.options);
    lifecycle(instance, 'onShow');
    lifecycle(instance, 'onReady');
  };
  const closeTop = () => {
    const closed = stack.pop();
    if (closed !== undefined) lifecycle(closed.instance, 'onUnload');
  };
  const navigateBack = (delta: number) => {
    for (let step = 0; step < delta && stack.length > 1; step += 1) closeTop();
    const page = stack.at(-1);
    if (page !== undefined) lifecycle(page.instance, 'onShow');
  };

  const wx = createWx({
    apiBase: options.apiBase,
    answers,
    calls,
    storage,
    parse: (json) => realm.parse(json),
    later: startTimer,
    navigateBack,
    navigate: (kind, url) => {
      const { path, options: given } = readUrl(url, stack.at(-1)?.instance.route ?? '');
      if (!known.has(path)) {
        errors.push(`${kind}: page “${path}” is not found`);
        return false;
      }
      if (kind === 'redirectTo') closeTop();
      if (kind === 'reLaunch') while (stack.length > 0) closeTop();
      const below = stack.at(-1);
      if (below !== undefined) lifecycle(below.instance, 'onHide');
      open(path, given);
      return true;
    },
  });
  const quiet = () => undefined;
  const realm = createRealm(dist, {
    wx,
    console: {
      log: quiet,
      info: quiet,
      debug: quiet,
      warn: quiet,
      error: (...said: unknown[]) => errors.push(said),
    },
    setTimeout: startTimer,
    setInterval: startInterval,
    clearTimeout: stopTimer,
    clearInterval: stopTimer,
    App: (config: Record<string, unknown>) => {
      appConfig = config;
    },
    Page: (config: PageConfig) => configs.set(loading, config),
    Component: quiet,
    Behavior: quiet,
    getApp: () => appConfig,
    getCurrentPages: () => stack.map(({ instance }) => instance),
  });

  const top = (): OpenPage => {
    const page = stack.at(-1);
    if (page === undefined) throw new Error('no page is open');
    return page;
  };
  const tree = (): WxElement => render(`${top().instance.route}.wxml`, top().instance.data);
  const failOnErrors = () => {
    if (errors.length === 0) return;
    const said = errors.splice(0).map(String).join('\n');
    throw new Error(`The mini-program reported: ${said}`);
  };

  const waitFor = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    const until = Date.now() + PATIENCE_MILLIS;
    for (;;) {
      failOnErrors();
      const found = look();
      if (found !== undefined) return found;
      if (Date.now() > until)
        throw new Error(`${what} did not come. On ${top().instance.route}:\n${textOf(tree())}`);
      await pause(LOOK_AGAIN_MILLIS);
    }
  };
  const fire = (chain: Chain, type: string, detail: Record<string, unknown>): boolean => {
    const { instance } = top();
    return bubble(chain, type, detail, (handler, event) => {
      const method = instance[handler];
      if (typeof method !== 'function') throw new Error(`${instance.route} has no ${handler}`);
      guarded(() => (method as Handler).call(instance, realm.parse(JSON.stringify(event))));
    });
  };

  realm.require('app');
  const launch = appConfig.onLaunch;
  if (typeof launch === 'function')
    (launch as Handler).call(appConfig, { path: app.pages[0], query: {}, scene: 1001 });
  open(app.pages[0] ?? '', {});
  await pause(0);

  return {
    answers,
    calls,
    storage,
    text: () => textOf(tree()),
    page: () => top().instance.route,
    setDataBytes: () => top().bytes,
    async see(words) {
      await waitFor(`“${words}”`, () => (textOf(tree()).includes(words) ? true : undefined));
    },
    async tap(words) {
      const chain = await waitFor(`“${words}”`, () => findWords(reachable(tree()), words));
      if (!fire(chain, 'tap', { x: 0, y: 0 })) throw new Error(`Nothing listens to a tap on “${words}”`);
      await pause(0);
      failOnErrors();
    },
    async type(label, value) {
      const chain = await waitFor(`the input “${label}”`, () => findInput(reachable(tree()), label));
      fire(chain.slice(0, 1), 'focus', { value });
      fire(chain.slice(0, 1), 'input', { value, cursor: value.length });
      fire(chain.slice(0, 1), 'blur', { value });
      await pause(0);
      failOnErrors();
    },
    async refresh() {
      const scroller = [...chains(tree())].find(([node]) => node?.attr?.refresherEnabled === true);
      if (scroller === undefined) throw new Error(`${top().instance.route} cannot be pulled down`);
      fire(scroller.slice(0, 1), 'refresherrefresh', {});
      await pause(0);
      failOnErrors();
    },
    async back() {
      navigateBack(1);
      await pause(0);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      while (stack.length > 0) closeTop();
    },
  };
}
