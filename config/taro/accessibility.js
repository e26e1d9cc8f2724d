const { resolve } = require('node:path');
const spoken = require('./spoken-attributes');

/**
 * Taro's WeChat templates know no `aria-*`. This adds those that a screen reader needs to `view`, `input` and
 * `textarea`; the kit sets them through `ui/aria.ts`. Both sides have to know them: template and page number a
 * component's attributes by their order, so where only one side knows two more, every attribute after them is read as
 * another: what was typed as the name of a field, a placeholder as a style.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, spoken);
      platform.runtimePath = [platform.runtimePath, resolve(__dirname, 'accessibility-runtime.js')].flat();
    },
  });
};
