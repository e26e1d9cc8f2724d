const { projects } = require('../../config/jest.config.cjs');
const [unit] = projects;
const [[pattern, [, options]]] = Object.entries(unit.transform);

/** The properties of the time bank, with a bug put in. */
module.exports = {
  ...unit,
  displayName: 'mutants',
  globalSetup: undefined,
  globalTeardown: undefined,
  transform: { [pattern]: [require.resolve('./transformer.cjs'), options] },
  testMatch: ['<rootDir>/functions/src/time-bank/{properties,time-bank}.test.ts'],
};
