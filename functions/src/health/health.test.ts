import { expect, test } from '@jest/globals';
import { addDays } from '@shared/kernel/instant';
import { entryIdOf, START } from '@shared/visits/factories';
import type { LogEntry } from '@shared/visits/log';
import type { Actor } from '../platform/deps';
import { testDeps } from '../platform/test-support';
import { create } from '../table/port';
import { entryItem } from '../visits/items';
import { actor, actors, must, plantVillage, visit } from '../visits/test-village';
import { readHealth } from './read-health';

const { elderId, visitId } = visit;
const kept = (n: number, day: number, more: object): LogEntry => ({
  visitId,
  elderId,
  receivedAt: START,
  entry: { entryId: entryIdOf(n), at: addDays(START, day), ...more } as LogEntry['entry'],
});

test('family, elder, coordinator and social worker read the readings of half a year and the moods; nobody else does', async () => {
  const deps = testDeps({ now: START });
  await plantVillage(deps);
  const entries = [
    kept(1, -200, { kind: 'vitals', systolic: 200 }),
    kept(2, -3, { kind: 'vitals', systolic: 130, weight: 600 }),
    kept(3, -2, { kind: 'mood', mood: 'low' }),
    kept(4, -1, { kind: 'vitals', systolic: 134 }),
    kept(5, -1, { kind: 'note', text: '很好' }),
  ];
  must(await deps.table.commit(entries.map((each) => create(entryItem, each))));
  const read = (by: Actor) =>
    readHealth(deps, { params: { elderId }, query: {}, body: undefined, actor: by });
  const worker = actor(actors.coordinator.personId, { role: 'social_worker', regionCode: '231222' });
  for (const by of [actors.son, actors.elder, actors.coordinator, worker]) {
    const { courses, moods } = must(await read(by));
    expect(courses.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
      ['systolic', [130, 134]],
      ['weight', [600]],
    ]);
    expect(moods).toMatchObject([{ mood: 'low', visitId }]);
  }
  for (const by of [actors.stranger, actors.otherCoordinator])
    expect(await read(by)).toMatchObject({ refusal: { code: 'not_found' } });
});
