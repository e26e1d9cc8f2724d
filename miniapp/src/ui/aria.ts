type AriaRole =
  | 'button'
  | 'link'
  | 'img'
  | 'tab'
  | 'tablist'
  | 'radiogroup'
  | 'checkbox'
  | 'radio'
  | 'alert'
  | 'dialog'
  | 'heading';
export interface Spoken {
  readonly ariaRole?: AriaRole;
  readonly ariaLabel?: string;
}

/** What a screen reader says of an element, spelled as WeChat or the browser wants it. */
export function aria(role: AriaRole | undefined, label?: string): Spoken {
  if (process.env.TARO_ENV === 'h5') {
    return { ...(role && { role }), ...(label && { 'aria-label': label }) } as Spoken;
  }
  return { ...(role && { ariaRole: role }), ...(label && { ariaLabel: label }) };
}

/**
 * Whether this one of several is the chosen one: `checked` of a radio or a checkbox, `selected` of a tab. Said both ways,
 * since silence would leave open whether it can be chosen at all.
 */
export function ariaChosen(how: 'checked' | 'selected', on: boolean): Record<string, string> {
  const said = on ? 'true' : 'false';
  if (process.env.TARO_ENV === 'h5') return { [`aria-${how}`]: said };
  return how === 'checked' ? { ariaChecked: said } : { ariaSelected: said };
}

/** What a screen reader says of a button that cannot be pressed now; WeChat's components know no such word. */
export const ariaOff = (off: boolean | undefined): Record<string, boolean> =>
  off && process.env.TARO_ENV === 'h5' ? { 'aria-disabled': true } : {};

/** The name of an input. In the browser it belongs on the real input inside Taro's element, or nobody reads it. */
export const inputName = (label: string): Spoken & { readonly nativeProps?: Record<string, unknown> } =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label } } : { ariaLabel: label };
