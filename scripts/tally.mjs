import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const resultsFolder = join('.cache', 'test-results');

/** Adds up what jest itself wrote down; a suite that could not even load counts as one failure. */
export const tally = () => {
  const files = existsSync(resultsFolder) ? readdirSync(resultsFolder).sort() : [];
  const results = files.map((file) => JSON.parse(readFileSync(join(resultsFolder, file), 'utf8')));
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  return {
    runs: results.length,
    passed: sum((result) => result.numPassedTests),
    failed: sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites),
  };
};

export const tallyLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
