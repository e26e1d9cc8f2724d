import { allow, refuse } from '@shared/kernel/result';
import type { Resource } from '@shared/programmes/resource';
import type {
  listResources as listRoute,
  recordResource as recordRoute,
} from '@shared/programmes/resources.contract';
import { isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import { resourceItem, resourceKey, resourcesPartition } from './items';

export const listResources: UseCase<typeof listRoute> = async (deps, { actor, query }) => {
  const own = actor.grant.regionCode;
  const wanted = query.regionCode ?? own;
  if (own === undefined || wanted === undefined || !isWithin(own, wanted))
    return refuse('region_outside', 'query.regionCode');
  const page = await deps.table.list(resourceItem, {
    index: 'byRegion',
    pk: resourcesPartition(wanted),
    prefix: wanted,
  });
  return allow({
    resources: page.items.map(({ value }) => value).filter((each) => !each.gone),
    unreadable: keyTexts(page.unreadable),
  });
};

/** The phone mints the id, so one resource sent twice is one; moving it out of the region is refused. */
export const recordResource: UseCase<typeof recordRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'recordResource', body: { ...params, ...body } },
    async () => {
      const own = actor.grant.regionCode;
      const old = await deps.table.get(resourceItem, resourceKey(params.resourceId));
      const villages = [body.words.villageCode, ...(old ? [old.value.villageCode] : [])];
      if (own === undefined || !villages.every((each) => isWithin(own, each)))
        return refuse('region_outside', 'body.words.villageCode');
      const resource: Resource = {
        ...body.words,
        resourceId: params.resourceId,
        gone: body.gone,
        recordedBy: old?.value.recordedBy ?? actor.personId,
        recordedAt: old?.value.recordedAt ?? deps.clock(),
      };
      const history = historyEntry(deps, actor, {
        subject: { kind: 'resource', id: params.resourceId },
        action: 'resource_recorded',
        why: resource.name,
      });
      const write = old ? replace(old, resource) : create(resourceItem, resource);
      return allow({ reply: resource, writes: [write, history] });
    },
  );
