import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { h5 } from './taro/h5';
import { mini } from './taro/mini';

const root = resolve(__dirname, '..');
const pages = readdirSync(resolve(root, 'miniapp/src/pages'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.tsx'))
  .map((file) => `pages/${file.replace(/\\/g, '/').slice(0, -'.tsx'.length)}`)
  .sort();

/** Taro insists on `config/index`; everything that differs between WeChat and the browser is in `config/taro`. */
const config: UserConfigExport<'webpack5'> = defineConfig<'webpack5'>({
  projectName: 'nuanlin',
  date: '2026-11-24',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'miniapp/src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: ['accessibility', 'package-budget'].map((name) => resolve(__dirname, `taro/${name}.js`)),
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  // Terser takes two minutes over the browser's pages, esbuild two seconds.
  jsMinimizer: 'esbuild',
  esbuild: { minify: { enable: true, config: { target: 'es2015', charset: 'utf8' } } },
  alias: { '@shared': resolve(root, 'shared/src'), '@': resolve(root, 'miniapp/src') },
  defineConstants: {
    PAGES: JSON.stringify(pages),
    // The browser asks the origin it was served from; WeChat has no origin and needs an address.
    API_BASE: JSON.stringify(
      process.env.TARO_ENV === 'h5' ? '' : (process.env.TARO_APP_API ?? 'http://127.0.0.1:4600'),
    ),
    ALERT_TEMPLATE: JSON.stringify(process.env.TARO_APP_ALERT_TEMPLATE ?? ''),
  },
  copy: { patterns: [], options: {} },
  sass: { data: '' },
  mini: mini(root),
  h5: h5(root),
});

export default config;
