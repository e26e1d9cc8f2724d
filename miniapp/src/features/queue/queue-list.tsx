import type { RequestCard } from '@shared/service-requests/requests.contract';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { agoName, momentName } from '@/platform';
import { Avatar, Card, EmptyState, EntryRow, Section, Tag, useNow } from '@/ui';
import { queueText } from './queue.text';

interface QueueListProps {
  readonly cards: readonly RequestCard[];
  readonly onOpen: (requestId: string) => void;
}

/** What nobody took, soonest first, with how long it has been waiting. */
export function QueueList({ cards, onOpen }: QueueListProps) {
  const locale = useLocale();
  const at = useNow();
  const t = queueText[locale];
  if (cards.length === 0)
    return (
      <Section title={t.unmet}>
        <EmptyState icon="check" title={t.unmetNone} note={t.unmetNoneNote} />
      </Section>
    );
  return (
    <Section title={t.unmet} aside={String(cards.length)}>
      {cards.map(({ request, service, elder }) => {
        const since = request.status === 'unmet' ? t.since(agoName(request.unmetAt, at, locale)) : undefined;
        return (
          <Card key={request.requestId} {...(request.status === 'unmet' ? { edge: 'wheat' as const } : {})}>
            <EntryRow
              lead={<Avatar name={elder.name} tone="wheat" />}
              title={`${elder.callName} · ${said(service, locale)}`}
              note={[momentName(request.startsAt, at, locale), elder.villageName, since]
                .filter(Boolean)
                .join(' · ')}
              {...(request.status === 'taken_over' ? { aside: <Tag tone="pine">{t.takenOver}</Tag> } : {})}
              onTap={() => onOpen(request.requestId)}
            />
          </Card>
        );
      })}
    </Section>
  );
}
