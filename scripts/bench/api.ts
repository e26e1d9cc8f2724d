import type { HelperId, RequestId, VisitId } from '@shared/kernel/ids';
import type { Result } from '@shared/kernel/result';
import { checkIn } from '@shared/visits/visits.contract';
import { acceptOffer } from '../../functions/src/offers/answer-offer';
import { listOffers } from '../../functions/src/offers/list-offers';
import type { Deps } from '../../functions/src/platform/deps';
import { idSource } from '../../functions/src/platform/ids';
import { memoryFiles } from '../../functions/src/platform/memory-files';
import { makeRequest } from '../../functions/src/service-requests/make-request';
import { createDynamoTable } from '../../functions/src/table/dynamo-table';
import { mulberry32 } from '../../functions/src/table/memory-table';
import { checkInToVisit } from '../../functions/src/visits/check-in';
import { startStack } from '../start/stack';
import {
  type Asked,
  coordinatorOf,
  dueVisit,
  eldersInOrder,
  helperPerson,
  nowInstant,
  offersToAccept,
  requestBody,
  type Someone,
} from './api-scene';
import { keepFigure, table } from './figures';
import { bareMiddy, type Call, type Load, underLoad } from './load';
import { treeMegabytes } from './memory';

const [seedGiven = '1', countyGiven = 'small'] = process.argv.slice(2);
const seed = Number(seedGiven);
/** The whole county takes minutes to write; the small one has the same shape and a fifteenth of the people. */
const county = countyGiven === 'full' ? 'full' : 'small';
const { requests: REQUESTS, checkIns: CHECK_INS } = {
  small: { requests: 50, checkIns: 24 },
  full: { requests: 160, checkIns: 80 },
}[county];
const REFERENCE_CALLS = 1_000;
const MOST_COUNTED = 8;
/** Half seconds without a new offer after which the waves of matching count as sent. */
const CALM_ROUNDS = 24;
const MEMORY_LIMIT_MB = 1_229;

const depsFor = (environment: Readonly<Record<string, string>>): Deps => {
  const random = mulberry32(seed);
  return {
    table: createDynamoTable({
      tableName: environment.TABLE_NAME ?? '',
      endpoint: environment.DYNAMODB_ENDPOINT ?? '',
    }),
    clock: nowInstant,
    random,
    newId: idSource(nowInstant, Math.random),
    wechat: new Proxy({} as Deps['wechat'], {
      get() {
        throw new Error('no route of this benchmark speaks to WeChat');
      },
    }),
    files: memoryFiles(),
    stage: 'local',
    secret: new TextEncoder().encode(environment.TOKEN_SECRET ?? ''),
  };
};

