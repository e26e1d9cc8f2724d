import type { PdfDocument } from './document';
import { layOut } from './lay-out';
import { loadFaces } from './typefaces';
import { writeFile } from './write-file';

/**
 * A document as a PDF of A4 pages with the few characters of Noto Sans SC that it uses, some tens of kilobytes. A
 * character that the typeface lacks is drawn as □. The same document makes the same bytes.
 */
export async function writePdf(document: PdfDocument): Promise<Uint8Array> {
  const faces = await loadFaces();
  return writeFile(layOut(document, faces), faces, document);
}
