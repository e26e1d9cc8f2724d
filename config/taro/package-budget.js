const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

/** WeChat allows 2 MB a package; a village's network wants half of that. */
const BUDGET_BYTES = 1024 * 1024;

const bytesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
    : statSync(path).size;

/** The size of the main package and of each sub-package, in bytes, by the package's root (`''` is main). */
function packageSizes(dist) {
  const { subPackages = [] } = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'));
  const sizes = new Map(subPackages.map(({ root }) => [root, bytesIn(join(dist, root))]));
  const parts = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  return new Map([['', bytesIn(dist) - parts], ...sizes]);
}

/** A Taro plugin that prints what each WeChat package weighs and fails the build when one is too heavy. */
module.exports = (ctx) => {
  ctx.onBuildFinish(({ error }) => {
    if (error || process.env.TARO_ENV !== 'weapp') return;
    const sizes = packageSizes(ctx.paths.outputPath);
    for (const [root, bytes] of sizes)
      console.log(`${(bytes / 1024).toFixed(0).padStart(6)} KB  ${root || 'main'}`);
    const heavy = [...sizes].filter(([, bytes]) => bytes > BUDGET_BYTES).map(([root]) => root || 'main');
    if (heavy.length === 0) return;
    console.error(`Over the budget of ${BUDGET_BYTES / 1024} KB: ${heavy.join(', ')}`);
    process.exit(1);
  });
};
module.exports.packageSizes = packageSizes;
