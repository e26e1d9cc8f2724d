import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, startStack } from '../../scripts/start/stack';

/**
 * The whole product for one journey, on a copy of the small county that the run wrote before its first journey.
 * A start that fails half-way leaves nothing running.
 */
export async function startJourneyStack({ web = false } = {}): Promise<Stack> {
  const county = process.env.NUANLIN_COUNTY;
  if (county === undefined) throw new Error('config/jest-journeys-setup.ts has not written the county');
  const data = mkdtempSync(join(tmpdir(), 'nuanlin-'));
  cpSync(county, data, { recursive: true });
  let stopIt: () => Promise<void> = async () => undefined;
  const stop = async (): Promise<void> => {
    await stopIt();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const stack = await startStack({
      web,
      data,
      seed: 'small',
      started: (way) => {
        stopIt = way;
      },
    });
    return { ...stack, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
