import type { Group } from '@shared/groups/group';
import type { formGroup as route } from '@shared/groups/groups.contract';
import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create } from '../table/port';
import { groupItem } from './items';

export const formGroup: UseCase<typeof route> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'formGroup', body }, async () => {
    const region = actor.grant.regionCode;
    if (region === undefined || !isWithin(region, body.villageCode))
      return refuse('region_outside', 'body.villageCode');
    const group: Group = {
      ...body.words,
      status: 'forming',
      groupId: deps.newId('group'),
      villageCode: body.villageCode,
      responsible: actor.personId,
      openedAt: deps.clock(),
      rounds: [],
    };
    const history = historyEntry(deps, actor, {
      subject: { kind: 'group', id: group.groupId },
      action: 'group_formed',
      why: group.name,
    });
    return allow({ reply: { groupId: group.groupId }, writes: [create(groupItem, group), history] });
  });
