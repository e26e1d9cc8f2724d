import { posix } from 'node:path';
import { type Chain, handlerOf, stops } from './tree';
import type { WxElement } from './wxml';

/** What a compiled page hands to WeChat's `Page()`. */
export interface PageConfig {
  readonly data?: Record<string, unknown>;
  readonly [method: string]: unknown;
}

export interface PageInstance {
  data: Record<string, unknown>;
  readonly route: string;
  readonly options: Record<string, string>;
  [method: string]: unknown;
}

/** WeChat's `setData` knows paths: `root.cn.[0].cl` changes one leaf of the data. */
export function putAt(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '');
  const last = steps.pop();
  if (last === undefined) throw new Error('setData without a path');
  let place: Record<string, unknown> = data;
  steps.forEach((step, index) => {
    const next = place[step];
    if (typeof next !== 'object' || next === null) {
      const following = steps[index + 1] ?? last;
      place[step] = /^\d+$/.test(following) ? [] : {};
    }
    place = place[step] as Record<string, unknown>;
  });
  place[last] = value;
}

/**
 * `/pages/a/index?b=c` seen from an open page: the path without its slash, and the parameters as they were written,
 * since WeChat unescapes nothing.
 */
export function readUrl(url: string, from: string): { path: string; options: Record<string, string> } {
  const [path = '', query = ''] = url.split('?');
  const absolute = path.startsWith('/') ? path : posix.join('/', posix.dirname(from), path);
  const options: Record<string, string> = {};
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const [key = '', value = ''] = pair.split('=');
    options[key] = value;
  }
  return { path: absolute.slice(1), options };
}

const datasetOf = (node: WxElement): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(node.attr ?? {}).flatMap(([name, value]) =>
      name.startsWith('data-') ? [[name.slice('data-'.length), value]] : [],
    ),
  );
const targetOf = (node: WxElement) => ({ id: String(node.attr?.id ?? ''), dataset: datasetOf(node) });

/** Sends an event up the chain, to every element that listens, until one catches it. True if anyone listened. */
export function bubble(
  chain: Chain,
  type: string,
  detail: Record<string, unknown>,
  handle: (handler: string, event: object) => void,
): boolean {
  const [first] = chain;
  if (first === undefined) return false;
  let heard = false;
  for (const node of chain) {
    const handler = handlerOf(node, type);
    if (handler === '') continue;
    heard = true;
    const point = { clientX: 0, clientY: 0, pageX: 0, pageY: 0, identifier: 0 };
    handle(handler, {
      type,
      timeStamp: Date.now(),
      target: targetOf(first),
      currentTarget: targetOf(node),
      detail,
      mark: {},
      touches: [point],
      changedTouches: [point],
    });
    if (stops(node, type)) break;
  }
  return heard;
}
