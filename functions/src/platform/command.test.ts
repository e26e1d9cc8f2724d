import { describe, expect, it } from '@jest/globals';
import { allow, refuse } from '@shared/kernel/result';
import fc from 'fast-check';
import * as z from 'zod';
import { createMemoryTable } from '../table/memory-table';
import { create, itemKind, replace, TableUnavailable } from '../table/port';
import { runCommand } from './command';
import { actorOf, testDeps } from './test-support';

const counterSchema = z.strictObject({ count: z.int() });
const counterKind = itemKind<z.infer<typeof counterSchema>>({
  name: 'Counter',
  schema: counterSchema,
  key: () => ({ pk: 'COUNTER', sk: 'COUNTER' }),
});

/** Adds one and answers the new count, as any use case would. */
const addOne = (deps: ReturnType<typeof testDeps>) => async () => {
  const old = await deps.table.get(counterKind, { pk: 'COUNTER', sk: 'COUNTER' });
  const next = { count: (old?.value.count ?? 0) + 1 };
  return allow({ reply: next, writes: [old ? replace(old, next) : create(counterKind, next)] });
};

describe('a command', () => {
  it('answers a repeat with the first reply and does nothing more', async () => {
    const deps = testDeps();
    const actor = actorOf(deps, 'family');
    const command = { commandId: deps.newId('command'), name: 'addOne', body: {} };
    const first = await runCommand(deps, actor, command, addOne(deps));
    expect(first).toEqual({ ok: true, value: { count: 1 } });
    expect(await runCommand(deps, actor, command, addOne(deps))).toEqual(first);
  });

  it('refuses an id that was used for something else', async () => {
    const deps = testDeps();
    const actor = actorOf(deps, 'family');
    const commandId = deps.newId('command');
    await runCommand(deps, actor, { commandId, name: 'addOne', body: {} }, addOne(deps));
    expect(
      await runCommand(deps, actor, { commandId, name: 'addOne', body: { other: true } }, addOne(deps)),
    ).toMatchObject({ ok: false, refusal: { code: 'command_reused' } });
  });

  it('that arrives twice at once is answered the same both times, though it can be done only once', async () => {
    const deps = testDeps();
    const actor = actorOf(deps, 'family');
    const command = { commandId: deps.newId('command'), name: 'beginOnce', body: {} };
    /** Refuses what has begun already, as a check-in does. */
    const beginOnce = async () => {
      const old = await deps.table.get(counterKind, { pk: 'COUNTER', sk: 'COUNTER' });
      if (old !== undefined) return refuse('visit_not_scheduled');
      return allow({ reply: { count: 1 }, writes: [create(counterKind, { count: 1 })] });
    };
    const slow = async () => {
      for (let turns = 0; turns < 40; turns += 1) await Promise.resolve();
      return beginOnce();
    };
    const both = await Promise.all([
      runCommand(deps, actor, command, beginOnce),
      runCommand(deps, actor, command, slow),
    ]);
    expect(both).toEqual([
      { ok: true, value: { count: 1 } },
      { ok: true, value: { count: 1 } },
    ]);
  });

  it('is applied exactly once under conflicts, throttling, timeouts and lost responses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 8 }), async (seed, people) => {
        const table = createMemoryTable({
          faults: { seed, conflict: 0.2, throttle: 0.1, timeout: 0.2, lostResponse: 0.3 },
        });
        const deps = testDeps({ seed: 1, table });
        const one = async () => {
          const actor = actorOf(deps, 'family');
          const command = { commandId: deps.newId('command'), name: 'addOne', body: {} };
          // The phone repeats until it hears an answer.
          for (let sent = 0; sent < 50; sent += 1) {
            try {
              const result = await runCommand(deps, actor, command, addOne(deps));
              if (result.ok) return result.value.count;
            } catch (error) {
              if (!(error instanceof TableUnavailable)) throw error;
            }
          }
          throw new Error('the phone gave up');
        };
        const counts = await Promise.all(Array.from({ length: people }, one));
        expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: people }, (_, i) => i + 1));
      }),
      { numRuns: 300 },
    );
  });
});
