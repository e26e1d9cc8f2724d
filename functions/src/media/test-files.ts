import { encode } from 'jpeg-js';

/** A photo of stripes, so that what becomes of it can be seen. */
export function aPhoto(width = 160, height = 120): Buffer {
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      data.set([x < width / 2 ? 230 : 30, y < height / 2 ? 200 : 60, 90, 255], (y * width + x) * 4);
  return encode({ data, width, height }, 90).data;
}

export const PLACE = '46.251234N 126.271234E';

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};
const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const directoryEntry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
  Buffer.concat([word(tag), word(type), long(count), value]);

/** EXIF as a camera writes it: which way up, a pointer to the directory of the position, and the position. */
export function withExif(photo: Buffer, orientation: number): Buffer {
  const place = Buffer.from(`${PLACE}\0`, 'latin1');
  const first = 8;
  const second = first + 2 + 2 * 12 + 4;
  const text = second + 2 + 12 + 4;
  const tiff = Buffer.concat([
    Buffer.from('MM\0*', 'latin1'),
    long(first),
    word(2),
    directoryEntry(0x0112, 3, 1, Buffer.concat([word(orientation), word(0)])),
    directoryEntry(0x8825, 4, 1, long(second)),
    long(0),
    word(1),
    directoryEntry(0x001b, 2, place.length, long(text)),
    long(0),
    place,
  ]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([
    photo.subarray(0, 2),
    Buffer.from([0xff, 0xe1]),
    word(exif.length + 2),
    exif,
    photo.subarray(2),
  ]);
}

/** A picture that says to be so large, in a few hundred bytes. */
export function aBomb(width: number, height: number): Buffer {
  const photo = Buffer.from(aPhoto(16, 16));
  const frame = photo.indexOf(Buffer.from([0xff, 0xc0]));
  photo.writeUInt16BE(height, frame + 5);
  photo.writeUInt16BE(width, frame + 7);
  return photo;
}

/** MP3, 32 kbit/s at 16 kHz, as WeChat's recorder makes it: frames of 144 bytes and 36 ms. */
export function aVoice(seconds: number): Buffer {
  const frame = Buffer.alloc(144);
  frame.set([0xff, 0xf3, 0x48, 0xc4]);
  return Buffer.concat(Array.from({ length: Math.round(seconds / 0.036) }, () => frame));
}

/** AAC in ADTS at 16 kHz: frames of 64 ms. */
export function anAacVoice(seconds: number): Buffer {
  const length = 100;
  const frame = Buffer.alloc(length);
  frame.set([0xff, 0xf1, 0x60, 0x40, length >> 3, ((length & 7) << 5) | 0x1f, 0xfc]);
  return Buffer.concat(Array.from({ length: Math.round(seconds / 0.064) }, () => frame));
}

/** ID3 with words in it, before the sound. */
export const withTag = (sound: Buffer): Buffer => {
  const words = Buffer.from(PLACE, 'latin1');
  return Buffer.concat([
    Buffer.from('ID3\u0004\0\0', 'latin1'),
    Buffer.from([0, 0, 0, words.length]),
    words,
    sound,
  ]);
};

export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(400, 7)]);
export const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(64),
]);
