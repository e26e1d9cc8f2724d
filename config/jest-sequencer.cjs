const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest begin first: begun last, one of them keeps one core busy while the other waits. */
const first = [
  'offers/races',
  'seed/seed',
  'src/bad-input',
  'src/authorisation',
  'matching/nearest',
  'journeys/case',
  'journeys/groups',
  'journeys/helper',
];

const rank = ({ path }) => {
  const place = first.findIndex((name) => path.includes(`${name}.`));
  return place < 0 ? first.length : place;
};

module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
