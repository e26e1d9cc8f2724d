import type { RequestId } from '@shared/kernel/ids';
import type { Instant } from '@shared/kernel/instant';
import { addMinutes, beijing } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { Deps } from '../platform/deps';
import { requestItem, requestKey } from '../service-requests/items';
import { TableUnavailable } from '../table/port';
import { creditWorkList, type WorkList } from './attendance-credit';
import { creditVisit } from './credit-visit';
import { decideFlag } from './decide-flag';
import { expireFunding, holdForRequest, releaseRequest, settleRequest } from './fund-request';
import { giveEstate } from './give-estate';
import { giveTime } from './give-time';
import { guaranteeRequest } from './guarantee-request';
import { once } from './ledger';
import {
  type Asked,
  Crash,
  commandIdOf,
  coordinator,
  dyingTable,
  ELDERS,
  elderIdOf,
  family,
  HELPERS,
  helperIdOf,
  official,
  personIdOf,
  plantRequest,
  plantVisit,
  requestIdOf,
  requestOf,
  socialWorker,
  VILLAGE,
  visitIdOf,
  type World,
} from './test-world';
import { grantToPool } from './village-pools';

/** One random thing that happens to the bank. The numbers are read by each kind as it needs them. */
export interface Move {
  readonly kind: (typeof moveKinds)[number];
  readonly a: number;
  readonly b: number;
  readonly minutes: number;
  /** Dies at this commit, before it or after it; 0 lives. */
  readonly dies: number;
  readonly after: boolean;
  /** How often the same thing is delivered, at once. */
  readonly times: number;
}
export const moveKinds = [
  'serve',
  'serve',
  'arrange',
  'arrange',
  'finish',
  'finish',
  'cancel',
  'expire',
  'give',
  'give',
  'pool',
  'grant',
  'decide',
  'attend',
  'estate',
  'guarantee',
] as const;

type Step = (deps: Deps) => Promise<unknown>;

export interface Played {
  readonly requests: readonly Asked[];
  readonly status: ReadonlyMap<number, 'scheduled' | 'confirmed' | 'cancelled' | 'unmet'>;
  readonly operations: number;
}

