import type { AccountView } from '@shared/time-bank/time-bank.contract';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import { momentName } from '@/platform/time';
import { Card, EntryRow, Section, Tag, useNow } from '@/ui';
import { timeBankText } from './time-bank.text';

/** What is set aside, and for which visit. */
export function HeldList({
  held,
  onOpen,
}: {
  readonly held: AccountView['held'];
  readonly onOpen: (requestId: string) => void;
}) {
  const locale = useLocale();
  const t = timeBankText[locale];
  const now = useNow();
  if (held.length === 0) return null;
  const length = (minutes: number) => minutesName(minutes, locale);
  return (
    <Section title={t.heldTitle}>
      <Card flat>
        {held.map((each) => (
          <EntryRow
            key={each.requestId}
            title={said(each.title, locale)}
            note={[
              t.heldFor(momentName(each.startsAt, now, locale)),
              each.fromPoolMinutes > 0 ? t.fromPool(length(each.fromPoolMinutes)) : '',
              each.shortMinutes > 0 ? t.short(length(each.shortMinutes)) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            aside={<Tag tone="wheat">{length(each.minutes)}</Tag>}
            onTap={() => onOpen(each.requestId)}
          />
        ))}
      </Card>
    </Section>
  );
}
