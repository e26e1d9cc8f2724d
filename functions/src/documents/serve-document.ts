import { beijing } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { Route } from '@shared/kernel/route';
import { personItem } from '../identity/items';
import type { BuildDocument } from '../platform/pdf/document';
import { writePdf } from '../platform/pdf/write-pdf';
import { type Served, serve, type UseCase } from '../platform/serve';

/** What a file system of any phone takes as a name. */
const fileNameOf = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join('-')
    .replace(/[\\/:*?"<>|\s]+/g, '_')
    .slice(0, 80);

/** Serves what a room builds as a PDF, signed with the name of who asked for it and the time. */
export function serveDocument<R extends Route>(route: R, build: BuildDocument<R>): Served {
  const print = async (...[deps, input]: Parameters<UseCase<R>>) => {
    const built = await build(deps, input);
    if (!built.ok) return built;
    const { about, ...document } = built.value;
    const { personId } = input.actor;
    const maker = await deps.table.get(personItem, { pk: `PERSON#${personId}`, sk: 'PERSON' });
    const madeAt = deps.clock();
    const bytes = await writePdf({ ...document, madeBy: maker?.value.name ?? '', madeAt });
    return allow({
      fileName: `${fileNameOf(document.title, about, beijing(madeAt).day)}.pdf`,
      mimeType: 'application/pdf',
      base64: Buffer.from(bytes).toString('base64'),
    });
  };
  return serve(route, print as unknown as UseCase<R>);
}
