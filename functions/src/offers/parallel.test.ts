import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, test } from '@jest/globals';
import type { CommandId } from '@shared/kernel/ids';
import { heldPlaces } from '@shared/service-requests/request';
import { createTable } from '../../../scripts/start/table';
import { serviceItem } from '../catalogue/items';
import { helperItem } from '../helpers/items';
import {
  helperActor,
  helperOf,
  NOW,
  offerIdOf,
  offerOf,
  requestIdOf,
  requestOf,
  serviceOf,
} from '../matching/test-neighbours';
import { elderItem } from '../people/items';
import type { Deps } from '../platform/deps';
import { testDeps } from '../platform/test-support';
import { requestItem, requestKey } from '../service-requests/items';
import { createDynamoTable } from '../table/dynamo-table';
import { create, TableUnavailable } from '../table/port';
import { elder, must } from '../visits/test-village';
import { acceptOffer } from './answer-offer';
import { offerItem, offersOf } from './items';

const HELPERS = 10;
const PRESSES = 20;
const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
const tableName = `acceptances-${process.pid}-${Date.now()}`;

beforeAll(() => createTable(new DynamoDBClient({ endpoint }), tableName));

/** Every press is its own command, as from many taps of one person; a phone asks again until it has an answer. */
async function press(deps: Deps, helper: number, time: number) {
  const commandId = `command_${String(helper * 100 + time).padStart(26, '0')}` as CommandId;
  const params = { requestId: requestIdOf(1), offerId: offerIdOf(helper) };
  for (;;) {
    try {
      const input = { params, query: undefined as never, body: { commandId }, actor: helperActor(helper) };
      const outcome = await acceptOffer(deps, input);
      if (outcome.ok || outcome.refusal.code !== 'changed_meanwhile') return { helper, outcome };
    } catch (error) {
      if (!(error instanceof TableUnavailable)) throw error;
    }
  }
}

test('of two hundred acceptances at once on the database, one helper wins and is told so each time', async () => {
  const table = createDynamoTable({ tableName, endpoint, clock: () => NOW });
  const deps: Deps = { ...testDeps({ now: NOW }), table };
  const numbers = Array.from({ length: HELPERS }, (_, index) => index + 1);
  must(
    await table.commit([
      create(elderItem, elder),
      create(serviceItem, serviceOf()),
      create(requestItem, requestOf(1)),
      ...numbers.map((n) => create(helperItem, helperOf(n))),
      ...numbers.map((n) => create(offerItem, offerOf(n, 1, n))),
    ]),
  );
  const told = await Promise.all(
    numbers.flatMap((n) => Array.from({ length: PRESSES }, (_, time) => press(deps, n, time))),
  );
  const stored = await table.get(requestItem, requestKey(requestIdOf(1)));
  const held = stored ? heldPlaces(stored.value) : [];
  expect(held).toHaveLength(1);
  const yes = told.filter(({ outcome }) => outcome.ok);
  expect(yes).toHaveLength(PRESSES);
  for (const { outcome } of yes) expect(must(outcome).visitId).toBe(held[0]?.visitId);
  const no = told.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.refusal.code]));
  expect(new Set(no)).toEqual(new Set(['offer_taken']));
  const offers = await table.list(offerItem, offersOf(requestIdOf(1)));
  expect(offers.items.filter(({ value }) => value.status === 'accepted')).toHaveLength(1);
  expect(offers.items.filter(({ value }) => value.status === 'withdrawn')).toHaveLength(HELPERS - 1);
}, 300_000);
