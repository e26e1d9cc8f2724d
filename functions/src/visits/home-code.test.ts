import { expect, test } from '@jest/globals';
import { wrongCodes } from '@shared/visits/code-tries';
import { START } from '@shared/visits/factories';
import type { Actor } from '../platform/deps';
import { type TestDeps, testDeps } from '../platform/test-support';
import { checkInToVisit } from './check-in';
import { readCodeOfHome } from './home-code';
import { codeTriesItem, codeTriesKey } from './items';
import { actors, commandOf, must, plantVillage, visit } from './test-village';

const { elderId, visitId } = visit;
const wrongOf = async (deps: TestDeps) =>
  wrongCodes((await deps.table.get(codeTriesItem, codeTriesKey(visitId)))?.value);
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

test('six codes may be tried within half an hour; then the right one is not looked at, and other ways stay open', async () => {
  const { deps, read, arrive } = await staged();
  const { code } = must(await read(actors.son));
  const wrong = String((Number(code) + 500_000) % 1_000_000).padStart(6, '0');
  for (let n = 1; n <= 6; n += 1)
    expect(await arrive(wrong, deps.clock(), n)).toMatchObject({ refusal: { code: 'home_code_wrong' } });
  expect(await arrive(code, deps.clock(), 7)).toMatchObject({
    refusal: { code: 'codes_tried_out', field: 'body.evidence.code' },
  });
  const inWords = await checkInToVisit(deps, {
    params: { visitId },
    query: undefined,
    body: { commandId: commandOf(8), at: deps.clock(), evidence: { kind: 'none', reason: '号码看不清' } },
    actor: actors.helper,
  });
  expect(inWords).toMatchObject({ ok: true });
});

test('the same command that arrives again uses up no try, and another code under its name does', async () => {
  const { deps, read, arrive } = await staged();
  const { code } = must(await read(actors.son));
  const other = (n: number) => String((Number(code) + 500_000 + n) % 1_000_000).padStart(6, '0');
  for (let again = 0; again < 10; again += 1)
    expect(await arrive(other(1))).toMatchObject({ refusal: { code: 'home_code_wrong' } });
  for (let n = 2; n <= 6; n += 1)
    expect(await arrive(other(n))).toMatchObject({ refusal: { code: 'home_code_wrong' } });
  expect(await arrive(other(7))).toMatchObject({ refusal: { code: 'codes_tried_out' } });
  expect(await wrongOf(deps)).toBe(6);
});

test('half an hour later the count begins anew', async () => {
  const { deps, read, arrive } = await staged();
  const { code } = must(await read(actors.son));
  const wrong = String((Number(code) + 500_000) % 1_000_000).padStart(6, '0');
  for (let n = 1; n <= 7; n += 1) await arrive(wrong, deps.clock(), n);
  deps.advance(30);
  const fresh = must(await read(actors.elder)).code;
  expect(await arrive(fresh, deps.clock(), 8)).toMatchObject({ ok: true });
});

test('guesses sent side by side are counted like those sent one after the other', async () => {
  const { deps, read, arrive } = await staged();
  const { code } = must(await read(actors.son));
  const wrong = String((Number(code) + 500_000) % 1_000_000).padStart(6, '0');
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => arrive(wrong, deps.clock(), n + 1)));
  const looked = answers.filter((each) => !each.ok && each.refusal.code === 'home_code_wrong');
  expect(looked.length).toBeLessThanOrEqual(6);
});
