import { personId as personIdShape } from '@shared/kernel/ids';
import { addMinutes, beijing, type Day } from '@shared/kernel/instant';
import { START } from '@shared/visits/factories';
import { personItem } from '../identity/items';
import type { Actor, Deps } from '../platform/deps';
import { create } from '../table/port';
import { plantVillage } from '../visits/test-village';
import { deskItem } from './items';

const worker = (n: number, more: Partial<Actor['grant']> = {}): Actor => {
  const grant = { role: 'social_worker' as const, regionCode: '231222', ...more };
  return {
    personId: personIdShape.parse(`person_${String(n).padStart(26, '0')}`),
    role: 'social_worker',
    grants: [grant],
    grant,
  };
};

export const workers = {
  lin: worker(41),
  zhou: worker(42),
  supervisor: worker(43, { supervises: true }),
  harbin: worker(44, { regionCode: '230103' }),
};
const names = { lin: '林晓', zhou: '周雨', supervisor: '高月', harbin: '钱进' };

export const NOW = addMinutes(START, -5);
export const dayAfter = (days: number): Day => beijing(addMinutes(NOW, days * 24 * 60)).day;
export const next = { on: dayAfter(3), what: '上门看看' };

/** The village of the examples with its social workers; the first of them has the desk. */
export async function plantWorkers(deps: Deps): Promise<void> {
  await plantVillage(deps);
  const planted = await deps.table.commit([
    ...(Object.keys(workers) as (keyof typeof workers)[]).map((key) =>
      create(personItem, {
        personId: workers[key].personId,
        name: names[key],
        grants: [...workers[key].grants],
        createdAt: NOW,
      }),
    ),
    create(deskItem, {
      regionCode: '231222',
      personId: workers.lin.personId,
      setBy: workers.supervisor.personId,
      at: NOW,
    }),
  ]);
  if (!planted.ok) throw new Error(`the workers were refused: ${planted.refusal.code}`);
}
