import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { renameMe } from '@shared/identity/identity.contract';
import { refusalSentences, spoken } from '@shared/kernel/refusal';
import type { Route } from '@shared/kernel/route';
import { routesByRoom } from '@shared/routes';
import fc from 'fast-check';
import type * as z from 'zod';
import { type Sample, samples } from './authorisation-samples';
import { badTimesAndPlaces, fuller } from './bad-input-samples';
import { logger } from './platform/logger';
import type { Served } from './platform/serve';
import type { TestDeps } from './platform/test-support';
import { jsonOf, type Spoilt, spoilt, spoiltQuery } from './spoilt-input';
import type { TableRecord } from './table/record';
import { type Answer, cast, type Sent, send, sentOf, served, stage, type Who } from './test-support';
import { commandOf } from './visits/test-village';

jest.setTimeout(60_000);
const bugs: unknown[] = [];
beforeAll(() => {
  for (const level of ['info', 'warn'] as const) jest.spyOn(logger, level).mockReturnValue();
  jest.spyOn(logger, 'error').mockImplementation((...said: unknown[]) => void bugs.push(said));
});
afterAll(() => {
  jest.restoreAllMocks();
});

const SEED = Number(process.env.BAD_INPUT_SEED ?? Date.now() % 1_000_000);

interface Place {
  readonly room: readonly Served[];
  readonly route: Route;
  readonly deps: TestDeps;
  readonly who: Who | undefined;
}

const whoOf = (route: Route): Who | undefined => {
  const [role] = route.access === 'public' ? [] : route.access;
  return role && { as: cast[role].own.personId, role };
};
const ask = ({ room, route, deps, who }: Place, sent: Sent): Promise<Answer> =>
  send(room, route, deps, who, sent);

interface Expected {
  readonly code?: string;
  readonly field?: string;
}

/** What is wrong with an answer that should have been a refusal; nothing when all is well. */
function complaints(what: string, answer: Answer, expected: Expected): readonly string[] {
  const { status, refusal } = answer;
  const said = `${what} → ${status} ${answer.text.slice(0, 160)}`;
  if (status < 400 || status >= 500 || refusal === undefined) return [said];
  const { code, field } = refusal;
  const isOurs = code in refusalSentences;
  const words = isOurs && spoken({ code, ...(field === undefined ? {} : { field }) });
  if (JSON.stringify(words) !== JSON.stringify(refusal)) return [`${said}: not two sentences and no more`];
  if (expected.code !== undefined && code !== expected.code) return [`${said}: expected ${expected.code}`];
  if (expected.field !== undefined && field !== expected.field)
    return [`${said}: expected ${expected.field}`];
  return [];
}

/** A record is never changed in place, so the very same ones in the same order mean that nothing was written. */
const isSame = (before: readonly TableRecord[], after: readonly TableRecord[]): boolean => {
  // A code is counted whatever becomes of it (docs/decisions/018): the one trace that a refusal may leave.
  const [was, is] = [before, after].map((records) => records.filter(({ sk }) => sk !== 'CODES'));
  return was?.length === is?.length && was?.every((record, index) => record === is?.[index]) === true;
};

/** Sends all of it, and says which was not refused as it should be, or changed the table. */
async function refusesAll(place: Place, sends: readonly (readonly [string, Sent, Expected])[]) {
  const wrong: string[] = [];
  for (const [what, sent, expected] of sends) {
    const before = place.deps.table.records();
    wrong.push(...complaints(what, await ask(place, sent), expected));
    if (!isSame(before, place.deps.table.records())) wrong.push(`${what} → changed the table`);
  }
  expect(wrong).toEqual([]);
  expect(bugs).toEqual([]);
}

