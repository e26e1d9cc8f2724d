import type { Taken } from './photo';

/** What of the browser is used here. */
interface Picture {
  src: string;
  naturalWidth: number;
  naturalHeight: number;
  decode(): Promise<void>;
}
interface Sheet {
  width: number;
  height: number;
  getContext(kind: '2d'): { drawImage(picture: Picture, x: number, y: number, w: number, h: number): void };
  toDataURL(type: string, quality: number): string;
}
declare const document: { createElement(tag: 'img'): Picture; createElement(tag: 'canvas'): Sheet };

const LONGEST_PIXELS = 1_280;
const QUALITY = 0.75;

/** A browser gives whatever file somebody chose; WeChat makes a small JPEG by itself. `null` for what is no picture. */
export async function jpegOf(url: string): Promise<Taken | null> {
  const picture = document.createElement('img');
  picture.src = url;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  const scale = Math.min(1, LONGEST_PIXELS / Math.max(picture.naturalWidth, picture.naturalHeight));
  const sheet = document.createElement('canvas');
  sheet.width = Math.round(picture.naturalWidth * scale);
  sheet.height = Math.round(picture.naturalHeight * scale);
  sheet.getContext('2d').drawImage(picture, 0, 0, sheet.width, sheet.height);
  const path = sheet.toDataURL('image/jpeg', QUALITY);
  const base64 = path.slice(path.indexOf(',') + 1);
  return { path, bytes: Math.floor((base64.replace(/=+$/, '').length * 3) / 4) };
}
