import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes } from '../kernel/instant';
import { RAISED, son, waiting } from './factories';
import {
  type Attempt,
  afterAttempt,
  byEveryChannel,
  type Channel,
  channelsOf,
  claim,
  type Message,
} from './message';

/** Tries every waiting channel, each coming to what is given for it. */
const delivered = (m: Message, outcome: Record<Channel, Attempt['outcome']>): Message => {
  let told = m;
  while (told.status === 'waiting') told = afterAttempt(told, outcome[told.left[0] as Channel], RAISED);
  return told;
};

describe('a message on its way', () => {
  it('goes by text when WeChat has no permission left', () => {
    const m = delivered(waiting(son, { every: false }), { wechat: 'refused', sms: 'sent', voice: 'failed' });
    expect([m.status, m.attempts.map((each) => each.channel)]).toEqual(['sent', ['wechat', 'sms']]);
  });

  it('stops at the first channel that worked, except for an SOS, which goes by each', () => {
    const all = { wechat: 'sent', sms: 'sent', voice: 'sent' } as const;
    expect(delivered(waiting(son, { every: byEveryChannel('vitals_unusual') }), all).attempts).toHaveLength(
      1,
    );
    expect(delivered(waiting(son, { every: byEveryChannel('sos') }), all).attempts).toHaveLength(2);
  });

  it('is claimed for a minute, so that a second sender leaves it alone', () => {
    expect(claim(waiting(son), RAISED).tryAt).toBe(addMinutes(RAISED, 1));
  });

  it('ends after each channel was tried at most once, and says unsent only when none worked', () => {
    const outcome = fc.constantFrom('sent' as const, 'refused' as const, 'failed' as const);
    fc.assert(
      fc.property(
        fc.constantFrom('message' as const, 'call' as const),
        fc.boolean(),
        fc.record({ wechat: outcome, sms: outcome, voice: outcome }),
        (by, every, outcomes) => {
          const m = delivered(waiting(son, { every, left: [...channelsOf(by)] }), outcomes);
          const tried = m.attempts.map((each) => each.channel);
          expect(tried).toEqual([...new Set(tried)]);
          const works = channelsOf(by).some((each) => outcomes[each] === 'sent');
          expect(m.status).toBe(works ? 'sent' : 'unsent');
        },
      ),
    );
  });
});
