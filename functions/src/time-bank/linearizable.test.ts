import { describe, expect, it } from '@jest/globals';
import { personAccount } from '@shared/time-bank/account';
import { available } from '@shared/time-bank/balance';
import fc from 'fast-check';
import { TableUnavailable } from '../table/port';
import { giveTime } from './give-time';
import { balanceItem, balanceKey } from './items';
import { commandIdOf, elderIdOf, family, makeWorld, personIdOf, VILLAGE } from './test-world';

/** What one caller asked of an account and what it heard, with when it asked and when it heard. */
interface Event {
  readonly asked: number;
  readonly heard: number;
  readonly give: number | undefined;
  /** Given: the balance after. Read: the balance. `refused`: not enough. `unknown`: no answer came. */
  readonly answer: number | 'refused' | 'unknown';
}

/** Whether some order that respects who heard before who asked explains every answer (Wing and Gong, by search). */
function isLinearizable(events: readonly Event[], start: number): boolean {
  const search = (left: readonly Event[], balance: number): boolean => {
    if (left.every((each) => each.answer === 'unknown')) return true;
    const soonest = Math.min(...left.map((each) => each.heard));
    return left.some((one) => {
      if (one.asked > soonest) return false;
      const rest = left.filter((each) => each !== one);
      if (one.give === undefined) return one.answer === balance && search(rest, balance);
      const enough = balance >= one.give;
      if (one.answer === 'unknown')
        return (enough && search(rest, balance - one.give)) || search(rest, balance);
      if (one.answer === 'refused') return !enough && search(rest, balance);
      return enough && one.answer === balance - one.give && search(rest, balance - one.give);
    });
  };
  return search(events, start);
}

describe('a short history of one account', () => {
  it('is told from one that no order explains', () => {
    const read = (asked: number, heard: number, answer: number): Event => ({
      asked,
      heard,
      give: undefined,
      answer,
    });
    const gave = (asked: number, heard: number, give: number, answer: Event['answer']): Event => ({
      asked,
      heard,
      give,
      answer,
    });
    expect(isLinearizable([gave(1, 4, 30, 70), read(2, 3, 100)], 100)).toBe(true);
    expect(isLinearizable([gave(1, 2, 30, 70), read(3, 4, 100)], 100)).toBe(false);
    expect(isLinearizable([gave(1, 4, 60, 40), gave(2, 3, 60, 40)], 100)).toBe(false);
  });

  it('looks, under conflicts and lost answers, as if everything had happened one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(fc.record({ give: fc.option(fc.integer({ min: 1, max: 80 })), after: fc.nat(12) }), {
          minLength: 2,
          maxLength: 7,
        }),
        async (seed, calls) => {
          const w = makeWorld({ seed, conflict: 0.2, throttle: 0.1, timeout: 0.15, lostResponse: 0.2 });
          const account = personAccount(personIdOf(0));
          w.plant(balanceItem, {
            accountId: account,
            regionCode: VILLAGE,
            debitsPosted: 0,
            creditsPosted: 100,
            debitsPending: 0,
            creditsPending: 0,
            entries: 1,
          });
          let clock = 0;
          const events: Event[] = [];
          const call = async ({ give, after }: (typeof calls)[number], n: number): Promise<void> => {
            for (let wait = 0; wait < after; wait += 1) await Promise.resolve();
            clock += 1;
            const asked = clock;
            const answer = await ask(give, n);
            clock += 1;
            // What nobody heard about may still have happened at any later moment.
            const heard = answer === 'unknown' ? Number.POSITIVE_INFINITY : clock;
            events.push({ asked, heard, give: give ?? undefined, answer });
          };
          const ask = async (give: number | null, n: number): Promise<Event['answer']> => {
            try {
              if (give === null) {
                const stored = await w.table.get(balanceItem, balanceKey(account));
                return stored ? available(stored.value) : 0;
              }
              const given = await giveTime(w.deps, {
                actor: family(0),
                params: undefined,
                query: undefined,
                body: {
                  commandId: commandIdOf(n + 1),
                  minutes: give,
                  to: { kind: 'elder', elderId: elderIdOf(0) },
                  why: '',
                },
              });
              if (given.ok) return given.value.availableMinutes;
              return given.refusal.code === 'time_not_enough' ? 'refused' : 'unknown';
            } catch (error) {
              if (error instanceof TableUnavailable) return 'unknown';
              throw error;
            }
          };
          await Promise.all(calls.map(call));
          expect(isLinearizable(events, 100)).toBe(true);
        },
      ),
      { numRuns: Number(process.env.TIME_BANK_RUNS ?? 150) },
    );
  }, 300_000);
});
