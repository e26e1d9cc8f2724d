import { beforeEach, describe, expect, test } from '@jest/globals';
import { readVisitMedia } from '@shared/media/media.contract';
import { entryIdOf, START, underWay } from '@shared/visits/factories';
import type { NewEntry } from '@shared/visits/log';
import { personItem } from '../identity/items';
import type { Actor } from '../platform/deps';
import { type TestDeps, testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { keepVisitLog } from '../visits/keep-log';
import { actors, commandOf, helper, must, plantVillage, visit } from '../visits/test-village';
import type { Shown } from '../wechat/wechat';
import { hearVerdict } from './check';
import { openVisitUpload } from './open-upload';
import { readMedia } from './read-media';
import { sweepMedia } from './sweep';
import { takeInFile } from './take-in';
import { aPhoto, aVoice, svg } from './test-files';

const { visitId } = visit;
const photoId = entryIdOf(1);
const voiceId = entryIdOf(2);
const keyOf = (entryId: string) => `in/${visitId}/${entryId}`;

let deps: TestDeps;
let asked: Shown[];
let answers: boolean;

beforeEach(async () => {
  asked = [];
  answers = true;
  deps = testDeps({
    now: START,
    wechat: {
      checkMedia: async (shown: Shown) => {
        asked.push(shown);
        return answers ? `trace-${asked.length}` : undefined;
      },
    } as never,
  });
  await plantVillage(deps, underWay());
  const person = { personId: helper.personId, name: helper.name, grants: [], createdAt: START };
  must(await deps.table.commit([create(personItem, { ...person, openid: 'o-guifen' })]));
  await announce([
    { entryId: photoId, at: START, kind: 'photo' },
    { entryId: voiceId, at: START, kind: 'voice' },
  ]);
});

async function announce(entries: NewEntry[], n = 1) {
  must(
    await keepVisitLog(deps, {
      params: { visitId },
      query: undefined,
      body: { commandId: commandOf(n), entries },
      actor: actors.helper,
    }),
  );
}
const open = (over: { entryId?: string; type?: string; bytes?: number; actor?: Actor } = {}) =>
  openVisitUpload(deps, {
    params: { visitId, entryId: (over.entryId ?? photoId) as typeof photoId },
    query: undefined,
    body: { type: (over.type ?? 'image/jpeg') as 'image/jpeg', bytes: over.bytes ?? 1_000 },
    actor: over.actor ?? actors.helper,
  });
const seenBy = async (actor: Actor) => {
  const reply = must(
    await readMedia(deps, { params: { visitId }, query: undefined, body: undefined, actor }),
  );
  return readVisitMedia.reply.parse(reply).media;
};
/** What a phone does with a ticket, and the bucket after it. */
async function arrives(bytes: Buffer, entryId = photoId) {
  await deps.files.put(keyOf(entryId), 'image/jpeg', bytes);
  await takeInFile(deps, keyOf(entryId), bytes.length);
}

describe('a ticket for a file', () => {
  test('is for the file that the log announced, its type and its size', async () => {
    expect(must(await open())).toMatchObject({
      status: 'open',
      fields: { key: keyOf(photoId), 'Content-Type': 'image/jpeg', mostBytes: String(6 * 1024 * 1024) },
    });
    expect(must(await open({ entryId: voiceId, type: 'audio/mpeg' }))).toMatchObject({
      fields: { key: keyOf(voiceId), mostBytes: String(2 * 1024 * 1024) },
    });
  });
  test.each([
    ['nobody announced', { entryId: entryIdOf(9) }, 'not_found'],
    ['is a sound where a photo was announced', { type: 'audio/mpeg' }, 'media_type_wrong'],
    ['is too large', { bytes: 6 * 1024 * 1024 + 1 }, 'media_too_large'],
    ['belongs to a visit of another helper', { actor: actors.otherHelper }, 'not_found'],
  ])('is not given for one that %s', async (_, over, code) => {
    expect(await open(over)).toMatchObject({ ok: false, refusal: { code } });
  });
  test('is not needed any more once the file is here', async () => {
    await arrives(aPhoto());
    expect(must(await open())).toEqual({ status: 'here' });
  });
});

describe('a photo that arrives', () => {
  test('is seen by nobody before its content was found fit, and then by the family', async () => {
    expect(await seenBy(actors.son)).toMatchObject([{ status: 'waiting' }, { status: 'waiting' }]);
    await arrives(aPhoto());
    expect(asked).toMatchObject([{ openid: 'o-guifen', kind: 'photo' }]);
    const [checking] = await seenBy(actors.son);
    expect(checking).toEqual({ entryId: photoId, kind: 'photo', at: START, status: 'checking' });
    await hearVerdict(deps, 'trace-1', 'pass');
    expect(await seenBy(actors.son)).toMatchObject([
      { status: 'ready', small: expect.stringContaining('-small.jpg'), large: expect.any(String) },
      { status: 'waiting' },
    ]);
  });
  test('is not shown when its content is not fit, and nothing of it is kept', async () => {
    await arrives(aPhoto());
    await hearVerdict(deps, 'trace-1', 'risky');
    expect((await seenBy(actors.son))[0]).toMatchObject({
      status: 'refused',
      why: { zh: '这个内容不适合给家里人看，没有放上去。' },
    });
    expect([...deps.files.kept.keys()]).toEqual([]);
  });
  test('and is no photo is named as such, and what was sent does not stay', async () => {
    await arrives(svg);
    expect((await seenBy(actors.helper))[0]).toMatchObject({ status: 'refused' });
    expect([...deps.files.kept.keys()]).toEqual([]);
    expect(asked).toEqual([]);
  });
  test('twice, or again after it was judged, is one photo', async () => {
    await arrives(aPhoto());
    await hearVerdict(deps, 'trace-1', 'pass');
    const before = deps.files.kept.get(`photos/${visitId}/${photoId}-large.jpg`);
    await arrives(aPhoto(20, 20));
    expect(deps.files.kept.get(`photos/${visitId}/${photoId}-large.jpg`)).toBe(before);
    expect(deps.files.kept.has(keyOf(photoId))).toBe(false);
    await hearVerdict(deps, 'trace-1', 'risky');
    expect((await seenBy(actors.son))[0]).toMatchObject({ status: 'ready' });
    expect(asked).toHaveLength(1);
  });
  test('under a name that nobody announced is thrown away', async () => {
    for (const key of [keyOf(entryIdOf(9)), 'in/x/y', 'in/a', `photos/${visitId}/${photoId}`]) {
      await deps.files.put(key, 'image/jpeg', aPhoto(8, 8));
      await takeInFile(deps, key, 1_000);
    }
    expect([...deps.files.kept.keys()]).toEqual([]);
  });
  test('is not shown to anybody who has nothing to do with the elder', async () => {
    for (const actor of [actors.stranger, actors.otherHelper, actors.otherCoordinator])
      expect(
        await readMedia(deps, { params: { visitId }, query: undefined, body: undefined, actor }),
      ).toMatchObject({ refusal: { code: 'not_found' } });
  });
  test('is gone after half a year', async () => {
    await arrives(aPhoto());
    await hearVerdict(deps, 'trace-1', 'pass');
    deps.advance(181 * 24 * 60);
    expect((await seenBy(actors.son))[0]).toMatchObject({ status: 'gone' });
    expect((await seenBy(actors.son))[0]).not.toHaveProperty('large');
  });
});

describe('the content check', () => {
  test('that did not get through is asked again, and in the end the photo is named as unchecked', async () => {
    answers = false;
    await arrives(aPhoto());
    for (let minute = 0; minute < 20; minute += 1) {
      deps.advance(1);
      await sweepMedia(deps);
    }
    expect(asked).toHaveLength(5);
    expect((await seenBy(actors.helper))[0]).toMatchObject({
      status: 'refused',
      why: { zh: expect.stringContaining('一直没有核对成') },
    });
  });
  test('whose verdict is lost on the way is asked again after half an hour, and not before', async () => {
    await arrives(aPhoto());
    deps.advance(34);
    await sweepMedia(deps);
    expect(asked).toHaveLength(1);
    deps.advance(2);
    await sweepMedia(deps);
    expect(asked).toHaveLength(2);
    await hearVerdict(deps, 'trace-2', 'pass');
    expect((await seenBy(actors.son))[0]).toMatchObject({ status: 'ready' });
  });
  test('that nobody asked for is about nothing', async () => {
    expect(await hearVerdict(deps, 'made-up', 'pass')).toBe('unknown');
  });
});

test('a voice note is shown with the length that was measured', async () => {
  await deps.files.put(keyOf(voiceId), 'audio/mpeg', aVoice(18));
  await takeInFile(deps, keyOf(voiceId), 1_000);
  await hearVerdict(deps, 'trace-1', 'pass');
  expect((await seenBy(actors.son))[1]).toMatchObject({
    status: 'ready',
    seconds: 18,
    sound: expect.stringContaining(`voices/${visitId}/${voiceId}`),
  });
});
