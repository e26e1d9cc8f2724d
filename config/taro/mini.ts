import { resolve } from 'node:path';
import type { IMiniAppConfig } from '@tarojs/taro/types/compile';

/**
 * WeChat's build. node_modules are not transpiled by default, and WeChat's older engines refuse ES2020, so the
 * libraries that ship modern syntax are named here.
 */
export const mini = (root: string): IMiniAppConfig<'webpack5'> => ({
  compile: {
    include: [
      resolve(root, 'shared'),
      resolve(root, 'node_modules/zod'),
      resolve(root, 'node_modules/zustand'),
    ],
  },
  // Without this the libraries that only sub-packages use land in the main package.
  optimizeMainPackage: { enable: true },
  miniCssExtractPluginOption: { ignoreOrder: true },
  postcss: {
    pxtransform: { enable: true, config: {} },
    cssModules: { enable: false },
  },
});
