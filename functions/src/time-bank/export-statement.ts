import { beijing, type Instant } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { exportStatement as route } from '@shared/time-bank/time-bank.contract';
import type { UseCase } from '../platform/serve';
import { accountOf } from './account-of';
import { csv } from './csv';
import { effectWords, signedMinutes, wholeStatement } from './whole-statement';

const two = (n: number): string => String(n).padStart(2, '0');
/** As a spreadsheet reads a time. */
const when = (at: Instant): string => {
  const { day, hour, minute } = beijing(at);
  return `${day} ${two(hour)}:${two(minute)}`;
};

/** The statement for a spreadsheet. */
export const exportStatement: UseCase<typeof route> = async (deps, { actor, query }) => {
  const whose = await accountOf(deps, actor, query.elderId);
  if (!whose.ok) return whose;
  const { lines, leftOut } = await wholeStatement(deps, whose.value);
  const text = csv([
    ['时间', '类别', '事由', '说明', '分钟', '编号'],
    ...lines.map((line) => [
      when(line.at),
      effectWords[line.effect],
      line.title.zh,
      line.story.zh,
      signedMinutes(line),
      line.transferId,
    ]),
  ]);
  return allow({
    fileName: `时间银行-${whose.value.name}-${beijing(deps.clock()).day}.csv`,
    mimeType: 'text/csv; charset=utf-8',
    base64: Buffer.from(text).toString('base64'),
    lines: lines.length,
    leftOut,
  });
};
