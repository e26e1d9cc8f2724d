import { resolve } from 'node:path';
import type { IH5Config } from '@tarojs/taro/types/compile';

/** The browser's build: hash routes, so that any static server will do, and a phone-wide column on wide screens. */
export const h5 = (root: string): IH5Config<'webpack5'> => ({
  publicPath: './',
  staticDirectory: 'static',
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
  compile: { include: [resolve(root, 'shared')] },
  router: { mode: 'hash' },
  // What three pages use is fetched once and not with each of them.
  webpackChain(chain) {
    chain.merge({
      optimization: {
        splitChunks: {
          cacheGroups: {
            shared: { name: 'shared', chunks: 'all', minChunks: 3, priority: 30, type: /javascript/ },
          },
        },
      },
    });
  },
  postcss: {
    autoprefixer: { enable: true, config: {} },
    pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 16, maxRootSize: 24 } },
    cssModules: { enable: false },
  },
});