/** Plays moves against a bank with faults and crashes, then delivers once more whatever was cut off. */
export async function play(w: World, moves: readonly Move[]): Promise<Played> {
  const requests: Asked[] = [];
  const status = new Map<number, 'scheduled' | 'confirmed' | 'cancelled' | 'unmet'>();
  const again: Step[] = [];
  let operations = 0;

  const run = async (move: Move, step: Step): Promise<void> => {
    again.push(step);
    const deliver = async (dies: boolean) => {
      operations += 1;
      const table = dies ? dyingTable(w.table, move.dies, move.after) : w.table;
      try {
        await step({ ...w.deps, table });
      } catch (error) {
        if (!(error instanceof Crash) && !(error instanceof TableUnavailable)) throw error;
      }
    };
    await Promise.all(
      Array.from({ length: Math.max(1, move.times) }, (_, n) => deliver(n === 0 && move.dies > 0)),
    );
  };

  const ask = (move: Move, n: number): Asked => ({
    n,
    elder: move.a % ELDERS,
    helper: move.b % HELPERS,
    minutes: Math.max(1, Math.min(600, Math.abs(Math.trunc(move.minutes)))),
    payBy: move.a % 5 === 0 ? 'pool' : 'time',
    startsAt: addMinutes(w.deps.clock(), 60) as Instant,
  });
  const open = (pick: number): Asked | undefined => {
    const scheduled = requests.filter((each) => status.get(each.n) === 'scheduled');
    return scheduled[pick % Math.max(1, scheduled.length)];
  };

  for (const [index, move] of moves.entries()) {
    w.deps.advance(7);
    const command = commandIdOf(index + 1);
    const asked = ask(move, index + 1);
    switch (move.kind) {
      case 'serve': {
        const by = move.b % 7 === 0 ? 'helper' : move.b % 5 === 0 ? 'system' : 'kin';
        plantVisit(w, asked, asked.minutes, by);
        await run(move, (deps) => creditVisit(deps, visitIdOf(asked.n)));
        break;
      }
      case 'arrange':
        requests.push(asked);
        status.set(asked.n, 'scheduled');
        plantRequest(w, asked, 'scheduled');
        await run(move, (deps) => holdForRequest(deps, requestIdOf(asked.n)));
        break;
      case 'finish': {
        const one = open(move.a);
        if (!one) break;
        status.set(one.n, 'confirmed');
        await repay(w, one, 'confirmed');
        plantVisit(w, one, Math.max(1, Math.round(one.minutes * (0.3 + (move.b % 5) * 0.3))));
        await run(move, (deps) => settleRequest(deps, requestIdOf(one.n)));
        await run({ ...move, dies: 0 }, (deps) => creditVisit(deps, visitIdOf(one.n)));
        break;
      }
      case 'cancel': {
        const one = open(move.a);
        if (!one) break;
        status.set(one.n, 'cancelled');
        await repay(w, one, 'cancelled');
        await run(move, (deps) => releaseRequest(deps, requestIdOf(one.n)));
        break;
      }
      case 'expire': {
        const one = open(move.a);
        if (one) await run(move, (deps) => expireFunding(deps, requestIdOf(one.n)));
        break;
      }
      case 'give':
        await run(move, (deps) =>
          giveTime(deps, {
            actor: family(move.a % HELPERS),
            params: undefined,
            query: undefined,
            body: {
              commandId: command,
              minutes: move.minutes,
              to: { kind: 'elder', elderId: elderIdOf(move.b % ELDERS) },
              why: '',
            },
          }),
        );
        break;
      case 'pool':
        await run(move, (deps) =>
          giveTime(deps, {
            actor: family(move.a % HELPERS),
            params: undefined,
            query: undefined,
            body: {
              commandId: command,
              minutes: move.minutes,
              to: { kind: 'pool', villageCode: VILLAGE },
              why: '',
            },
          }),
        );
        break;
      case 'grant':
        await run(move, (deps) =>
          grantToPool(deps, {
            actor: official,
            params: undefined,
            query: undefined,
            body: { commandId: command, villageCode: VILLAGE, minutes: move.minutes, why: '冬季' },
          }),
        );
        break;
      case 'decide': {
        const flagId = `earn.${visitIdOf(Math.max(1, index - (move.b % 6)))}` as never;
        const verdict = move.a % 3 === 0 ? ('reject' as const) : ('credit' as const);
        for (const [n, actor] of [coordinator, socialWorker].entries())
          await run({ ...move, dies: n === 0 ? 0 : move.dies }, (deps) =>
            decideFlag(deps, {
              actor,
              params: { flagId },
              query: undefined,
              body: { commandId: command, verdict, why: '看过' },
            }),
          );
        break;
      }
      case 'attend':
        await run(move, (deps) =>
          keepList(deps, {
            listId: `list-${move.a % 4}`,
            workers: [
              {
                personId: personIdOf(move.b % HELPERS),
                helperId: helperIdOf(move.b % HELPERS),
                name: '邻居',
                duties: ['enabling'],
              },
            ],
            came: [personIdOf(move.b % HELPERS)],
            keptBy: coordinator.personId,
            villageCode: VILLAGE,
            startsAt: addMinutes(w.deps.clock(), -120) as Instant,
            minutes: asked.minutes,
            activity: '重阳节',
          }),
        );
        break;
      case 'estate':
        await run(move, (deps) =>
          giveEstate(deps, {
            actor: coordinator,
            params: undefined,
            query: undefined,
            body: {
              commandId: command,
              elderId: elderIdOf(move.a % ELDERS),
              diedOn: beijing(w.deps.clock()).day,
              ...(move.b % 2 === 0 ? {} : { toElderId: elderIdOf(move.b % ELDERS) }),
              why: '身后',
            },
          }),
        );
        break;
      case 'guarantee': {
        const one = open(move.a);
        if (!one) break;
        status.set(one.n, 'unmet');
        await repay(w, one, 'unmet');
        await run(move, (deps) =>
          guaranteeRequest(deps, {
            actor: coordinator,
            params: { requestId: requestIdOf(one.n) as RequestId },
            query: undefined,
            body: { commandId: command, why: '没人能来' },
          }),
        );
        break;
      }
    }
  }
  // A stream delivers until it has been heard, and so does a phone.
  for (const step of again) {
    for (let tries = 0; ; tries += 1) {
      try {
        await step(w.deps);
        break;
      } catch (error) {
        if (!(error instanceof TableUnavailable) || tries > 50) throw error;
      }
    }
  }
  return { requests, status, operations };
}

/** A list credits its workers in the transaction that keeps it, as a group's session does. */
const keepList = (deps: Deps, list: WorkList) =>
  once(deps, async () => {
    const credited = await creditWorkList(deps, list);
    if (!credited.ok) return credited;
    return allow(credited.value.writes.length > 0 ? credited.value.writes : 'done');
  });

/** Moves a request on as its own room would: how it is paid stays as it was stored. */
async function repay(w: World, a: Asked, next: 'confirmed' | 'cancelled' | 'unmet'): Promise<void> {
  const stored = await w.table.get(requestItem, requestKey(requestIdOf(a.n)));
  w.plant(requestItem, { ...requestOf(a, next), payBy: stored?.value.payBy ?? a.payBy });
}
