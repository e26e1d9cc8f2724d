import { keepFigure, table } from '../../bench/figures';
import { runSchedule } from './schedule';

/** Fewer than this say too little to be kept as a figure. */
const WORTH_KEEPING = 10_000;

async function main(): Promise<void> {
  const [schedules = 1_000, firstSeed = 1] = process.argv.slice(2).map(Number);

  const total = { commands: 0, sends: 0, kills: 0, clockJumps: 0 };
  const began = Date.now();
  let wrong = 0;
  for (let seed = firstSeed; seed < firstSeed + schedules; seed += 1) {
    const told = await runSchedule(seed);
    for (const name of ['commands', 'sends', 'kills', 'clockJumps'] as const) total[name] += told[name];
    if (told.wrong.length > 0) {
      wrong += 1;
      process.stdout.write(`seed ${seed}: ${told.wrong.join('; ')}\n`);
    }
    if ((seed - firstSeed + 1) % 10_000 === 0) process.stdout.write(`${seed - firstSeed + 1} schedules …\n`);
  }
  process.stdout.write(
    `${schedules} schedules from seed ${firstSeed}: ${total.commands} commands, ${total.sends} sends, ` +
      `${total.kills} kills, ${total.clockJumps} clock jumps, ${wrong} schedules with something wrong ` +
      `(${((Date.now() - began) / 1000).toFixed(0)} s)\n`,
  );
  if (schedules >= WORTH_KEEPING)
    keepFigure(
      'outbox',
      'The outbox through bad days',
      `npm run simulate:offline -- ${schedules} ${firstSeed}`,
      [
        `Seeds ${firstSeed} to ${firstSeed + schedules - 1}. The phone's real outbox and the server's real use cases, with a phone that is killed between any two writings and has its clock set, a network that loses requests and answers, delivers some twice and late, and a server that fails. A schedule is wrong when a command was lost, done twice or done out of its order, or when the page and the server disagree at the end.`,
        table(
          ['schedules', 'commands', 'sends', 'kills', 'clock jumps', 'schedules with something wrong'],
          [[schedules, total.commands, total.sends, total.kills, total.clockJumps, wrong]],
        ),
      ],
    );
  process.exit(wrong === 0 ? 0 : 1);
}

void main();
