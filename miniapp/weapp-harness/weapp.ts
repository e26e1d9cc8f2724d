import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bubble, type PageConfig } from './page-stack';
import { createPages } from './pages';
import { createRealm } from './realm';
import type { PlayedSocket } from './sockets';
import { type Chain, chains, findInput, findWords, handlerOf, reachable, textOf } from './tree';
import { createWx, type Network, type PhoneAnswers, type WxCall } from './wx';
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
  /** Where sockets really go; without it every socket breaks at once. */
  readonly socketBase?: string;
  readonly position?: Position;
  readonly loginCode?: () => string | undefined;
  /** What the phone has kept since the mini-program was closed. */
  readonly storage?: Map<string, unknown>;
  /** Opened by a link to this page, and not at the first one. */
  readonly launch?: { readonly page: string; readonly params?: Readonly<Record<string, string>> };
}

/** The compiled mini-program on a phone, driven by what one reads and taps. */
export interface Weapp {
  /** Waits for these words, then taps the innermost element that says them. */
  tap(words: string): Promise<void>;
  /** Types into the input of this label (or placeholder). */
  type(label: string, value: string): Promise<void>;
  /** Waits until the page says these words. */
  see(words: string | RegExp): Promise<void>;
  /** Waits until the page no longer says them. */
  seeNoMore(words: string): Promise<void>;
  /** Waits until something is so. */
  until(what: string, holds: () => boolean): Promise<void>;
  /** Waits until every request has been answered and the page has drawn what came. */
  settle(): Promise<void>;
  /** Everything on the page now, one element a line. */
  text(): string;
  /** What stands in an attribute of every element of this kind, such as `voip-room`. */
  attributes(tag: string, name: string): readonly string[];
  /** The path of the page on top. */
  page(): string;
  /** How many pages lie on each other. */
  depth(): number;
  /** Pulls the page down, as one does to read it anew. */
  refresh(): Promise<void>;
  /** WeChat's own back gesture. */
  back(): Promise<void>;
  /** Bytes of `setData` since the page on top was opened. */
  setDataBytes(): number;
  setNetwork(network: Network): void;
  /** Breaks every open socket, without a farewell. */
  cutSockets(): void;
  readonly sockets: readonly PlayedSocket[];
  readonly answers: PhoneAnswers;
  readonly calls: readonly WxCall[];
  readonly storage: Map<string, unknown>;
  close(): void;
}

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

const PATIENCE_MILLIS = 12_000;
const LOOK_AGAIN_MILLIS = 20;
/** Looks in a row that find nothing new, until a page counts as settled. */
const QUIET_LOOKS = 5;
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
  const calls: WxCall[] = [];
  const storage = options.storage ?? new Map<string, unknown>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const errors: unknown[] = [];
  let signIns = 0;
  const answers: PhoneAnswers = {
    modal: true,
    position: options.position,
    voipMembers: undefined,
    loginCode:
      options.loginCode ??
      (() => {
        signIns += 1;
        return `code-${signIns}`;
      }),
  };
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

  const pages = createPages({ realm: () => realm, known, guarded, later: startTimer });
  const phone = createWx({
    apiBase: options.apiBase,
    socketBase: options.socketBase,
    answers,
    calls,
    storage,
    parse: (json) => realm.parse(json),
    later: startTimer,
    navigate: pages.navigate,
    navigateBack: pages.navigateBack,
    complain: (words) => errors.push(words),
  });
  const quiet = () => undefined;
  const realm = createRealm(dist, {
    wx: phone.wx,
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
    Page: (config: PageConfig) => pages.declare(config),
    Component: quiet,
    Behavior: quiet,
    getApp: () => appConfig,
    getCurrentPages: pages.all,
  });

  const { top } = pages;
  const tree = (): WxElement => render(`${top().instance.route}.wxml`, top().instance.data);
  const failOnErrors = () => {
    if (errors.length === 0) return;
    const said = errors.splice(0).map(told).join('\n');
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
  /** A finger is slower than React: what a tap changed at once is on the page before the next one comes. */
  const drawn = async (): Promise<void> => {
    for (let before = -1; before !== top().bytes; await pause(LOOK_AGAIN_MILLIS)) before = top().bytes;
    failOnErrors();
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
  const first = options.launch?.page ?? app.pages[0] ?? '';
  const launch = appConfig.onLaunch;
  if (typeof launch === 'function')
    (launch as Handler).call(appConfig, { path: first, query: { ...options.launch?.params }, scene: 1001 });
  pages.open(first, { ...options.launch?.params });
  await pause(0);

  return {
    answers,
    calls,
    storage,
    sockets: phone.sockets,
    cutSockets: phone.cutSockets,
    setNetwork: phone.setNetwork,
    text: () => textOf(tree()),
    attributes: (tag, name) =>
      [...chains(tree())].flatMap(([node]) =>
        node?.tag === `wx-${tag}` ? [String(node.attr?.[name] ?? '')] : [],
      ),
    page: () => top().instance.route,
    setDataBytes: () => top().bytes,
    depth: () => pages.all().length,
    async see(words) {
      await waitFor(`“${words}”`, () => says(textOf(tree()), words) || undefined);
    },
    async seeNoMore(words) {
      await waitFor(`the end of “${words}”`, () => !says(textOf(tree()), words) || undefined);
    },
    async until(what, holds) {
      await waitFor(what, () => holds() || undefined);
    },
    async settle() {
      let before = -1;
      let quietLooks = 0;
      await waitFor('an end of requests', () => {
        const { bytes } = top();
        quietLooks = phone.underWay() === 0 && bytes === before ? quietLooks + 1 : 0;
        before = bytes;
        return quietLooks >= QUIET_LOOKS || undefined;
      });
    },
    async tap(words) {
      const listens = (node: WxElement): boolean => handlerOf(node, 'tap') !== '';
      const chain = await waitFor(`“${words}” to tap`, () => {
        const found = findWords(reachable(tree()), words);
        return found?.some(listens) ? found : undefined;
      });
      fire(chain, 'tap', { x: 0, y: 0 });
      await drawn();
    },
    async type(label, value) {
      const chain = await waitFor(`the input “${label}”`, () => findInput(reachable(tree()), label));
      fire(chain.slice(0, 1), 'focus', { value });
      fire(chain.slice(0, 1), 'input', { value, cursor: value.length });
      fire(chain.slice(0, 1), 'blur', { value });
      await drawn();
    },
    async refresh() {
      const scroller = [...chains(tree())].find(([node]) => node?.attr?.refresherEnabled === true);
      if (scroller === undefined) throw new Error(`${top().instance.route} cannot be pulled down`);
      fire(scroller.slice(0, 1), 'refresherrefresh', {});
      await drawn();
    },
    async back() {
      pages.navigateBack(1);
      await drawn();
    },
    close() {
      pages.closeAll();
      phone.cutSockets();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

const says = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);

const told = (error: unknown): string =>
  error instanceof Object && 'stack' in error ? String(error.stack) : String(error);
