import { allow, refuse } from '@shared/kernel/result';
import type { Programme } from '@shared/programmes/programme';
import type { planProgramme as route } from '@shared/programmes/programmes.contract';
import { isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create } from '../table/port';
import { programmeItem } from './items';

export const planProgramme: UseCase<typeof route> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'planProgramme', body }, async () => {
    const region = actor.grant.regionCode;
    if (region === undefined || !isWithin(region, body.regionCode))
      return refuse('region_outside', 'body.regionCode');
    const programme: Programme = {
      ...body.words,
      status: 'planning',
      programmeId: deps.newId('programme'),
      regionCode: body.regionCode,
      responsible: actor.personId,
      openedAt: deps.clock(),
      goals: [],
      resourceIds: [],
      rounds: [],
    };
    const history = historyEntry(deps, actor, {
      subject: { kind: 'programme', id: programme.programmeId },
      action: 'programme_planned',
      why: programme.name,
    });
    return allow({
      reply: { programmeId: programme.programmeId },
      writes: [create(programmeItem, programme), history],
    });
  });
