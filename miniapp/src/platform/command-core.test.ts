import { describe, expect, test } from '@jest/globals';
import { commandAnswered, commandFor } from './command-core';

const phone = () => {
  const kept = new Map<string, string>();
  let minted = 0;
  return {
    store: {
      read: (name: string) => kept.get(name),
      write: (name: string, text: string) => void kept.set(name, text),
      remove: (name: string) => void kept.delete(name),
    },
    mint: () => {
      minted += 1;
      return `command_${minted}`;
    },
  };
};

describe('commands that the phone sends', () => {
  test('a repeat whose answer never came goes out under the same id', () => {
    const { store, mint } = phone();
    const first = commandFor(store, 'accept offer_1', { body: { note: 'a' } }, mint);
    expect(first).toEqual({ note: 'a', commandId: 'command_1' });
    expect(commandFor(store, 'accept offer_1', { body: { note: 'a' } }, mint)).toEqual(first);
  });
  test('a repeat goes out as it first was, though the clock has gone on', () => {
    const { store, mint } = phone();
    const tap = (at: string, mood = 'happy') =>
      commandFor(store, 'log visit_1', { body: { at, mood }, meant: { mood } }, mint);
    const first = tap('9:00');
    expect(tap('9:01')).toEqual(first);
    expect(tap('9:02', 'calm')).toEqual({ at: '9:02', mood: 'calm', commandId: 'command_2' });
  });
  test('once answered, the next try is a new command', () => {
    const { store, mint } = phone();
    const first = commandFor(store, 'accept offer_1', { body: {} }, mint);
    commandAnswered(store, 'accept offer_1');
    expect(commandFor(store, 'accept offer_1', { body: {} }, mint)).not.toEqual(first);
  });
  test('what was changed before sending again is another command', () => {
    const { store, mint } = phone();
    const first = commandFor(store, 'confirm visit_1', { body: { rating: 4 } }, mint);
    expect(commandFor(store, 'confirm visit_1', { body: { rating: 5 } }, mint).commandId).not.toBe(
      first.commandId,
    );
  });
  test('two intents never share an id', () => {
    const { store, mint } = phone();
    expect(commandFor(store, 'accept offer_1', { body: {} }, mint)).not.toEqual(
      commandFor(store, 'accept offer_2', { body: {} }, mint),
    );
  });
  test('what an older version kept is not mistaken for this one', () => {
    const { store, mint } = phone();
    store.write('command.accept offer_1', JSON.stringify({ commandId: 'command_0', body: '{}' }));
    expect(commandFor(store, 'accept offer_1', { body: {} }, mint).commandId).toBe('command_1');
  });
});
