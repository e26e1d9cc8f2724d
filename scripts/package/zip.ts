import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
}

const endSignature = 0x06054b50;
const endLength = 22;

/** The files in a ZIP archive without comment, as our packager writes it (APPNOTE 4.3.12 and 4.3.16). */
export const zipEntries = (archive: Buffer): ZipEntry[] => {
  const end = archive.length - endLength;
  if (end < 0 || archive.readUInt32LE(end) !== endSignature)
    throw new Error('not a ZIP archive without comment');
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(at + 10);
    const packedLength = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const header = archive.readUInt32LE(at + 42);
    const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(from, from + packedLength);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      content: method === 0 ? packed : inflateRawSync(packed),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
};
