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
    const first = commandFor(store, 'accept offer_1', { note: 'a' }, mint);
    expect(commandFor(store, 'accept offer_1', { note: 'a' }, mint)).toBe(first);
  });
  test('once answered, the next try is a new command', () => {
    const { store, mint } = phone();
    const first = commandFor(store, 'accept offer_1', {}, mint);
    commandAnswered(store, 'accept offer_1');
    expect(commandFor(store, 'accept offer_1', {}, mint)).not.toBe(first);
  });
  test('what was changed before sending again is another command', () => {
    const { store, mint } = phone();
    const first = commandFor(store, 'confirm visit_1', { rating: 4 }, mint);
    expect(commandFor(store, 'confirm visit_1', { rating: 5 }, mint)).not.toBe(first);
  });
  test('two intents never share an id', () => {
    const { store, mint } = phone();
    expect(commandFor(store, 'accept offer_1', {}, mint)).not.toBe(
      commandFor(store, 'accept offer_2', {}, mint),
    );
  });
  test('what another version kept is not mistaken for this one', () => {
    const { store, mint } = phone();
    store.write('command.accept offer_1', JSON.stringify({ body: {}, meant: '{}' }));
    expect(commandFor(store, 'accept offer_1', {}, mint)).toBe('command_1');
  });
});
