import Taro from '@tarojs/taro';

export interface HeaderSpace {
  /** Pixels of the phone, not of the design. */
  readonly top: number;
  readonly right: number;
  readonly height: number;
}

const PHONE_HEADER: HeaderSpace = { top: 12, right: 18, height: 56 };

let measured: HeaderSpace | undefined;

/** What the header must leave free: WeChat's status bar above and its capsule to the right. */
export function headerSpace(): HeaderSpace {
  if (process.env.TARO_ENV !== 'weapp') return PHONE_HEADER;
  measured ??= measure();
  return measured;
}

function measure(): HeaderSpace {
  const capsule = Taro.getMenuButtonBoundingClientRect();
  const { windowWidth, statusBarHeight = 20 } = Taro.getWindowInfo();
  const gap = Math.max(4, capsule.top - statusBarHeight);
  return {
    top: statusBarHeight + gap,
    right: Math.max(18, windowWidth - capsule.left + 8),
    height: capsule.bottom + gap,
  };
}

const SMALLEST_SCALE = 0.9;
const LARGEST_SCALE = 1.3;
let scale: number | undefined;

/** The type size set in WeChat itself, on top of the reading mode; bounded, so that no page falls apart. */
export function fontScale(): number {
  if (process.env.TARO_ENV !== 'weapp') return 1;
  // Taro's typing lacks this field of WeChat's base library 2.11 and later.
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  scale ??= Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, fontSizeScaleFactor));
  return scale;
}
