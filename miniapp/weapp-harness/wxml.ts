import { createContext, runInContext } from 'node:vm';
import { wxmlToJs } from 'miniprogram-compiler';

/** What WeChat's compiled WXML gives for some data: elements with `wx-` tags, and texts. */
export interface WxElement {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children: readonly WxNode[];
}
export type WxNode = WxElement | string | number;
export type RenderWxml = (path: string, data: unknown) => WxElement;

const LARGEST_OUTPUT_BYTES = 64 * 1024 * 1024;
const rendererOf = new Map<string, RenderWxml>();

/**
 * Compiles the WXML by WeChat's own `wcc`, as the phone's client does, and renders with the result. It lives in a
 * realm of its own, into which data goes as JSON, since between WeChat's two threads nothing else passes either.
 */
export function compileWxml(dist: string): RenderWxml {
  const known = rendererOf.get(dist);
  if (known !== undefined) return known;
  const problems: string[] = [];
  const realm = createContext({
    console: { warn: (text: string) => problems.push(text), log: () => undefined },
  });
  runInContext('var window = this;', realm);
  const source = wxmlToJs(dist, { maxBuffer: LARGEST_OUTPUT_BYTES });
  runInContext(`var $wxml = (function () { ${source} })();`, realm);
  runInContext(
    'var $render = function (path, data) { return JSON.stringify($wxml(path)(JSON.parse(data), {}, {})); };',
    realm,
  );
  const render: RenderWxml = (path, data) => {
    problems.length = 0;
    Object.assign(realm, { $path: path, $data: JSON.stringify(data) });
    const tree = JSON.parse(runInContext('$render($path, $data)', realm) as string) as WxElement;
    if (problems.length > 0) throw new Error(`WXML of ${path}: ${problems.join('; ')}`);
    return tree;
  };
  const whole: RenderWxml = (path, data) => expand(render(path, data), render);
  rendererOf.set(dist, whole);
  return whole;
}

/** Trees deeper than fifteen levels go on in Taro's `comp` component, which is rendered in its place here. */
function expand(node: WxElement, render: RenderWxml): WxElement {
  const inner =
    node.tag === 'wx-comp'
      ? render('comp.wxml', { i: node.attr?.i, l: node.attr?.l }).children
      : node.children;
  return {
    ...node,
    children: inner.map((child) => (typeof child === 'object' ? expand(child, render) : child)),
  };
}