/** Read and write units of single calls, in process and one after another, as the table port counts them. */
async function unitsOf(deps: Deps, acts: readonly (() => Promise<Result<unknown>>)[]) {
  const { units } = deps.table;
  units.reset();
  for (const act of acts) {
    const result = await act();
    if (!result.ok) throw new Error(`a counted call was refused: ${result.refusal.code}`);
  }
  const each = (sum: number): string => (sum / acts.length).toFixed(1);
  return { reads: each(units.reads), writes: each(units.writes), trips: each(units.trips) };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The stream asks helpers by itself; this only waits for it. */
async function untilAsked(deps: Deps, requests: readonly RequestId[]): Promise<Asked[]> {
  let asked: Asked[] = [];
  for (let calm = 0, tries = 0; calm < CALM_ROUNDS && tries < 240; tries += 1) {
    await pause(500);
    const now = await offersToAccept(deps, requests);
    calm = now.length > 0 && now.length === asked.length ? calm + 1 : 0;
    asked = now;
  }
  return asked;
}

async function measure(): Promise<void> {
  const stack = await startStack({ seed: county, report: (line) => console.error(line) });
  const bare = await bareMiddy();
  const step = (line: string): void => console.error(line);
  try {
    process.env.AWS_REGION = stack.environment.AWS_REGION;
    process.env.AWS_ACCESS_KEY_ID = stack.environment.AWS_ACCESS_KEY_ID;
    process.env.AWS_SECRET_ACCESS_KEY = stack.environment.AWS_SECRET_ACCESS_KEY;
    const deps = depsFor(stack.environment);
    const at = (path: string): string => `${stack.apiUrl}${path}`;
    const post = (who: Someone, path: string, body: unknown): Promise<Response> =>
      fetch(at(path), { method: 'POST', headers: who.headers, body: JSON.stringify(body) });
    const repeated = (call: Call, count: number): Call[] => Array.from({ length: count }, () => call);

    const coordinator = await coordinatorOf(deps);
    const elders = await eldersInOrder(deps, deps.random);
    // The workers of the gateway load a function at its first call; that is not what is measured here.
    for (const path of ['/api/health', '/api/requests'])
      await fetch(at(path), { headers: coordinator.headers });

    step('reference');
    const reference = await underLoad(
      'bare',
      repeated(() => fetch(bare.url), REFERENCE_CALLS),
    );
    const gateway = await underLoad(
      'health',
      repeated(() => fetch(at('/api/health')), 300),
    );

    step('requests');
    const made: RequestId[] = [];
    const asking = elders.slice(0, REQUESTS).map(
      (elder): Call =>
        async () => {
          const reply = await post(coordinator, '/api/requests', requestBody(deps, elder.elderId));
          if (reply.ok) made.push(((await reply.clone().json()) as { requestId: RequestId }).requestId);
          return reply;
        },
    );
    const requests = await underLoad('request', asking);
    const asked = await untilAsked(deps, made);
    const people = new Map<HelperId, Someone>();
    for (const { helperId } of asked) people.set(helperId, await helperPerson(deps, helperId));
    const personOf = (helperId: HelperId): Someone => {
      const person = people.get(helperId);
      if (person === undefined) throw new Error(`nobody is ${helperId}`);
      return person;
    };

    step(`${asked.length} helpers asked`);
    const offers = await underLoad(
      'offers',
      asked.map(
        ({ helperId }) =>
          () =>
            fetch(at('/api/offers'), { headers: personOf(helperId).headers }),
      ),
    );
    const countedCalls = Math.min(MOST_COUNTED, Math.floor(asked.length / 2));
    const counted = asked.slice(0, countedCalls);
    const loaded = asked.slice(countedCalls);
    const accepts = await underLoad(
      'accept',
      loaded.map(
        ({ requestId, offerId, helperId }) =>
          () =>
            post(personOf(helperId), `/api/requests/${requestId}/offers/${offerId}/accept`, {
              commandId: deps.newId('command'),
            }),
      ),
    );

    const due: { visitId: VisitId; who: Someone }[] = [];
    for (const [index, elder] of elders.slice(REQUESTS, REQUESTS + CHECK_INS + countedCalls).entries()) {
      const one = asked[index % asked.length];
      if (one === undefined) throw new Error('nobody was asked, so nobody can check in');
      const visitId = await dueVisit(deps, elder, { helperId: one.helperId, name: '测速' });
      due.push({ visitId, who: personOf(one.helperId) });
    }
    const arrival = () => ({
      commandId: deps.newId('command'),
      at: deps.clock(),
      evidence: { kind: 'none' as const, reason: '测速' },
    });
    const checkIns = await underLoad(
      'check-in',
      due.slice(countedCalls).map(
        ({ visitId, who }) =>
          () =>
            post(who, checkIn.path.replace('{visitId}', visitId), arrival()),
      ),
    );
    step('units');
    const memory = treeMegabytes(process.pid);

    const none = undefined as never;
    const units = {
      request: await unitsOf(
        deps,
        elders.slice(-countedCalls).map(
          ({ elderId }) =>
            () =>
              makeRequest(deps, {
                params: none,
                query: none,
                body: requestBody(deps, elderId),
                actor: coordinator.actor,
              }),
        ),
      ),
      offers: await unitsOf(
        deps,
        counted.map(
          ({ helperId }) =>
            () =>
              listOffers(deps, { params: none, query: none, body: none, actor: personOf(helperId).actor }),
        ),
      ),
      accept: await unitsOf(
        deps,
        counted.map(
          ({ requestId, offerId, helperId }) =>
            () =>
              acceptOffer(deps, {
                params: { requestId, offerId },
                query: none,
                body: { commandId: deps.newId('command') },
                actor: personOf(helperId).actor,
              }),
        ),
      ),
      checkIn: await unitsOf(
        deps,
        due.slice(0, countedCalls).map(
          ({ visitId, who }) =>
            () =>
              checkInToVisit(deps, { params: { visitId }, query: none, body: arrival(), actor: who.actor }),
        ),
      ),
    };

    const row = (name: string, load: Load, cost?: { reads: string; writes: string; trips: string }) => [
      name,
      load.count,
      load.perSecond.toFixed(0),
      load.medianMs.toFixed(1),
      load.p99Ms.toFixed(1),
      `${(load.p99Ms / reference.p99Ms).toFixed(1)}×`,
      cost?.reads ?? '',
      cost?.writes ?? '',
      cost?.trips ?? '',
    ];
    keepFigure('api', 'The API on the local stack', `npm run bench:api -- ${seed} ${county}`, [
      `Seed ${seed}. The ${county} demonstration county, four calls at a time, all processes on one machine. Every call counted here succeeded. Units and trips are per call, from the table port, for ${countedCalls} single calls in process; the look at who is asking adds one read.`,
      table(
        [
          'call',
          'calls',
          'a second',
          'median ms',
          'p99 ms',
          'p99 to bare',
          'read units',
          'write units',
          'trips',
        ],
        [
          row('bare middy behind node:http', reference),
          row('GET /api/health through the gateway', gateway),
          row('POST /api/requests', requests, units.request),
          row('GET /api/offers', offers, units.offers),
          row('POST …/accept', accepts, units.accept),
          row('POST …/check-in', checkIns, units.checkIn),
        ],
      ),
      `Memory of the whole local stack under this load, the benchmark itself included: **${memory.total} MB** in ${memory.processes} processes (limit ${MEMORY_LIMIT_MB} MB).`,
    ]);
    if (memory.total > MEMORY_LIMIT_MB) process.exitCode = 1;
  } finally {
    await bare.stop();
    await stack.stop();
  }
}

void measure();
