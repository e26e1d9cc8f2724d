const { join } = require('node:path');

const base = {
  rootDir: join(__dirname, '..'),
  testEnvironment: 'node',
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // These packages are published as ES modules only, so they are translated like our own sources.
  transformIgnorePatterns: ['/node_modules/(?!(@middy|jose|kdbush|tinyqueue)/)'],
  moduleNameMapper: {
    '^@shared/(.*)$': '<rootDir>/shared/src/$1',
    '^@/(.*)$': '<rootDir>/miniapp/src/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.esbuild/', '<rootDir>/.serverless/'],
};

/** Rules, use cases, tables and views: no browser and no server but the embedded database in memory. */
const unit = {
  ...base,
  displayName: 'unit',
  testMatch: ['<rootDir>/{shared,functions,miniapp,scripts,config}/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '\\.journey\\.test\\.tsx?$'],
  globalSetup: '<rootDir>/config/jest-global-setup.ts',
  globalTeardown: '<rootDir>/config/jest-global-teardown.ts',
};

/** The built mini-program in Chromium and in WeChat's own engine, against a whole local stack. */
const journeys = {
  ...base,
  displayName: 'journeys',
  testMatch: ['<rootDir>/miniapp/journeys/**/*.journey.test.{ts,tsx}'],
  globalSetup: '<rootDir>/config/jest-journeys-setup.ts',
  globalTeardown: '<rootDir>/config/jest-journeys-teardown.ts',
};

module.exports = {
  rootDir: base.rootDir,
  testSequencer: '<rootDir>/config/jest-sequencer.cjs',
  projects: [unit, journeys],
};
