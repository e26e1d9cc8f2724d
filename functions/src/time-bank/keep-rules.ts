import { beijing } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { isWithin } from '@shared/regions/region';
import { cityRules } from '@shared/time-bank/city-rules';
import { publish, rulesOn } from '@shared/time-bank/rules';
import type {
  publishRules as publishRoute,
  readRules as readRoute,
} from '@shared/time-bank/time-bank.contract';
import { historyEntry } from '../history/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create } from '../table/port';
import { rulesItem } from './items';
import { rulesVersions } from './load-rules';

export const readRules: UseCase<typeof readRoute> = async (deps, { query }) => {
  const versions = await rulesVersions(deps, query.county);
  const current = rulesOn(versions, beijing(deps.clock()).day) ?? versions[0];
  if (current === undefined) return refuse('not_found');
  return allow({ current, versions, examples: [...cityRules] });
};

/** The next version; what was moved under an earlier one keeps its name and is settled by it. */
export const publishRules: UseCase<typeof publishRoute> = (deps, { actor, body }) =>
  runCommand(deps, actor, { commandId: body.commandId, name: 'publishTimeRules', body }, async () => {
    const own = actor.grant.regionCode;
    if (own === undefined || !isWithin(own, body.county)) return refuse('region_outside', 'body.county');
    const versions = await rulesVersions(deps, body.county);
    const next = publish(versions, body.rules, beijing(deps.clock()).day);
    if (!next.ok) return next;
    return allow({
      reply: { version: next.value.version },
      writes: [
        create(rulesItem, { county: body.county, rules: next.value }),
        historyEntry(deps, actor, {
          subject: { kind: 'time_rules', id: body.county },
          action: 'time_rules_published',
          why: body.why,
          facts: { version: next.value.version, validFrom: next.value.validFrom },
        }),
      ],
    });
  });
