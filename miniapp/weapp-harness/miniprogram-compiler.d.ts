declare module 'miniprogram-compiler' {
  /** JavaScript that ends in `return $gwx`, made of every WXML and WXS file below `root`. */
  export function wxmlToJs(root: string, options?: { maxBuffer?: number }): string;
}
