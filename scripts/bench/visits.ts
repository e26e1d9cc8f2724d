import { checkIn, checkOut, keepLog } from '@shared/visits/visits.contract';
import { helperItem } from '../../functions/src/helpers/items';
import type { Deps } from '../../functions/src/platform/deps';
import { idSource } from '../../functions/src/platform/ids';
import { memoryFiles } from '../../functions/src/platform/memory-files';
import { createDynamoTable } from '../../functions/src/table/dynamo-table';
import { mulberry32 } from '../../functions/src/table/memory-table';
import { startStack } from '../start/stack';
import { dueVisit, eldersInOrder, helperPerson, nowInstant, type Someone } from './api-scene';
import { keepFigure, table } from './figures';
import { bareMiddy, type Load, underLoad } from './load';

const [seedGiven = '1', visitsGiven = '2000'] = process.argv.slice(2);
const seed = Number(seedGiven);
const VISITS = Number(visitsGiven);
const REFERENCE_CALLS = 2_000;
const MOST_HELPERS = 60;

const depsFor = (environment: Readonly<Record<string, string>>): Deps => ({
  table: createDynamoTable({
    tableName: environment.TABLE_NAME ?? '',
    endpoint: environment.DYNAMODB_ENDPOINT ?? '',
  }),
  clock: nowInstant,
  random: mulberry32(seed),
  newId: idSource(nowInstant, Math.random),
  wechat: new Proxy({} as Deps['wechat'], {
    get() {
      throw new Error('no route of this benchmark speaks to WeChat');
    },
  }),
  files: memoryFiles(),
  stage: 'local',
  secret: new TextEncoder().encode(environment.TOKEN_SECRET ?? ''),
});

/** Visits that are due now, each with who makes it: the county's helpers take turns, as do its elders. */
async function planted(deps: Deps) {
  const helpers = await deps.table.list(helperItem, {
    index: 'byRegion',
    pk: 'HELPERS#231222',
  });
  const volunteers = helpers.items.filter(({ value }) => value.kind === 'volunteer').slice(0, MOST_HELPERS);
  const people: { helperId: Someone['actor']['grant']['helperId']; name: string; who: Someone }[] = [];
  for (const { value } of volunteers)
    people.push({
      helperId: value.helperId,
      name: value.name,
      who: await helperPerson(deps, value.helperId),
    });
  const elders = await eldersInOrder(deps, deps.random);
  const visits: { visitId: string; who: Someone }[] = [];
  for (let index = 0; index < VISITS; index += 1) {
    const [elder, helper] = [elders[index % elders.length], people[index % people.length]];
    if (elder === undefined || helper?.helperId === undefined) throw new Error('the county is empty');
    const { helperId, name, who } = helper;
    visits.push({ visitId: await dueVisit(deps, elder, { helperId, name }), who });
  }
  return visits;
}

/** Every event of so many visits through the gateway: arriving, the log, leaving. One that fails ends it. */
async function measure(): Promise<void> {
  const stack = await startStack({ seed: 'small', report: (line) => console.error(line) });
  const bare = await bareMiddy();
  try {
    Object.assign(process.env, {
      AWS_REGION: stack.environment.AWS_REGION,
      AWS_ACCESS_KEY_ID: stack.environment.AWS_ACCESS_KEY_ID,
      AWS_SECRET_ACCESS_KEY: stack.environment.AWS_SECRET_ACCESS_KEY,
    });
    const deps = depsFor(stack.environment);
    const visits = await planted(deps);
    console.error(`${visits.length} visits are due`);
    const evidence = { kind: 'none', reason: '测速' };
    const entry = (more: object) => ({ entryId: deps.newId('entry'), at: deps.clock(), ...more });
    const events = (name: string, path: string, body: () => object): Promise<Load> =>
      underLoad(
        name,
        visits.map(
          ({ visitId, who }) =>
            () =>
              fetch(stack.apiUrl + path.replace('{visitId}', visitId), {
                method: 'POST',
                headers: who.headers,
                body: JSON.stringify({ commandId: deps.newId('command'), ...body() }),
              }),
        ),
      );
    await fetch(`${stack.apiUrl}/api/visits`, { headers: visits[0]?.who.headers ?? {} });
    const reference = await underLoad(
      'bare',
      Array.from({ length: REFERENCE_CALLS }, () => () => fetch(bare.url)),
    );
    const loads = [
      await events('check-in', checkIn.path, () => ({ at: deps.clock(), evidence })),
      await events('log', keepLog.path, () => ({
        entries: [
          entry({ kind: 'task', index: 0, done: true }),
          entry({ kind: 'vitals', systolic: 132, diastolic: 84, pulse: 76 }),
          entry({ kind: 'mood', mood: 'calm' }),
        ],
      })),
      await events('check-out', checkOut.path, () => ({ at: deps.clock(), evidence, summary: '一切都好' })),
    ];
    const names = ['POST …/check-in', 'POST …/log, three entries', 'POST …/check-out'];
    const row = (name: string, load: Load) => [
      name,
      load.count,
      load.perSecond.toFixed(0),
      load.medianMs.toFixed(1),
      load.p99Ms.toFixed(1),
      `×${(load.p99Ms / reference.p99Ms).toFixed(1)}`,
    ];
    keepFigure(
      'visits',
      "A day's visits through the local stack",
      `npm run bench:visits -- ${seed} ${VISITS}`,
      [
        `Seed ${seed}. ${VISITS} visits, three events each, four calls at a time; the streams follow meanwhile (live, matching, time bank, alerts). Any answer but a success ends the run, so every one counted here succeeded. Everything runs on one machine.`,
        table(
          ['call', 'calls', 'a second', 'median ms', 'p99 ms', 'p99 to bare'],
          [
            row('bare middy behind node:http', reference),
            ...loads.map((load, index) => row(names[index] ?? '', load)),
          ],
        ),
      ],
    );
  } finally {
    await bare.stop();
    await stack.stop();
  }
}

void measure();
