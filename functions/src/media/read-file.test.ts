import { describe, expect, test } from '@jest/globals';
import { imageSize } from 'image-size';
import { decode } from 'jpeg-js';
import { turned } from './pixels';
import { readPhoto } from './read-photo';
import { readVoice } from './read-voice';
import { aBomb, anAacVoice, aPhoto, aVoice, PLACE, png, svg, withExif, withTag, zip } from './test-files';

const refusalOf = (result: ReturnType<typeof readPhoto> | ReturnType<typeof readVoice>) =>
  result.ok ? 'taken' : result.refusal.code;
const photoOf = (bytes: Buffer) => {
  const read = readPhoto(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};

describe('a photo', () => {
  test('is kept at most 1600 pixels long, with a small one beside it', () => {
    const { large, small, width, height } = photoOf(aPhoto(1_800, 450));
    expect([width, height]).toEqual([1_600, 400]);
    expect(imageSize(large)).toMatchObject({ width: 1_600, height: 400, type: 'jpg' });
    expect(imageSize(small)).toMatchObject({ width: 400, height: 100, type: 'jpg' });
  });

  test('loses the place where it was taken, and everything else that is not picture', () => {
    const sent = withExif(aPhoto(), 1);
    expect(sent.includes(PLACE)).toBe(true);
    for (const kept of [photoOf(sent).large, photoOf(sent).small]) {
      expect(kept.includes(PLACE)).toBe(false);
      expect(kept.includes('Exif')).toBe(false);
    }
  });

  test('stands the right way up without the words that said so', () => {
    const { large } = photoOf(withExif(aPhoto(), 6));
    expect(imageSize(large)).toMatchObject({ width: 120, height: 160 });
    // What was at the left below is now at the left above.
    const { data } = decode(large, { useTArray: true });
    expect([data[0], data[1]].map((value) => Math.round((value ?? 0) / 50))).toEqual([5, 1]);
  });

  test('turned back by the opposite orientation is the same picture', () => {
    const picture = { width: 2, height: 3, data: new Uint8Array(24).map((_, index) => index) };
    for (const [there, back] of [
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
      [6, 8],
      [7, 7],
      [8, 6],
    ] as const)
      expect(turned(turned(picture, there), back)).toEqual(picture);
  });

  test('with another file hidden behind it goes on without that file', () => {
    const { large } = photoOf(Buffer.concat([aPhoto(), zip, svg]));
    expect(large.includes('PK\u0003\u0004')).toBe(false);
    expect(large.includes('<script>')).toBe(false);
  });

  test.each([
    ['a drawing with a script in it', svg, 'media_type_wrong'],
    ['an archive under another name', zip, 'media_type_wrong'],
    ['another kind of picture', png, 'media_type_wrong'],
    ['a voice', aVoice(3), 'media_type_wrong'],
    ['nothing', Buffer.alloc(0), 'media_type_wrong'],
    ['only the beginning of one', aPhoto().subarray(0, 400), 'media_damaged'],
    ['half of one', aPhoto().subarray(0, aPhoto().length / 2), 'media_damaged'],
    ['three bytes and noise', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), zip]), 'media_damaged'],
    ['four thousand million pixels in a few bytes', aBomb(65_000, 65_000), 'media_too_many_pixels'],
    ['just above what a phone makes', aBomb(5_000, 4_100), 'media_too_many_pixels'],
  ])('is not %s', (_, bytes, code) => {
    expect(refusalOf(readPhoto(bytes))).toBe(code);
  });

  test('whose first header is modest and whose second is a bomb is refused before it is drawn', () => {
    const photo = aPhoto(16, 16);
    const frame = photo.indexOf(Buffer.from([0xff, 0xc0]));
    const length = photo.readUInt16BE(frame + 2) + 2;
    const second = Buffer.from(photo.subarray(frame, frame + length));
    second.writeUInt16BE(65_000, 5);
    second.writeUInt16BE(65_000, 7);
    const both = Buffer.concat([photo.subarray(0, frame + length), second, photo.subarray(frame + length)]);
    expect(['media_too_many_pixels', 'media_damaged']).toContain(refusalOf(readPhoto(both)));
  });
});

describe('a voice note', () => {
  test('is as long as its frames are, whatever the phone says', () => {
    expect(readVoice(aVoice(18))).toMatchObject({ ok: true, value: { seconds: 18, type: 'audio/mpeg' } });
    expect(readVoice(anAacVoice(32))).toMatchObject({ ok: true, value: { seconds: 32, type: 'audio/aac' } });
  });
  test('loses its tags, and what they say', () => {
    const read = readVoice(Buffer.concat([withTag(aVoice(5)), Buffer.from(`TAG${PLACE}`)]));
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.sound.includes(PLACE)).toBe(false);
    expect(read.value.sound.equals(aVoice(5))).toBe(true);
  });
  test('may be a minute, and no more', () => {
    expect(refusalOf(readVoice(aVoice(60)))).toBe('taken');
    expect(refusalOf(readVoice(aVoice(62)))).toBe('media_too_long');
    expect(refusalOf(readVoice(anAacVoice(62)))).toBe('media_too_long');
  });
  test.each([
    ['a photo', aPhoto(), 'media_type_wrong'],
    ['an archive', zip, 'media_type_wrong'],
    ['nothing', Buffer.alloc(0), 'media_type_wrong'],
    [
      'a tag that is longer than the file',
      Buffer.from('ID3\u0004\0\0\u007f\u007f\u007f\u007f'),
      'media_type_wrong',
    ],
    [
      'sound with another file behind it',
      Buffer.concat([aVoice(2), Buffer.alloc(9_000, 1)]),
      'media_damaged',
    ],
  ])('is not %s', (_, bytes, code) => {
    expect(refusalOf(readVoice(bytes))).toBe(code);
  });
});
