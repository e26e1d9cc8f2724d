import { expect, test } from '@jest/globals';
import { putService as route } from '@shared/catalogue/catalogue.contract';
import { minutes } from '@shared/kernel/quantity';
import { historyItem } from '../history/items';
import { actorOf, testDeps } from '../platform/test-support';
import { commandOf, must } from '../visits/test-village';
import { listServices, putService } from './keep-catalogue';

const festival = {
  class: 'leisure' as const,
  zh: '过节',
  en: 'A festival together',
  usualMinutes: minutes.parse(120),
  minMinutes: minutes.parse(60),
  maxMinutes: minutes.parse(240),
  skills: [],
  credentials: [],
  byKinds: ['volunteer' as const],
  helpers: 1 as const,
  weight: 100,
  daytimeOnly: false,
  checklistZh: ['包饺子'],
  checklistEn: ['Make dumplings'],
};

test('the catalogue is data: an official adds a service, changes it, and both are history', async () => {
  const deps = testDeps();
  const official = actorOf(deps, 'official', { regionCode: '231222' });
  const put = (n: number, service: typeof festival) =>
    putService(deps, {
      params: { code: 'festival' },
      query: undefined,
      actor: official,
      body: { commandId: commandOf(n), why: '春节前', service },
    });
  must(await put(1, festival));
  deps.advance(1);
  must(await put(2, { ...festival, weight: 120 }));
  const listed = must(
    await listServices(deps, { params: undefined, query: undefined, body: undefined, actor: official }),
  );
  expect(listed).toEqual({ services: [{ code: 'festival', ...festival, weight: 120 }], unreadable: [] });
  const told = await deps.table.list(historyItem, { pk: 'HISTORY#service#festival' });
  expect(told.items.map((item) => item.value)).toMatchObject([
    { action: 'service_changed', why: '春节前', by: { role: 'official' } },
    { action: 'service_changed' },
  ]);
  expect(await put(3, { ...festival, usualMinutes: minutes.parse(300) })).toMatchObject({
    refusal: { code: 'duration_out_of_range', field: 'body.service.usualMinutes' },
  });
});

test('nobody but an official may keep the catalogue', () => {
  expect(route.access).toEqual(['official']);
});
