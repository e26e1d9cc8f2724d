import type { listServices as listRoute, putService as putRoute } from '@shared/catalogue/catalogue.contract';
import { checkService } from '@shared/catalogue/service';
import { allow } from '@shared/kernel/result';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace } from '../table/port';
import { serviceItem, serviceKey } from './items';

export const listServices: UseCase<typeof listRoute> = async (deps) => {
  const page = await deps.table.list(serviceItem, { pk: 'SERVICES' });
  return allow({
    services: page.items.map((item) => item.value),
    unreadable: keyTexts(page.unreadable),
  });
};

export const putService: UseCase<typeof putRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'putService', body: { ...params, ...body } },
    async () => {
      const checked = checkService(body.service);
      if (!checked.ok) return checked;
      const old = await deps.table.get(serviceItem, serviceKey(params.code));
      const service = { code: params.code, ...body.service };
      const history = historyEntry(deps, actor, {
        subject: { kind: 'service', id: params.code },
        action: 'service_changed',
        why: body.why,
      });
      return allow({
        reply: service,
        writes: [old ? replace(old, service) : create(serviceItem, service), history],
      });
    },
  );
