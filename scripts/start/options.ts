import { parseArgs } from 'node:util';
import { portsInARow } from './ports';
import { Problem } from './problem';

export interface StartFlags {
  readonly port: number;
  readonly data: string;
  readonly reset: boolean;
  readonly web: boolean;
}

const usage = 'npm start -- [--port 4600] [--reset] [--no-web] [--data folder]';

/** What a person may ask of `npm start`; anything else is answered with the whole list. */
export const startFlags = (args: readonly string[]): StartFlags => {
  let values: { port?: string; data?: string; reset?: boolean; 'no-web'?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean' },
        'no-web': { type: 'boolean' },
      },
    }));
  } catch (cause) {
    throw new Problem(`${(cause as Error).message.split('\n')[0]} Usage: ${usage}`, { cause });
  }
  const port = Number(values.port ?? '4600');
  if (!Number.isInteger(port) || port < 1024 || port + portsInARow > 65_536) {
    throw new Problem(`--port takes a whole number from 1024 to ${65_536 - portsInARow}. Usage: ${usage}`);
  }
  return {
    port,
    data: values.data ?? '.data',
    reset: values.reset ?? false,
    web: !(values['no-web'] ?? false),
  };
};
