import { type PageConfig, type PageInstance, putAt, readUrl } from './page-stack';
import type { Realm } from './realm';
import type { WxPorts } from './wx';

export interface OpenPage {
  readonly instance: PageInstance;
  /** Bytes of `setData` since it was opened. */
  bytes: number;
}

interface PagePorts {
  readonly realm: () => Realm;
  /** Every page of `app.json`. */
  readonly known: ReadonlySet<string>;
  /** Runs in the mini-program, so that what it throws is heard of. */
  readonly guarded: (work: () => void) => void;
  readonly later: (work: () => void, millis: number) => void;
}

type Handler = (this: unknown, argument?: unknown) => void;

/** WeChat opens no eleventh page on top of ten. */
const DEEPEST = 10;

/** WeChat's stack of open pages, and the life of each. */
export function createPages(ports: PagePorts) {
  const stack: OpenPage[] = [];
  const configs = new Map<string, PageConfig>();
  let loading = '';

  const lifecycle = (page: PageInstance, name: string, argument?: unknown) => {
    const method = page[name];
    if (typeof method === 'function') ports.guarded(() => (method as Handler).call(page, argument));
  };
  const open = (path: string, given: Record<string, string>) => {
    const realm = ports.realm();
    loading = path;
    // The first page of a sub-package is what loads it.
    realm.require(path);
    const config = configs.get(path);
    if (config === undefined) throw new Error(`${path} called no Page()`);
    const instance = Object.assign(Object.create(null) as PageInstance, config, {
      data: realm.parse(JSON.stringify(config.data ?? {})) as Record<string, unknown>,
      route: path,
      options: realm.parse(JSON.stringify(given)) as Record<string, string>,
    });
    const opened: OpenPage = { instance, bytes: 0 };
    instance.setData = (change: Record<string, unknown>, done?: () => void) => {
      const json = JSON.stringify(change);
      opened.bytes += Buffer.byteLength(json);
      const copy = realm.parse(json) as Record<string, unknown>;
      for (const [key, value] of Object.entries(copy)) putAt(instance.data, key, value);
      if (done !== undefined) ports.later(done, 0);
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
  const closeAll = () => {
    while (stack.length > 0) closeTop();
  };
  const navigate: WxPorts['navigate'] = (kind, url) => {
    const { path, options } = readUrl(url, stack.at(-1)?.instance.route ?? '');
    if (!ports.known.has(path)) return 'page is not found';
    if (kind === 'navigateTo' && stack.length >= DEEPEST) return 'webview count limit exceed';
    const below = stack.at(-1);
    if (kind === 'redirectTo') closeTop();
    else if (kind === 'reLaunch') closeAll();
    else if (below !== undefined) lifecycle(below.instance, 'onHide');
    open(path, options);
    return 'ok';
  };
  const navigateBack = (delta: number): boolean => {
    if (stack.length < 2) return false;
    for (let step = 0; step < delta && stack.length > 1; step += 1) closeTop();
    const page = stack.at(-1);
    if (page !== undefined) lifecycle(page.instance, 'onShow');
    return true;
  };
  const top = (): OpenPage => {
    const page = stack.at(-1);
    if (page === undefined) throw new Error('no page is open');
    return page;
  };
  return {
    open,
    closeAll,
    navigate,
    navigateBack,
    top,
    /** What a page's file calls as `Page()` while it is loaded. */
    declare: (config: PageConfig) => void configs.set(loading, config),
    all: (): PageInstance[] => stack.map(({ instance }) => instance),
  };
}
