const { createTransformer } = require('@swc/jest').default ?? require('@swc/jest');
const { createHash } = require('node:crypto');

/** Translates as usual, and puts one bug in on the way: which, `MUTANT` says as JSON. The files stay as they are. */
module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    const mutant = JSON.parse(process.env.MUTANT ?? 'null');
    const mutated = (source, path) =>
      mutant && path.endsWith(mutant.file) ? source.replace(mutant.from, () => mutant.to) : source;
    return {
      ...swc,
      process: (source, path, given) => swc.process(mutated(source, path), path, given),
      getCacheKey: (source, path, given) =>
        createHash('sha1')
          .update(`${process.env.MUTANT ?? ''}${path}`)
          .update(swc.getCacheKey(source, path, given))
          .digest('hex'),
    };
  },
};
