import type { VisitCard } from '@shared/visits/card';
import { useLocale } from '@/i18n/use-text';
import { Avatar, Card, EntryRow, Section, Tag, useNow } from '@/ui';
import { visitLogText } from './visit-log.text';
import { byDay, visitRow } from './visit-row';

interface VisitListProps {
  readonly cards: readonly VisitCard[];
  readonly onOpen: (card: VisitCard) => void;
}

/** Visits under the day on which they were, or will be. */
export function VisitList({ cards, onOpen }: VisitListProps) {
  const locale = useLocale();
  const now = useNow();
  const t = visitLogText[locale];
  return (
    <>
      {byDay(cards, now, locale).map(({ day, cards: those }) => (
        <Section key={`${day} ${those[0]?.visit.visitId}`} title={day}>
          {those.map((card) => {
            const row = visitRow(card, t, locale);
            return (
              <Card key={row.visitId}>
                <EntryRow
                  lead={<Avatar name={row.helper} tone={row.tone === 'alarm' ? 'wheat' : row.tone} />}
                  title={row.title}
                  note={row.note}
                  aside={<Tag tone={row.tone}>{row.tag}</Tag>}
                  onTap={() => onOpen(card)}
                />
              </Card>
            );
          })}
        </Section>
      ))}
    </>
  );
}
