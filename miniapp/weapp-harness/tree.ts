import type { WxElement, WxNode } from './wxml';

const isElement = (node: WxNode): node is WxElement => typeof node === 'object';
const attribute = (node: WxElement, name: string): string => {
  const value = node.attr?.[name];
  return value === undefined || value === null ? '' : String(value);
};

/** An element and those around it, the innermost first: the way an event bubbles. */
export type Chain = readonly WxElement[];

export const labelOf = (node: WxElement): string => attribute(node, 'ariaLabel');
export const roleOf = (node: WxElement): string => attribute(node, 'ariaRole');
export const handlerOf = (node: WxElement, event: string): string =>
  attribute(node, `bind${event}`) || attribute(node, `catch${event}`);
export const stops = (node: WxElement, event: string): boolean => attribute(node, `catch${event}`) !== '';

/** Everything written in an element, the value of its inputs included, as one reads it. */
export function textOf(node: WxNode): string {
  if (!isElement(node)) return String(node);
  if (node.tag === 'wx-input' || node.tag === 'wx-textarea') {
    return attribute(node, 'value') || attribute(node, 'placeholder');
  }
  const block = node.tag !== 'wx-text' && node.tag !== 'virtual';
  const inner = node.children.map(textOf).filter((text) => text !== '');
  return inner.join(block ? '\n' : '');
}

/** Every element with its chain, in the order of reading. */
export function* chains(node: WxElement, around: Chain = []): Generator<Chain> {
  const chain = [node, ...around];
  yield chain;
  for (const child of node.children) if (isElement(child)) yield* chains(child, chain);
}

/** While a sheet is open it covers the rest of the page, so nothing behind it can be tapped or typed into. */
export function reachable(root: WxElement): WxElement {
  let covering = root;
  for (const [node] of chains(root)) if (node !== undefined && roleOf(node) === 'dialog') covering = node;
  return covering;
}

const says = (node: WxElement, words: string): boolean =>
  labelOf(node) === words || textOf(node).replace(/\n/g, '') === words;
const mentions = (node: WxElement, words: string): boolean =>
  labelOf(node).includes(words) || textOf(node).replace(/\n/g, '').includes(words);

/**
 * The innermost element that says exactly these words, by its text or its label; where none does, the innermost that
 * contains them.
 */
export function findWords(root: WxElement, words: string): Chain | undefined {
  const all = [...chains(root)];
  const innermost = (fits: (node: WxElement) => boolean): Chain | undefined => {
    const fitting = all.filter(([node]) => node !== undefined && fits(node));
    const depth = Math.max(...fitting.map((chain) => chain.length));
    return fitting.find((chain) => chain.length === depth);
  };
  return innermost((node) => says(node, words)) ?? innermost((node) => mentions(node, words));
}

/** The input that is read out under this label. */
export function findInput(root: WxElement, label: string): Chain | undefined {
  return [...chains(root)].find(
    ([node]) =>
      (node?.tag === 'wx-input' || node?.tag === 'wx-textarea') &&
      (labelOf(node) === label || attribute(node, 'placeholder') === label),
  );
}
