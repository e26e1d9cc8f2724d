import { listMessages } from '@shared/alerts/alerts.contract';
import type { AlertId } from '@shared/kernel/ids';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { momentName, useQuery } from '@/platform';
import { Card, EntryRow, IconBadge, Section, Tag, useNow } from '@/ui';
import { alertsText } from './alerts.text';
import { newestOfEach } from './newest-of-each';

/** Alerts I was told of, the newest word of each; absent while there is none. */
export function InboxList({ onOpen }: { readonly onOpen: (alertId: AlertId) => void }) {
  const locale = useLocale();
  const t = alertsText[locale];
  const now = useNow();
  const { data } = useQuery(listMessages, {});
  if (data === undefined || data.messages.length === 0) return null;
  return (
    <Section title={t.inbox} aside={data.unread > 0 ? <Tag tone="alarm">{t.unread(data.unread)}</Tag> : null}>
      <Card flat>
        {newestOfEach(data.messages).map((message) => (
          <EntryRow
            key={message.alertId}
            lead={<IconBadge icon="message" tone={message.read ? 'grey' : 'alarm'} />}
            title={said(message.text, locale)}
            note={momentName(message.at, now, locale)}
            onTap={() => onOpen(message.alertId)}
          />
        ))}
      </Card>
    </Section>
  );
}
