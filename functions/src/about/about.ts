import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  health as healthRoute,
  readSpecification as specificationRoute,
} from '@shared/about/about.contract';
import { allow } from '@shared/kernel/result';
import { serviceItem } from '../catalogue/items';
import type { PublicUseCase } from '../platform/serve';

/** Reads one item, so that it is well only if the table answers. */
export const health: PublicUseCase<typeof healthRoute> = async (deps) => {
  await deps.table.list(serviceItem, { pk: 'SERVICES', limit: 1 });
  return allow({ status: 'well', stage: deps.stage, at: deps.clock() });
};

let specification: Promise<Record<string, never>> | undefined;

/**
 * The document lies beside the function (config/functions/about.yml) and not in it, since it would be half of its
 * code. Lambda starts a function in the folder of its package, as everything here starts in the repository.
 */
const readDocument = async (): Promise<Record<string, never>> =>
  JSON.parse(await readFile(join(process.cwd(), 'docs', 'openapi.json'), 'utf8'));

export const readSpecification: PublicUseCase<typeof specificationRoute> = async () => {
  specification ??= readDocument();
  return allow(await specification);
};
