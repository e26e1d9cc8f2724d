import { addMinutes, type Instant, instantOf, millisOf } from '@shared/kernel/instant';
import type { Role } from '@shared/kernel/role';
import { withRoster } from '../matching/roster/test-roster';
import { createMemoryTable, type MemoryTable, mulberry32 } from '../table/memory-table';
import type { WeChat } from '../wechat/wechat';
import type { Actor, Deps, Grant } from './deps';
import { idSource } from './ids';
import { type MemoryFiles, memoryFiles } from './memory-files';
import { reporting } from './reporting-table';

export interface TestDeps extends Deps {
  readonly table: MemoryTable;
  readonly files: MemoryFiles;
  /** Moves the clock on. */
  advance(minutes: number): void;
}

interface Options {
  readonly now?: string;
  readonly seed?: number;
  readonly table?: MemoryTable;
  readonly wechat?: WeChat;
}

/** A stage for use cases: a table in memory, a clock that only moves when told, ids by seed. */
export function testDeps({
  now = '2026-11-24T01:00:00.000Z',
  seed = 1,
  table,
  wechat,
}: Options = {}): TestDeps {
  let at = instantOf(Date.parse(now));
  const clock = (): Instant => at;
  const random = mulberry32(seed);
  return {
    table: reporting(withRoster(table ?? createMemoryTable({ clock }), clock)),
    clock,
    random,
    newId: idSource(clock, random),
    wechat: wechat ?? noWeChat,
    files: memoryFiles(),
    stage: 'local',
    secret: new TextEncoder().encode('a secret for tests that is long enough'),
    advance: (minutes) => {
      at = instantOf(millisOf(addMinutes(at, minutes)));
    },
  };
}

/** For use cases that never speak to WeChat: to do so is a bug, and says so. */
const noWeChat: WeChat = new Proxy({} as WeChat, {
  get(_, name) {
    throw new Error(`this test did not expect WeChat's ${String(name)}`);
  },
});

export function actorOf(deps: Deps, role: Role, grant: Omit<Grant, 'role'> = {}): Actor {
  const held: Grant = { role, ...grant };
  return { personId: deps.newId('person'), role, grants: [held], grant: held };
}
