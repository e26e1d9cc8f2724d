import type { VisitId } from '@shared/kernel/ids';
import { millisOf } from '@shared/kernel/instant';
import { homeDoor, START } from '@shared/visits/factories';
import { mulberry32 } from '../../../functions/src/table/memory-table';
import type { Answer } from '../../../miniapp/src/platform/client-core';
import type { WaitingCommand } from '../../../miniapp/src/platform/outbox/waiting';
import { ulid } from '../../../miniapp/src/platform/random-id';
import { type Phone, type PhoneState, startPhone } from './phone';
import { startServer } from './server';

const MINUTE = 60_000;
const offline: Answer<unknown> = { ok: false, failure: { kind: 'offline' } };

/** What one schedule went through, and what was wrong at its end: nothing, if all is well. */
export interface Told {
  readonly commands: number;
  readonly sends: number;
  readonly kills: number;
  readonly clockJumps: number;
  readonly wrong: readonly string[];
}

type Step = { readonly route: string; readonly body: (at: string) => Record<string, unknown> };

function stepsOf(lane: VisitId, random: () => number, mint: (prefix: string) => string): Step[] {
  const evidence = { kind: 'door_code', code: homeDoor.doorCode };
  const entry = (): Step => {
    const entryId = mint('entry');
    const content =
      random() < 0.5
        ? { kind: 'task', index: Math.floor(random() * 3), done: random() < 0.7 }
        : { kind: 'note', text: `记一句 ${lane.slice(-1)}` };
    return { route: 'keepLog', body: (at) => ({ entries: [{ entryId, at, ...content }] }) };
  };
  return [
    { route: 'checkIn', body: (at) => ({ at, evidence }) },
    ...Array.from({ length: Math.floor(random() * 5) }, entry),
    { route: 'checkOut', body: (at) => ({ at, evidence, summary: '' }) },
  ];
}

/**
 * One schedule: a helper does two visits on a phone that loses the network, is killed between any two writings and
 * has its clock set, over a network that loses requests and answers and delivers some twice, much later, against
 * use cases whose table fails too. At the end there is network, and all that was done must be there once, in order.
 */
export async function runSchedule(seed: number, options: { readonly loseOne?: boolean } = {}): Promise<Told> {
  const random = mulberry32(seed);
  const chance = (likely: number): boolean => random() < likely;
  let time = millisOf(START);
  let stormy = true;
  let network = true;
  const told = { commands: 0, sends: 0, kills: 0, clockJumps: 0 };
  const mint = (prefix: string): string => `${prefix}_${ulid(time, random)}`;
  const server = await startServer(seed, () => time);
  /** Copies that the network still carries. */
  const adrift: WaitingCommand[] = [];
  let lost = options.loseOne === true ? 1 : 0;

  const send = async (command: WaitingCommand): Promise<Answer<unknown>> => {
    told.sends += 1;
    if (!network || (stormy && chance(0.15))) return offline;
    if (lost > 0) {
      lost -= 1;
      return { ok: true, value: undefined };
    }
    if (stormy && chance(0.2)) adrift.push(structuredClone(command));
    if (stormy && chance(0.05)) phone.kill();
    const answer = await server.answer(command);
    return stormy && chance(0.15) ? offline : answer;
  };
  const state: PhoneState = { storage: new Map(), clockAheadMillis: 0 };
  const live = (): Phone =>
    startPhone(state, {
      random,
      time: () => time,
      send,
      killAtWrite: stormy ? 0.03 : 0,
      mint: () => mint('command'),
    });
  let phone = live();
  const revive = (): void => {
    if (!phone.isDead()) return;
    told.kills += 1;
    phone = live();
  };
  const settle = async (): Promise<void> => {
    await Promise.race([phone.outbox.flush(), phone.died]);
    revive();
  };

  const done = new Map<VisitId, string[]>();
  const plans = server.visits.map(({ visitId }) => ({
    lane: visitId,
    steps: stepsOf(visitId, random, mint),
  }));
  /** Does one step; if the system killed the program before it was kept, the person does it again. */
  const act = async (lane: VisitId, step: Step): Promise<void> => {
    for (;;) {
      const kept = phone.outbox.do({
        lane,
        route: step.route,
        params: { visitId: lane },
        body: step.body(phone.outbox.stamp(lane)),
      });
      const onPhone = state.storage.get('outbox')?.includes(kept?.commandId ?? '?') ?? false;
      if (onPhone && kept !== null) done.set(lane, [...(done.get(lane) ?? []), kept.commandId]);
      told.commands += onPhone ? 1 : 0;
      revive();
      if (onPhone) return;
    }
  };
  const happen = async (): Promise<void> => {
    const [first, second] = plans;
    const plan = first?.steps.length ? first : second;
    // On to the next door.
    if (plan === second) time = Math.max(time, millisOf(server.visits[1].startsAt));
    const step = chance(0.35) ? plan?.steps.shift() : undefined;
    if (plan && step) await act(plan.lane, step);
    else if (chance(0.2)) network = !network;
    else if (chance(0.06)) phone.kill();
    else if (chance(0.05)) {
      told.clockJumps += 1;
      state.clockAheadMillis = Math.floor((random() * 50 - 10) * MINUTE);
    } else if (adrift.length > 0 && chance(0.3)) {
      const [copy] = adrift.splice(Math.floor(random() * adrift.length), 1);
      if (copy) await server.answer(copy);
    } else time += Math.floor(random() * 2 * MINUTE);
    phone.wake();
    if (chance(0.5)) await settle();
    else revive();
  };

  while (plans.some((plan) => plan.steps.length > 0)) await happen();
  stormy = false;
  network = true;
  phone.kill();
  revive();
  for (let tries = 0; tries < 400 && phone.outbox.waiting().some((each) => !each.refused); tries += 1) {
    time += 61_000;
    await settle();
  }
  for (const copy of adrift) await server.answer(copy);
  return { ...told, wrong: await problems(server, done, phone.outbox.waiting(), plans) };
}

async function problems(
  server: Awaited<ReturnType<typeof startServer>>,
  done: ReadonlyMap<VisitId, readonly string[]>,
  waiting: readonly WaitingCommand[],
  plans: readonly { readonly lane: VisitId }[],
): Promise<string[]> {
  const wrong = waiting.map((each) => {
    const why =
      each.refused?.kind === 'refused' ? each.refused.refusal.code : (each.refused?.kind ?? 'unsent');
    return `${each.route} still waits: ${why}`;
  });
  for (const { lane } of plans) {
    const commands = done.get(lane) ?? [];
    const applied = server.applied.filter((commandId) => commands.includes(commandId));
    if (applied.join() !== commands.join())
      wrong.push(`${commands.length} commands were done, ${applied.length} took effect, or in another order`);
    const status = await server.statusOf(lane);
    if (status !== 'checked_out') wrong.push(`a visit ended as ${status}`);
    const entries = (await server.entriesOf(lane)).length;
    if (entries !== commands.length - 2) wrong.push(`${entries} entries of ${commands.length - 2}`);
  }
  return wrong;
}
