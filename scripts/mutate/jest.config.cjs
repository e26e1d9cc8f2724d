const { projects } = require('../../config/jest.config.cjs');
const [unit] = projects;
const [[pattern, [, options]]] = Object.entries(unit.transform);

/** The rules and properties of the time bank, with a bug put in. */
module.exports = {
  ...unit,
  displayName: 'mutants',
  globalSetup: undefined,
  globalTeardown: undefined,
  transform: { [pattern]: [require.resolve('./transformer.cjs'), options] },
  testMatch: [
    '<rootDir>/functions/src/time-bank/{properties,time-bank}.test.ts',
    // Some rules stand behind another that is asked first: only what is said of the rule alone can miss it.
    '<rootDir>/shared/src/time-bank/*.test.ts',
  ],
};
