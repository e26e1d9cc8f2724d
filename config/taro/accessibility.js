/**
 * Taro's WeChat templates know no `aria-*`. This adds the two that a screen reader needs to `view`, `input` and
 * `textarea`; the kit sets them through `ui/aria.ts`.
 */
module.exports = (ctx) => {
  const spoken = { 'aria-role': 'i.ariaRole', 'aria-label': 'i.ariaLabel' };
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template?.mergeComponents(ctx, { View: spoken, Input: spoken, Textarea: spoken });
    },
  });
};
