import { expect, test } from '@jest/globals';
import { START } from '@shared/visits/factories';
import type { Actor } from '../platform/deps';
import { testDeps } from '../platform/test-support';
import { checkInToVisit } from './check-in';
import { readCodeOfHome } from './home-code';
import { actors, commandOf, must, plantVillage, visit } from './test-village';

const { elderId, visitId } = visit;
const staged = async () => {
  const deps = testDeps({ now: START });
  await plantVillage(deps);
  const read = (actor: Actor) =>
    readCodeOfHome(deps, { params: { elderId }, query: undefined, body: undefined, actor });
  const arrive = (code: string, at = deps.clock(), n = 1) =>
    checkInToVisit(deps, {
      params: { visitId },
      query: undefined,
      body: { commandId: commandOf(n), at, evidence: { kind: 'home_code', code } },
      actor: actors.helper,
    });
  return { deps, read, arrive };
};

test('family and the elder see the same six digits, and nobody else sees any', async () => {
  const { read } = await staged();
  const { code } = must(await read(actors.son));
  expect(must(await read(actors.elder)).code).toBe(code);
  expect(await read(actors.stranger)).toMatchObject({ refusal: { code: 'not_found' } });
});

test('the digits of this moment show that somebody is there; others, and those of ten minutes ago, do not', async () => {
  const { deps, read, arrive } = await staged();
  const { code } = must(await read(actors.son));
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  expect(await arrive(wrong)).toMatchObject({
    refusal: { code: 'home_code_wrong', field: 'body.evidence.code' },
  });
  deps.advance(10);
  expect(await arrive(code, deps.clock(), 2)).toMatchObject({ refusal: { code: 'home_code_wrong' } });
  const fresh = must(await read(actors.elder)).code;
  expect(must(await arrive(fresh, deps.clock(), 3)).visit).toMatchObject({
    checkIn: { proof: { kind: 'home_code', verified: true } },
  });
});

test('what was read out without a signal counts by the moment at which it was typed in', async () => {
  const { deps, read, arrive } = await staged();
  const { code } = must(await read(actors.elder));
  const at = deps.clock();
  deps.advance(40);
  expect(await arrive(code, at)).toMatchObject({ ok: true });
});
