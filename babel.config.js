// Taro looks for this file at the root. WeChat's older engines need ES5, hence its own preset.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
};
