import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

export interface Running {
  readonly child: ChildProcess;
  /** The last lines it printed, to explain an early end. */
  tail(): string;
  /** Resolves when the process has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const tailLength = 4_000;

const signalGroup = (pid: number, signal: NodeJS.Signals): boolean => {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    // ESRCH: every process of the group has already ended, which is what we wanted.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
};

/** True while any process of the group that `pid` leads is alive. */
const groupAlive = (pid: number): boolean => {
  try {
    process.kill(-pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const stopGroup = async (pid: number): Promise<void> => {
  if (!signalGroup(pid, 'SIGTERM')) return;
  for (let waited = 0; waited < 3_000 && groupAlive(pid); waited += 50) await pause(50);
  if (groupAlive(pid)) signalGroup(pid, 'SIGKILL');
};

/**
 * Starts a program as the leader of its own process group, so that stopping it also stops whatever it
 * started, and so that Ctrl-C in the terminal reaches only us and we decide the order of the ending.
 */
export const start = (
  command: string,
  args: readonly string[],
  options: SpawnOptions & { onLine?: (line: string) => void } = {},
): Running => {
  const { onLine, ...spawnOptions } = options;
  const child = spawn(command, [...args], {
    ...spawnOptions,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  let unfinished = '';
  const read = (chunk: Buffer): void => {
    const text = chunk.toString();
    tail = (tail + text).slice(-tailLength);
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) onLine?.(line);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
    child.once('error', (error) => {
      tail += error.message;
      resolve(null);
    });
  });
  const killIfWeDie = (): void => {
    if (child.pid !== undefined && groupAlive(child.pid)) signalGroup(child.pid, 'SIGKILL');
  };
  process.once('exit', killIfWeDie);
  return {
    child,
    tail: () => tail.trim(),
    ended,
    stop: async () => {
      if (child.pid !== undefined) await stopGroup(child.pid);
      await ended;
      process.off('exit', killIfWeDie);
    },
  };
};
