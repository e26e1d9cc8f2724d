import { createHash } from 'node:crypto';
import type { CommandId, PersonId } from '@shared/kernel/ids';
import { commandId as commandIdShape, personId as personIdShape } from '@shared/kernel/ids';
import { instant } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import * as z from 'zod';
import { create, itemKind, TableUnavailable, type Write } from '../table/port';
import type { Deps } from './deps';

/** That a command was carried out, and what it answered: kept in the same transaction as its effects. */
const receipt = z.strictObject({
  personId: personIdShape,
  commandId: commandIdShape,
  name: z.string(),
  /** SHA-256 of the body, so that one id cannot mean two things. */
  fingerprint: z.string(),
  at: instant,
  reply: z.json(),
});
type Receipt = z.infer<typeof receipt>;

const receiptKey = (personId: PersonId, commandId: CommandId) => ({
  pk: `RECEIPT#${personId}#${commandId}`,
  sk: 'RECEIPT',
});

const receiptKind = itemKind<Receipt>({
  name: 'Receipt',
  schema: receipt,
  key: ({ personId, commandId }) => receiptKey(personId, commandId),
});

interface Command {
  readonly commandId: CommandId;
  /** Name of the route. */
  readonly name: string;
  readonly body: unknown;
}

export interface Outcome<R> {
  readonly reply: R;
  readonly writes: readonly Write[];
}

const ATTEMPTS = 12;

/**
 * Carries out a command exactly once, however often and in whatever weather it arrives. `attempt` loads and
 * decides; it is called again when something it relied on changed meanwhile. A repeat, or a first whose answer
 * was lost, gets the first reply from the receipt.
 */
export async function runCommand<R>(
  deps: Deps,
  actor: { readonly personId: PersonId },
  command: Command,
  attempt: () => Promise<Result<Outcome<R>>>,
): Promise<Result<R>> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([command.name, command.body]))
    .digest('base64url');
  const key = receiptKey(actor.personId, command.commandId);
  const earlier = async (): Promise<Result<R> | undefined> => {
    const kept = await deps.table.get(receiptKind, key);
    if (kept === undefined) return undefined;
    return kept.value.fingerprint === fingerprint ? allow(kept.value.reply as R) : refuse('command_reused');
  };
  for (let tries = 1; ; tries += 1) {
    const before = await earlier();
    if (before !== undefined) return before;
    const decided = await attempt();
    // The same command, arriving twice at once, may have been carried out since: then what it changed is no reason
    // to refuse it.
    if (!decided.ok) return (await earlier()) ?? decided;
    const { reply, writes } = decided.value;
    const written: Receipt = {
      personId: actor.personId,
      commandId: command.commandId,
      name: command.name,
      fingerprint,
      at: deps.clock(),
      reply: JSON.parse(JSON.stringify(reply)) as Receipt['reply'],
    };
    try {
      const committed = await deps.table.commit([create(receiptKind, written), ...writes]);
      if (committed.ok) return allow(reply);
      if (committed.refusal.code !== 'changed_meanwhile' || tries >= ATTEMPTS) return committed;
    } catch (error) {
      // The outcome is unknown: the receipt, read again at the top, tells whether it happened.
      if (!(error instanceof TableUnavailable) || tries >= ATTEMPTS) throw error;
    }
  }
}
