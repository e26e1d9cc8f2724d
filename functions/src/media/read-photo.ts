import { allow, type Result, refuse } from '@shared/kernel/result';
import { LARGE_PIXELS, MOST_MEGAPIXELS, SMALL_PIXELS } from '@shared/media/bounds';
import type { MediaFault } from '@shared/media/media';
import { imageSize } from 'image-size';
import { decode, encode } from 'jpeg-js';
import { type Pixels, shrunk, turned } from './pixels';

interface Photos {
  readonly large: Buffer;
  readonly small: Buffer;
  readonly width: number;
  readonly height: number;
}

const QUALITY = { large: 78, small: 70 };
const MOST_MEGABYTES = 700;
const START = Buffer.from([0xff, 0xd8, 0xff]);
const END = Buffer.from([0xff, 0xd9]);

const fault = (code: MediaFault): Result<never> => refuse(code);

/**
 * A photo, drawn anew from its pixels: nothing else of the file goes on, be it where and by whom it was taken or
 * another file hidden behind it. The size is looked at before anything is decoded.
 */
export function readPhoto(bytes: Buffer): Result<Photos> {
  if (!bytes.subarray(0, 3).equals(START)) return fault('media_type_wrong');
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(bytes);
  } catch {
    // Begins like a photo and has no picture in it.
    return fault('media_damaged');
  }
  if (size.type !== 'jpg') return fault('media_type_wrong');
  if (size.width * size.height > MOST_MEGAPIXELS * 1e6) return fault('media_too_many_pixels');
  if (bytes.lastIndexOf(END) < 0) return fault('media_damaged');
  let pixels: Pixels;
  try {
    const { width, height, data } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      tolerantDecoding: false,
      maxResolutionInMP: MOST_MEGAPIXELS,
      maxMemoryUsageInMB: MOST_MEGABYTES,
    });
    // The decoder hands EXIF along with the pixels, and the encoder would write it down again.
    pixels = { width, height, data };
  } catch (error) {
    // The header that is decoded need not be the one that was looked at.
    const bomb = error instanceof Error && /maxResolutionInMP|maxMemoryUsageInMB/.test(error.message);
    return fault(bomb ? 'media_too_many_pixels' : 'media_damaged');
  }
  const upright = turned(shrunk(pixels, LARGE_PIXELS), size.orientation ?? 1);
  return allow({
    large: encode(upright, QUALITY.large).data,
    small: encode(shrunk(upright, SMALL_PIXELS), QUALITY.small).data,
    width: upright.width,
    height: upright.height,
  });
}
