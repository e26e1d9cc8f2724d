import type { VisitCard } from '@shared/visits/card';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { momentName } from '@/platform';
import { Avatar, Card, EntryRow, Second, Tag, type Tone, useNow } from '@/ui';
import { queueText } from './queue.text';

const tones: Readonly<Record<string, Tone>> = { disputed: 'wheat', missed: 'alarm' };

interface AttentionListProps {
  readonly cards: readonly VisitCard[];
  readonly onOpen: (visitId: string) => void;
}

/** Visits that want a look: disputed, missed, late, not ended. */
export function AttentionList({ cards, onOpen }: AttentionListProps) {
  const locale = useLocale();
  const at = useNow();
  const t = queueText[locale];
  const stateOf = ({ visit }: VisitCard): string =>
    ({ disputed: t.disputed, missed: t.missed, scheduled: t.late })[visit.status as 'disputed'] ?? t.running;
  return (
    <>
      {cards.map((card) => (
        <Card key={card.visit.visitId} edge={tones[card.visit.status] ?? 'wheat'}>
          <EntryRow
            lead={<Avatar name={card.elder.name} tone="wheat" />}
            title={`${card.elder.callName} · ${said(card.service, locale)}`}
            note={`${momentName(card.visit.startsAt, at, locale)} · ${card.visit.helperName}`}
            onTap={() => onOpen(card.visit.visitId)}
          />
          <Tag tone={tones[card.visit.status] ?? 'wheat'}>{stateOf(card)}</Tag>
          {card.visit.status === 'disputed' ? (
            <Second>{`${t.familySays(card.visit.reason)}。${t.look}`}</Second>
          ) : null}
        </Card>
      ))}
    </>
  );
}
