import type { ElderId } from '@shared/kernel/ids';
import { kinshipItem } from '../people/items';
import type { Deps } from '../platform/deps';

/** Whether anybody is linked as family who may read the visit and object. */
export async function hasFamily(deps: Deps, elderId: ElderId): Promise<boolean> {
  const kin = await deps.table.list(kinshipItem, { pk: `ELDER#${elderId}`, prefix: 'KIN#' });
  return kin.items.some(({ value }) => value.status === 'consented');
}
