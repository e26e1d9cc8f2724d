import { describe, expect, test } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import type { Answer } from '../client-core';
import { createOutbox } from './outbox-core';
import type { WaitingCommand } from './waiting';

/** A phone whose network and server are held by the test. */
function phone() {
  const stored = new Map<string, string>();
  const sent: string[] = [];
  const dropped: string[] = [];
  let minted = 0;
  let answer: (command: WaitingCommand) => Answer<unknown> = () => ({ ok: true, value: undefined });
  const outbox = createOutbox({
    store: {
      read: (name) => stored.get(name),
      write: (name, text) => void stored.set(name, text),
      remove: (name) => void stored.delete(name),
    },
    person: () => ({ personId: 'person_1', role: 'volunteer' }),
    send: async (command) => {
      sent.push(command.route);
      return answer(command);
    },
    now: () => '2026-11-24T01:00:00.000Z' as Instant,
    mint: () => {
      minted += 1;
      return `command_${minted}`;
    },
    later: () => () => undefined,
    discard: (file) => dropped.push(file),
  });
  const photo = () =>
    outbox.do({
      lane: 'visit_1',
      route: 'keepLog',
      params: {},
      body: {},
      followedBy: { lane: 'visit_1 files', route: 'sendFile', params: {}, body: {}, file: 'photo-1' },
    });
  return {
    outbox,
    sent,
    dropped,
    photo,
    act: (route: string) => outbox.do({ lane: 'visit_1', route, params: {}, body: {} }),
    answers: (next: typeof answer) => {
      answer = next;
    },
  };
}
const offline = { ok: false, failure: { kind: 'offline' } } as const;
const refused = (code: 'media_lost' | 'vitals_impossible') =>
  ({ ok: false, failure: { kind: 'refused', refusal: { code } } }) as const;

describe('a file in the outbox', () => {
  test('goes out after the entry that announces it, and is then taken off the phone', async () => {
    const { outbox, sent, dropped, photo } = phone();
    await photo()?.first;
    await outbox.flush();
    expect([sent, dropped, outbox.waiting()]).toEqual([['keepLog', 'sendFile'], ['photo-1'], []]);
  });
  test('is not sent while its entry has not arrived', async () => {
    const { outbox, sent, photo, answers } = phone();
    answers(() => offline);
    await photo()?.first;
    expect(sent).toEqual(['keepLog']);
    expect(outbox.waiting()).toHaveLength(2);
  });
  test('holds up nothing: who leaves with a photo still on the phone has left', async () => {
    const { outbox, sent, dropped, photo, act, answers } = phone();
    answers(({ route }) => (route === 'sendFile' ? offline : { ok: true, value: undefined }));
    await photo()?.first;
    await act('checkOut')?.first;
    await outbox.flush();
    expect(sent.filter((route) => route === 'checkOut')).toHaveLength(1);
    expect(outbox.waiting().map(({ route }) => route)).toEqual(['sendFile']);
    expect(dropped).toEqual([]);
  });
  test('waits behind words that can be sent', async () => {
    const { outbox, sent, photo, act, answers } = phone();
    answers(() => offline);
    await photo()?.first;
    await act('checkOut')?.first;
    sent.length = 0;
    answers(() => ({ ok: true, value: undefined }));
    await outbox.flush();
    expect(sent).toEqual(['keepLog', 'checkOut', 'sendFile']);
  });
  test('is gone with the entry that the person gives up', async () => {
    const { outbox, dropped, photo, answers } = phone();
    answers(() => refused('vitals_impossible'));
    const kept = photo();
    await kept?.first;
    outbox.giveUp(kept?.commandId ?? '');
    expect([outbox.waiting(), dropped]).toEqual([[], ['photo-1']]);
  });
  test('that cannot be sent stands still until the person has decided', async () => {
    const { outbox, sent, photo, answers } = phone();
    answers(({ route }) => (route === 'sendFile' ? refused('media_lost') : { ok: true, value: undefined }));
    await photo()?.first;
    await outbox.flush();
    await outbox.flush();
    expect(sent).toEqual(['keepLog', 'sendFile']);
    const [stuck] = outbox.waiting();
    outbox.giveUp(stuck?.commandId ?? '');
    expect(outbox.waiting()).toEqual([]);
  });
});
