import { useLocale } from '@/i18n';
import { Facts } from '@/ui';
import { queueText } from './queue.text';

interface QueueCountsProps {
  readonly unmet: number | undefined;
  readonly consents: number | undefined;
  readonly attention: number | undefined;
}

/** How much there is of each, before one scrolls. A dash until it is known. */
export function QueueCounts(counts: QueueCountsProps) {
  const t = queueText[useLocale()];
  return (
    <Facts
      facts={(['unmet', 'consents', 'attention'] as const).map((name) => ({
        label: t.counts[name],
        value: counts[name] === undefined ? '–' : String(counts[name]),
      }))}
    />
  );
}
