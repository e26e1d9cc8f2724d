import { describe, expect, it } from '@jest/globals';
import { caseItem, casesPartition } from '../../functions/src/cases/items';
import { historyItem, historyPartition } from '../../functions/src/history/items';
import { personaItem, personItem } from '../../functions/src/identity/items';
import { elderItem } from '../../functions/src/people/items';
import { queuePartition, requestItem } from '../../functions/src/service-requests/items';
import { createMemoryTable } from '../../functions/src/table/memory-table';
import { balanceItem, flagItem, flagsPartition } from '../../functions/src/time-bank/items';
import { reconcile } from '../../functions/src/time-bank/reconcile';
import {
  dutiesPartition,
  dutyItem,
  ratesPartition,
  villageMonthItem,
} from '../../functions/src/visit-duty/items';
import { visitItem } from '../../functions/src/visits/items';
import { isOpen } from '../../shared/src/cases/case-file';
import { beijing, instantOf } from '../../shared/src/kernel/instant';
import { isDue } from '../../shared/src/visit-duty/duty';
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
      expect.arrayContaining([
        'son-harbin',
        'neighbour',
        'coordinator',
        'elder',
        'operator-2',
        'daughter-harbin',
      ]),
    );
  });

  it('has minutes behind it that balance, a mother who has some, and a credit that waits to be verified', async () => {
    const table = createMemoryTable();
    await seed({ table, size: 'small', now }, () => undefined);
    const found = await reconcile({ table, clock: () => instantOf(now) });
    expect(found).toMatchObject({ sumMinutes: 0, pendingSumMinutes: 0, differences: [] });
    expect(found.accounts).toBeGreaterThan(50);
    const flags = await table.list(flagItem, { index: 'byRegion', pk: flagsPartition('231222') });
    expect(flags.items).toHaveLength(1);
    const owned = await table.list(balanceItem, { index: 'byRegion', pk: 'TIMEACCOUNTS#231222' });
    const earned = owned.items.filter(
      ({ value }) => value.accountId.startsWith('person:') && value.creditsPosted > 0,
    );
    expect(earned.length).toBeGreaterThan(5);
  });

  it('gives the social worker cases that can be read, one of them due today', async () => {
    const table = createMemoryTable();
    await seed({ table, size: 'small', now }, () => undefined);
    const page = await table.list(caseItem, { index: 'byRegion', pk: casesPartition('231222', 'open') });
    expect(page.unreadable).toEqual([]);
    expect(page.items.map(({ value }) => value.status).sort()).toEqual(['intervention', 'referral']);
    const due = page.items.filter(({ value }) => isOpen(value) && value.next.on === '2026-11-24');
    expect(due).toHaveLength(1);
  });

  it('has elders to look in on, one of them late and asked of the neighbour, and most seen last month', async () => {
    const table = createMemoryTable();
    await seed({ table, size: 'small', now }, () => undefined);
    const page = await table.list(dutyItem, { index: 'byRegion', pk: dutiesPartition('231222') });
    expect(page.unreadable).toEqual([]);
    const handed = page.items.flatMap(({ value }) => (isDue(value) && value.helper ? [value] : []));
    expect(handed).toMatchObject([{ helper: { name: '李桂芬' }, risk: { tier: 'high' } }]);
    const rows = await table.list(villageMonthItem, {
      index: 'byRegion',
      pk: ratesPartition('231222', '2026-10'),
    });
    const sum = (of: 'difficult' | 'difficultSeen') =>
      rows.items.reduce((total, { value }) => total + value[of], 0);
    expect(sum('difficultSeen') / sum('difficult')).toBeGreaterThan(0.8);
  });

  it('says so when the table is not empty', async () => {
    const table = createMemoryTable();
    await seed({ table, size: 'small', now }, () => undefined);
    await expect(seed({ table, size: 'small', now }, () => undefined)).rejects.toThrow('--reset');
  });

  it('gives each elder a card and a name of their own in the village, whatever the seed', async () => {
    for (const number of [7, 8, 9]) {
      const table = createMemoryTable();
      await seed({ table, size: 'small', seed: number, now }, () => undefined);
      const elders = (await table.list(elderItem, { index: 'byRegion', pk: 'ELDERS#231222' })).items;
      const names = elders.map(({ value }) => `${value.villageCode} ${value.name}`);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(elders.map(({ value }) => value.cardCode)).size).toBe(elders.length);
    }
  });

  it("has something today at the family's home, whatever the hour: a visit that was, or one to look forward to", async () => {
    for (const hour of [0, 5, 8, 9, 11, 12, 17, 23]) {
      const table = createMemoryTable();
      const at = Date.parse('2026-11-24T00:00:00+08:00') + hour * 3_600_000;
      await seed({ table, size: 'small', now: at }, () => undefined);
      const elders = await table.list(elderItem, { index: 'byRegion', pk: 'ELDERS#231222' });
      const mother = elders.items.find(({ value }) => value.name === '王秀兰');
      const visits = await table.list(visitItem, {
        index: 'byElder',
        pk: `ELDER#${mother?.value.elderId}`,
        prefix: 'VISIT#',
      });
      const today = visits.items.filter(({ value }) => beijing(value.startsAt).day === '2026-11-24');
      expect(today.map(({ value }) => value.status)).toEqual([hour < 9 ? 'scheduled' : 'confirmed']);
    }
  });

  it('tells how the request in the queue came there', async () => {
    const table = createMemoryTable();
    await seed({ table, size: 'small', now }, () => undefined);
    const queue = await table.list(requestItem, {
      index: 'byRegion',
      pk: queuePartition('231222'),
      prefix: '231222',
    });
    const id = queue.items[0]?.value.requestId ?? '';
    const history = await table.list(historyItem, { pk: historyPartition({ kind: 'request', id }) });
    const actions = history.items.map(({ value }) => value.action);
    expect([actions[0], actions.at(-1)]).toEqual(['request_made', 'request_unmet']);
  });

  it('gives the neighbour three visits today whatever the hour, none of them at the same time', async () => {
    for (const hour of [0, 6, 9, 12, 15, 19, 23]) {
      const table = createMemoryTable();
      const at = Date.parse('2026-11-24T00:00:00+08:00') + hour * 3_600_000;
      await seed({ table, size: 'small', now: at }, () => undefined);
      const guifen = (await table.list(personaItem, { pk: 'PERSONAS' })).items.find(
        (item) => item.value.persona === 'neighbour',
      );
      const person = await table.get(personItem, { pk: `PERSON#${guifen?.value.personId}`, sk: 'PERSON' });
      const visits = await table.list(visitItem, {
        index: 'byPerson',
        pk: `HELPER#${person?.value.grants[0]?.helperId}`,
        prefix: 'VISIT#',
      });
      const today = visits.items
        .map((item) => item.value)
        .filter(({ startsAt }) => beijing(startsAt).day === '2026-11-24');
      expect(today.length).toBeGreaterThanOrEqual(3);
      for (const [index, visit] of today.slice(1).entries())
        expect(visit.startsAt >= (today[index]?.endsAt ?? '')).toBe(true);
      for (const visit of today) expect(visit.status === 'scheduled').toBe(Date.parse(visit.startsAt) > at);
    }
  });
});
