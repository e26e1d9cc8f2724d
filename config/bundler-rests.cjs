const { stop } = require('esbuild');

/**
 * A plugin of serverless: once the local functions are built nothing is built again, and the bundler's process
 * would keep half a gigabyte until the end.
 */
module.exports = class BundlerRests {
  hooks = { 'before:offline:start:init': () => stop() };
};
