import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import { Avatar, Card, EntryRow, Section, useNow } from '@/ui';
import { homeText } from './home.text';
import { type Today, type Waiting, waitingFor } from './today-view';

interface WaitingListProps {
  readonly today: Today;
  readonly onOpen: (opens: Waiting['opens']) => void;
}

/** 等您处理: absent when nothing waits, because an empty heading is one more thing to read. */
export function WaitingList({ today, onOpen }: WaitingListProps) {
  const locale = useLocale();
  const t = homeText[locale];
  const rows = waitingFor(today, useNow(), t, locale, (minutes) => minutesName(minutes, locale));
  if (rows.length === 0) return null;
  return (
    <Section title={t.waiting}>
      {rows.map((row) => (
        <Card key={row.key}>
          <EntryRow
            lead={<Avatar name={row.badge} tone={row.tone} />}
            title={row.title}
            note={row.note}
            onTap={() => onOpen(row.opens)}
          />
        </Card>
      ))}
    </Section>
  );
}
