import type { VisitId } from '@shared/kernel/ids';
import type { ReplyOf } from '@shared/kernel/route';
import type { readVisit } from '@shared/visits/visits.contract';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { type Answer, clockTime, type Failure } from '@/platform';
import { Card, CheckRow } from '@/ui';
import { useLog } from './use-log';
import { visitLiveText } from './visit-live.text';

type Detail = ReplyOf<typeof readVisit>;

interface ChecklistProps {
  readonly visitId: VisitId;
  readonly detail: Pick<Detail, 'checklist' | 'entries'>;
  readonly onKept: (answer: Answer<unknown, Failure>) => Promise<void>;
}

/** What is to be done in this visit: a tap ticks a thing off, another takes the tick back. */
export function Checklist({ visitId, detail: { checklist, entries }, onKept }: ChecklistProps) {
  const locale = useLocale();
  const t = visitLiveText[locale];
  const keep = useLog(visitId);
  if (checklist.length === 0) return null;
  const lastOf = (index: number) =>
    entries.filter(({ entry }) => entry.kind === 'task' && entry.index === index).at(-1)?.entry;
  return (
    <Card title={t.checklist}>
      {checklist.map((task, index) => {
        const last = lastOf(index);
        const checked = last?.kind === 'task' && last.done;
        return (
          <CheckRow
            key={task.zh}
            checked={checked}
            {...(checked && last ? { aside: clockTime(last.at) } : {})}
            onTap={async () => onKept(await keep({ kind: 'task', index, done: !checked }))}
          >
            {said(task, locale)}
          </CheckRow>
        );
      })}
    </Card>
  );
}
