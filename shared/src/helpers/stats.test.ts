import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answeredOffer, cameAfterAll, ignoredOffer, madeVisit, missedVisit, type Stats } from './stats';

const none: Stats = { offered: 0, answered: 0, visits: 0, onTime: 0 };
/** What can happen to a helper; one comes after all only where a visit was counted as missed. */
const life = fc.array(fc.constantFrom('answer', 'silence', 'on_time', 'late', 'missed', 'missed_then_came'), {
  maxLength: 40,
});

test('whatever happens, one answers at most what one was asked, and is on time at most when one came', () => {
  fc.assert(
    fc.property(life, (events) => {
      const end = events.reduce((s, event) => {
        if (event === 'answer') return answeredOffer(s);
        if (event === 'silence') return ignoredOffer(s);
        if (event === 'missed') return missedVisit(s);
        if (event === 'missed_then_came') return madeVisit(cameAfterAll(missedVisit(s)), false);
        return madeVisit(s, event === 'on_time');
      }, none);
      const count = (...these: readonly string[]) => events.filter((event) => these.includes(event)).length;
      expect(end).toEqual({
        offered: count('answer', 'silence'),
        answered: count('answer'),
        visits: count('on_time', 'late', 'missed', 'missed_then_came'),
        onTime: count('on_time'),
      });
    }),
  );
});