const expectedOf = ({ field, unknownKey }: Spoilt): Expected => ({
  code: unknownKey ? 'input_unknown_key' : 'input_invalid',
  field,
});
const notJson = ['{', '', ' ', 'NaN', '{"a":NaN}', "{'a':1}", '\ufeff{}', '{"a":1}}', '<a/>', 'undefined'];
const deep = (depth: number): readonly string[] => [
  `${'['.repeat(depth)}${']'.repeat(depth)}`,
  `${'{"a":'.repeat(depth / 5)}1${'}'.repeat(depth / 5)}`,
];
const otherTypes = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
];
/** An id of somebody or something that does not exist. */
/** Ids that the phone makes: one that nobody has yet is a new thing and not somebody else's. */
const madeByThePhone: readonly string[] = ['recordResource resourceId'];
const foreign = (id: string): string => id.replace(/.$/, id.endsWith('8') ? '7' : '8');
const isId = (text: unknown): text is string =>
  typeof text === 'string' && /^[a-z]+_[0-9A-Z]{26}$/.test(text);

describe.each(Object.entries(routesByRoom))('bad input to the room %s', (roomName, routes) => {
  const room = served(roomName);

  describe.each(routes.map((route) => [route.name, route] as const))('%s', (name, route) => {
    let place: Place;
    const sample: Sample = samples[name] ?? {};
    const valid = sentOf(sample);

    beforeAll(async () => {
      place = { room, route, deps: await stage(), who: whoOf(route) };
    });
    afterEach(() => {
      bugs.length = 0;
    });

    it('has a valid sample to spoil', () => {
      expect(samples).toHaveProperty([name]);
      for (const part of ['params', 'query', 'body'] as const) {
        if (route[part]) expect(route[part].safeParse(sample[part] ?? {}).error?.issues ?? []).toEqual([]);
        else expect(sample[part]).toBeUndefined();
      }
    });

    it('refuses a body that is too large, and one that it has no use for or cannot read', async () => {
      const body = valid.body ?? '{}';
      await refusesAll(place, [
        ['a large body', { ...valid, body: body + ' '.repeat(64 * 1024) }, { code: 'body_too_large' }],
        ...notJson
          .filter((text) => text !== '')
          .map((text) => [`not JSON: ${text}`, { ...valid, body: text }, { code: 'body_not_json' }] as const),
        ...otherTypes.map(
          (contentType) => [contentType, { ...valid, body, contentType }, { code: 'body_not_json' }] as const,
        ),
        [
          'bytes that are no UTF-8',
          {
            ...valid,
            body: Buffer.from([0x22, 0xc3, 0x28, 0xff, 0x22]).toString('base64'),
            isBase64Encoded: true,
          },
          { code: 'body_not_json' },
        ],
        ...[...deep(30_000), 'null', '[]', '7', '"x"', 'true'].map(
          (text) =>
            [
              `not an object: ${text.slice(0, 20)}`,
              { ...valid, body: text },
              route.body ? {} : { code: 'input_unknown_key', field: 'body' },
            ] as const,
        ),
      ]);
    });

    it('refuses a query key that it does not know, and a bad value of one that it does', async () => {
      const query = sample.query ?? {};
      const faults = route.query ? spoiltQuery(route.query as z.ZodType, query) : [];
      await refusesAll(place, [
        ...['unknown', 'constructor', 'toString'].map(
          (key) =>
            [
              `query.${key}`,
              { ...valid, query: { ...query, [key]: '1' } },
              { code: 'input_unknown_key', field: `query.${key}` },
            ] as const,
        ),
        ...faults.map((each) => [each.what, { ...valid, query: each.value }, expectedOf(each)] as const),
      ]);
    });

    const { body: bodyShape } = route;
    if (bodyShape) {
      it('refuses each field that is missing, unknown, of the wrong type, empty, too long or impossible', async () => {
        const bodies = [sample.body, ...(fuller[name] ?? [])];
        const faults = bodies.flatMap((body) => spoilt(bodyShape as z.ZodType, body, 'body'));
        expect(faults.length).toBeGreaterThan(5);
        await refusesAll(
          place,
          faults.map(
            (each) => [each.what, { ...valid, body: jsonOf(each.value) }, expectedOf(each)] as const,
          ),
        );
        await refusesAll(place, [
          ['no body', { ...valid, body: undefined }, { code: 'input_invalid', field: 'body' }],
        ]);
      });

      it('never fails on any JSON, nor on a valid body with any JSON in place of one field', async () => {
        const keys = Object.keys(sample.body ?? {}).filter((key) => key !== 'commandId');
        const anything = fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .tuple(fc.constantFrom(...(keys.length > 0 ? keys : ['extra'])), fc.jsonValue())
            .map(([key, value]) => JSON.stringify({ ...sample.body, [key]: value })),
        );
        const there: Place = { ...place, deps: await stage() };
        await fc.assert(
          fc.asyncProperty(anything, async (body) => {
            const before = there.deps.table.records();
            const answer = await ask(there, { ...valid, body });
            if (answer.status === 200) return;
            expect(complaints(body, answer, {})).toEqual(
              answer.code === 'wechat_busy' ? [expect.any(String)] : [],
            );
            expect(isSame(before, there.deps.table.records())).toBe(true);
          }),
          { numRuns: 60, seed: SEED },
        );
      });
    }

    if (sample.body && 'commandId' in sample.body && route.access !== 'public') {
      it('refuses a command id that was used for something else', async () => {
        const there: Place = { ...place, deps: await stage() };
        const commandId = commandOf(77);
        const first = { commandId, name: '新名字' };
        const renamed = await send(served('identity'), renameMe, there.deps, there.who, {
          body: JSON.stringify(first),
        });
        expect(renamed.status).toBe(200);
        const second =
          name === 'renameMe' ? { commandId, name: '另一个名字' } : { ...sample.body, commandId };
        await refusesAll(there, [
          ['the same id', { ...valid, body: JSON.stringify(second) }, { code: 'command_reused' }],
        ]);
      });
    }

    const { params } = sample;
    if (params) {
      it('answers not found to an id that is foreign, malformed or hostile', async () => {
        const bad = Object.entries(params).flatMap(([key, value]) => [
          ...['x', '../etc', '%00', `${value}' OR 1=1`, '好', '9'.repeat(500), ''].map(
            (text) => [key, text] as const,
          ),
          ...(isId(value) && !madeByThePhone.includes(`${name} ${key}`)
            ? [[key, foreign(value)] as const]
            : []),
        ]);
        await refusesAll(
          place,
          bad.map(([key, text]) => [
            `${key} ${text.slice(0, 40)}`,
            { ...valid, params: { ...params, [key]: text } },
            { code: 'not_found' },
          ]),
        );
      });
    }

    const ids = Object.entries(sample.body ?? {}).filter(
      ([key, value]) => isId(value) && key !== 'commandId',
    );
    if (ids.length > 0) {
      it('answers not found, with the field, to a body that names somebody who is not there', async () => {
        await refusesAll(
          place,
          ids.map(([key, id]) => [
            key,
            { ...valid, body: JSON.stringify({ ...sample.body, [key]: foreign(String(id)) }) },
            { code: 'not_found', field: `body.${key}` },
          ]),
        );
      });
    }

    const cases = badTimesAndPlaces[name] ?? [];
    if (cases.length > 0) {
      it('refuses times and places that cannot be', async () => {
        for (const { what, role, body, query, code, field } of cases) {
          const who = role ? { as: cast[role].own.personId, role } : place.who;
          const sent = {
            ...valid,
            ...(body ? { body: JSON.stringify({ ...sample.body, ...body }) } : {}),
            ...(query ? { query: { ...sample.query, ...query } } : {}),
          };
          await refusesAll({ ...place, who }, [[what, sent, { code, field }]]);
        }
      });
    }
  });
});

it('the times and places are of routes that exist', () => {
  const names = Object.values(routesByRoom).flatMap((routes) => routes.map(({ name }) => name));
  for (const name of [...Object.keys(badTimesAndPlaces), ...Object.keys(fuller)])
    expect(names).toContain(name);
});
