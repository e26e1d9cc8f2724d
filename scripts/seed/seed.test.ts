import { describe, expect, it } from '@jest/globals';
import { personaItem } from '../../functions/src/identity/items';
import { elderItem } from '../../functions/src/people/items';
import { createMemoryTable } from '../../functions/src/table/memory-table';
import { seed } from '../seed';

const now = Date.parse('2026-11-24T06:00:00Z');

describe('the demonstration county', () => {
  it('is the same for the same seed, and another for another', async () => {
    const names = async (number: number) => {
      const table = createMemoryTable();
      await seed({ table, size: 'small', seed: number, now }, () => undefined);
      const page = await table.list(elderItem, { index: 'byRegion', pk: 'ELDERS#231222' });
      return page.items.map((item) => `${item.value.elderId} ${item.value.name}`);
    };
    const first = await names(1);
    expect(first.length).toBeGreaterThan(90);
    expect(await names(1)).toEqual(first);
    expect(await names(2)).not.toEqual(first);
  });

  it('has everyone one may step in as', async () => {
    const table = createMemoryTable();
    await seed({ table, size: 'small', now }, () => undefined);
    const personas = (await table.list(personaItem, { pk: 'PERSONAS' })).items.map(
      (item) => item.value.persona,
    );
    expect(personas).toEqual(
      expect.arrayContaining(['son-harbin', 'neighbour', 'coordinator', 'elder', 'operator-2']),
    );
  });

  it('says so when the table is not empty', async () => {
    const table = createMemoryTable();
    await seed({ table, size: 'small', now }, () => undefined);
    await expect(seed({ table, size: 'small', now }, () => undefined)).rejects.toThrow('--reset');
  });
});
