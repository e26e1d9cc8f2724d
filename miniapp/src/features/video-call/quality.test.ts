import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterSample, bestQuality, type Quality, type Sample, sampleOf } from './quality';

const bad: Sample = { loss: 0.3, roundTripMillis: 1_500 };
const good: Sample = { loss: 0, roundTripMillis: 60, outgoing: 1_000_000 };
const poor: Sample = { loss: 0.05, roundTripMillis: 600 };
const through = (samples: readonly Sample[], from: Quality = bestQuality): Quality =>
  samples.reduce(afterSample, from);

test('one bad look changes nothing, two make the picture small, two more leave the sound', () => {
  expect(through([bad]).level).toBe('full');
  expect(through([bad, bad]).level).toBe('small');
  expect(through([bad, bad, bad, bad]).level).toBe('sound');
  expect(through([bad, poor, bad, poor]).level).toBe('full');
});

test('the picture comes back after five good looks in a row, first small', () => {
  const low = through([bad, bad, bad, bad]);
  expect(through([good, good, good, good], low).level).toBe('sound');
  expect(through([good, good, good, good, good], low).level).toBe('small');
  expect(through(Array(10).fill(good), low).level).toBe('full');
});

test('whatever the network does, a level moves one step at a time, and good news never lowers it', () => {
  const levels = ['sound', 'small', 'full'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(bad, good, poor), { maxLength: 60 }), (samples) => {
      let quality = bestQuality;
      for (const sample of samples) {
        const next = afterSample(quality, sample);
        const moved = levels.indexOf(next.level) - levels.indexOf(quality.level);
        expect(Math.abs(moved)).toBeLessThanOrEqual(1);
        if (sample === good) expect(moved).toBeGreaterThanOrEqual(0);
        if (sample === bad) expect(moved).toBeLessThanOrEqual(0);
        quality = next;
      }
    }),
  );
});

test('the reports of a browser are read as the worst of what they say', () => {
  expect(sampleOf([])).toBeUndefined();
  expect(
    sampleOf([
      { type: 'remote-inbound-rtp', fractionLost: 0.1, roundTripTime: 0.2 },
      { type: 'remote-inbound-rtp', fractionLost: 0.02, roundTripTime: 0.4 },
      { type: 'candidate-pair', nominated: true, state: 'succeeded', availableOutgoingBitrate: 300_000 },
      { type: 'codec' },
    ]),
  ).toEqual({ loss: 0.1, roundTripMillis: 400, outgoing: 300_000 });
});
