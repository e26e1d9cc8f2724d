import type {
  health as healthRoute,
  readSpecification as specificationRoute,
} from '@shared/about/about.contract';
import { allow } from '@shared/kernel/result';
import specification from '../../../docs/openapi.json';
import { serviceItem } from '../catalogue/items';
import type { PublicUseCase } from '../platform/serve';

/** Reads one item, so that it is well only if the table answers. */
export const health: PublicUseCase<typeof healthRoute> = async (deps) => {
  await deps.table.list(serviceItem, { pk: 'SERVICES', limit: 1 });
  return allow({ status: 'well', stage: deps.stage, at: deps.clock() });
};

export const readSpecification: PublicUseCase<typeof specificationRoute> = async () =>
  allow(specification as unknown as Record<string, never>);
